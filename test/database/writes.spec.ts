import { DataSource } from 'typeorm';
import { getDataSourceToken } from '@nestjs/typeorm';

import { CommunityEntity } from '../../src/communities/community.entity.js';
import { Database, WRITER } from '../../src/database/database.js';
import { House } from '../support/house.js';

describe('the database', () => {
  let house: House;
  beforeEach(async () => void (house = await House.open()));
  afterEach(() => house.close());

  test('entities and migrations do not drift apart', async () => {
    const writer = house.app.get<DataSource>(getDataSourceToken(WRITER));
    const { upQueries } = await writer.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  test('P12 nothing acknowledged is lost: a failing write takes none of its neighbours along', async () => {
    const database = house.app.get(Database);
    const community = (name: string) => ({ id: name, name, languages: ['de' as const], place: null, timeZone: 'UTC', createdAt: '2026-01-01T00:00:00.000Z' });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, (_, i) =>
        database.write(async (transaction) => {
          await transaction.insert(CommunityEntity, community(`c${i}`));
          await new Promise((resolve) => setTimeout(resolve, 1));
          if (i % 3 === 0) throw new Error('changed my mind');
        }),
      ),
    );
    const kept = outcomes.flatMap((outcome, i) => (outcome.status === 'fulfilled' ? [`c${i}`] : []));
    const rows = await database.read.find(CommunityEntity);
    expect(kept).toHaveLength(20);
    expect(
      rows
        .map(({ id }) => id)
        .filter((id) => id.startsWith('c'))
        .sort(),
    ).toEqual(kept.sort());
  });

  test('every commit is synced: WAL with synchronous FULL, foreign keys on', async () => {
    const writer = house.app.get<DataSource>(getDataSourceToken(WRITER));
    expect(await writer.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await writer.query('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
    expect(await writer.query('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
  });
});
