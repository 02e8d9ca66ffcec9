import { CommunitiesService } from '../dist/communities/communities.service.js';
import { Database } from '../dist/database/database.js';
import { readNetworks } from '../dist/judgments/networks.js';
import { readKnowledgeSources } from '../dist/knowledge/sources.js';

const ROWS_AT_ONCE = 500;

/** Members with an ask and an offer each, made by joining halves of what people wrote. @returns their ids */
export async function fillCommunity(app, size) {
  const { id: communityId } = await app.get(CommunitiesService).default();
  const networks = readNetworks();
  const asks = networks.flatMap((network) => network.asks).map(({ text }) => text);
  const voices = readKnowledgeSources().voices.map(({ text }) => text);
  const half = (text, first) => (first ? text.split(' ').slice(0, 6) : text.split(' ').slice(-6)).join(' ');
  const joined = (texts, i) => `${half(texts[(i * 7_919) % texts.length], true)} ${half(texts[(i * 104_729 + 1) % texts.length], false)}`;
  const now = new Date().toISOString();
  const id = (n) => `${String(n).padStart(8, '0')}-0000-7000-8000-000000000000`;
  const members = Array.from({ length: size }, (_, i) => ({
    id: id(i),
    communityId,
    name: `Member ${i}`,
    languages: ['en'],
    place: null,
    timeZone: 'Europe/Madrid',
    line: null,
    pausedUntil: null,
    capacity: 3,
    cadence: 'weekly',
    createdAt: now,
    changedAt: now,
  }));
  const statement = (i, kind, text) => ({
    id: id(2 * i + (kind === 'ask' ? 0 : 1)),
    communityId,
    memberId: id(i),
    kind,
    text,
    language: 'en',
    languageTold: false,
    state: 'open',
    neededFrom: null,
    neededBy: null,
    place: null,
    liveUntil: null,
    story: null,
    createdAt: now,
    changedAt: now,
  });
  const statements = members.flatMap((_, i) => [
    statement(i, 'ask', i % 4 === 0 ? asks[i % asks.length] : joined(asks, i)),
    statement(i, 'offer', i % 4 === 0 ? voices[(i * 31) % voices.length] : joined(voices, i)),
  ]);
  await app.get(Database).write(async (transaction) => {
    const insert = async (entity, rows) => {
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
        await transaction
          .createQueryBuilder()
          .insert()
          .into(entity)
          .values(rows.slice(from, from + ROWS_AT_ONCE))
          .updateEntity(false)
          .execute();
    };
    await insert('MemberEntity', members);
    await insert('StatementEntity', statements);
    await insert(
      'StatementChangeEntity',
      statements.map(({ id: statementId }) => ({ communityId, statementId })),
    );
  });
  return members.map(({ id: memberId }) => memberId);
}
