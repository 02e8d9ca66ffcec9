import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DataSource } from 'typeorm';

import { dataSourceOptions } from '../../src/database/data-source.js';
import { migrate } from '../../src/database/migrate.js';
import { examine, nodeVersion, weights } from '../../src/doctor.commands.js';
import { hanging, StubEndpoint } from './stub-endpoint.js';

describe('gern doctor', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gern-'));
    file = join(folder, 'gern.sqlite');
  });

  const lines = async (environment: Record<string, string> = {}): Promise<string[]> => {
    const told: string[] = [];
    for await (const { state, text } of examine({ GERN_DATABASE: file, ...environment })) told.push(`${state}: ${text}`);
    return told;
  };
  const about = async (word: string, environment: Record<string, string> = {}): Promise<string | undefined> => (await lines(environment)).find((line) => line.includes(word));
  const query = async (sql: string): Promise<void> => {
    const source = await new DataSource(dataSourceOptions(file)).initialize();
    await source.query(sql);
    await source.destroy();
  };

  test('one line each, and nothing fails in a healthy house', async () => {
    await migrate(file);
    const told = await lines();
    expect(told).toHaveLength(6);
    expect(told.filter((line) => line.startsWith('fail'))).toEqual([]);
    expect(told[0]).toBe(`ok: Node ${process.versions.node}`);
    expect(told[1]).toBe(`ok: database ${file}, 12 migrations applied`);
    expect(told[2]).toMatch(/^(?:ok|warn): .*compiled knowledge/u);
    expect(told[3]).toMatch(/^ok: weights of \d+ features, threshold 0\.\d+$/u);
    expect(told[4]).toMatch(/^ok: time zone data .+, \d{3} zones$/u);
    expect(told[5]).toMatch(/^ok: embeddings are off/u);
  });

  test('a database that is not there yet is a warning, and is not made', async () => {
    expect(await about('no database')).toBe(`warn: there is no database at ${file} yet; "gern serve" and "gern migrate" make it.`);
    expect(existsSync(file)).toBe(false);
  });

  test('pending migrations are named and not applied', async () => {
    await migrate(file);
    await query("DELETE FROM migrations WHERE name LIKE 'Embeddings%'");
    for (let look = 0; look < 2; look++) expect(await about('waits for')).toBe(`warn: the database ${file} waits for Embeddings1764000100000: "gern migrate" or the next "gern serve" applies that.`);
  });

  test('a database of a newer version fails', async () => {
    await migrate(file);
    await query("INSERT INTO migrations (timestamp, name) VALUES (1, 'Tomorrow1')");
    expect(await about('newer Gern')).toMatch(/^fail: .*Tomorrow1/u);
  });

  test('a file that is no database fails', async () => {
    writeFileSync(file, 'Dear diary, this is not a database but a letter of some length.'.repeat(20));
    expect(await about('cannot be read')).toMatch(/^fail: .*not a database/u);
  });

  test('settings that need mending fail in one line, and the rest is still looked at', async () => {
    const told = await lines({ GERN_PORT: 'door', GERN_EMBEDDINGS_URL: 'nowhere' });
    expect(told.filter((line) => line.startsWith('fail'))).toEqual([expect.stringMatching(/^fail: .*GERN_PORT.*GERN_EMBEDDINGS_URL.*GERN_EMBEDDINGS_MODEL/u)]);
    expect(told).toHaveLength(5);
  });

  test('an older Node fails, a newer one does not', () => {
    expect(['18.20.0', '20.18.9', '20.19.0', '20.20.2', '24.0.0'].map((version) => nodeVersion(version).state)).toEqual(['fail', 'fail', 'ok', 'ok', 'ok']);
  });

  test('weights that are no numbers fail, weights of another version are a warning', () => {
    const path = join(folder, 'weights.json');
    const told = (content: string) => {
      writeFileSync(path, content);
      return weights(path);
    };
    expect(told('{')).toMatchObject({ state: 'fail' });
    expect(told('{"bias":1,"features":{"need":"much"}}')).toEqual({ state: 'fail', text: expect.stringContaining('threshold, need must be a number') });
    expect(told('{"bias":1,"threshold":0.5,"features":{"need":1,"mood":2}}')).toEqual({ state: 'warn', text: expect.stringMatching(/not counted: mood; missing and counted as 0: whole/u) });
    expect(weights(join(folder, 'nowhere.json')).state).toBe('fail');
  });

  test('a vocabulary of the community that cannot be used fails', async () => {
    expect(await about('own.yaml', { GERN_VOCABULARY: join(folder, 'own.yaml') })).toMatch(/^fail/u);
  });

  describe('embeddings', () => {
    let stub: StubEndpoint;
    beforeEach(async () => void (stub = await StubEndpoint.open()));
    afterEach(() => stub.close());
    const environment = () => ({ GERN_EMBEDDINGS_URL: `${stub.settings().url}/`, GERN_EMBEDDINGS_MODEL: 'stub', GERN_EMBEDDINGS_TIMEOUT: '200' });

    test('reachable: model, dimension and milliseconds are told', async () => {
      expect(await about('embeddings by', environment())).toMatch(/^ok: embeddings by stub at http:\/\/127\.0\.0\.1:\d+\/v1, dimension 3, \d+ ms$/u);
    });

    test('failing: the reason is told and that Gern goes on without', async () => {
      stub.conduct = hanging;
      expect(await about('embeddings endpoint', environment())).toMatch(/^warn: .*did not answer within 200 ms.*Gern goes on without embeddings\.$/u);
    });
  });
});
