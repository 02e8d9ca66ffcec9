import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { House } from '../support/house.js';

const gern = (...words: string[]) => spawnSync('node', ['bin/gern.mjs', ...words], { encoding: 'utf8' });

describe('the command line', () => {
  test('gern rank prints JSON lines, best first, and is silent below the threshold', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gern-'));
    writeFileSync(join(folder, 'asks'), '{"id":"a","text":"Suche Hilfe bei Produktfotos"}\n{"id":"b","text":"Suche einen Imker"}\n');
    writeFileSync(join(folder, 'offers'), '{"id":"x","text":"Ich mache Produktfotos"}\n{"id":"y","text":"Cello lessons"}\n');
    const words = ['rank', '--asks', join(folder, 'asks'), '--offers', join(folder, 'offers'), '--top', '2'];
    const lines = (text: string) =>
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    expect(lines(gern(...words).stdout).map(({ ask, offer }) => ask + offer)).toEqual(['ax']);
    const all = lines(gern(...words, '--all').stdout);
    expect(all).toHaveLength(4);
    expect(all[0].score).toBeGreaterThanOrEqual(all[1].score);
  });

  test('gern intros keeps the shape of its JSON, giving first', () => {
    const { stdout, status, stderr } = gern('intros', 'data/demo/meetup.csv', '--format', 'json');
    expect(status).toBe(0);
    const { guests, summary } = JSON.parse(stdout);
    expect(summary).toMatchObject({ read: 36, merged: 1, skipped: 1, warnings: 3, proof: { optimal: true, servedGap: 0, gap: 0 } });
    expect(summary.served + summary.unserved.length).toBe(summary.askers);
    expect(stderr).toContain('row 34');
    expect(Object.keys(guests[0])).toEqual(['name', 'email', 'give', 'receive']);
    const [one] = guests.flatMap(({ give }: { give: object[] }) => give);
    expect(Object.keys(one)).toEqual(['name', 'email', 'ask', 'offer', 'affinity', 'reason', 'matched']);
  });

  test('wrong use ends with 2, a failed job with 1, each with a sentence', () => {
    expect(gern('rank').status).toBe(2);
    expect(gern('intros', 'data/demo/meetup.csv', '--format', 'pdf')).toMatchObject({ status: 2, stdout: '' });
    expect(gern('intros', 'nowhere.csv')).toMatchObject({ status: 1, stdout: '' });
    expect(gern('--help').status).toBe(0);
  });

  test('P12 nothing acknowledged is lost: kill -9 during writes keeps every statement that was acknowledged', async () => {
    const database = join(mkdtempSync(join(tmpdir(), 'gern-')), 'gern.sqlite');
    const start = async (port: number) => {
      const server = spawn('node', ['bin/gern.mjs', 'serve'], { env: { ...process.env, GERN_DATABASE: database, GERN_PORT: String(port) }, stdio: ['ignore', 'pipe', 'inherit'] });
      await new Promise<void>((resolve) => server.stdout.on('data', (text) => String(text).includes('listens') && resolve()));
      return server;
    };
    const house = await House.open({ settings: { database } });
    const authorization = `Bearer ${await house.tokenOf(house.organizerId, 'admin')}`;
    await house.close();
    const rounds = Number(process.env.GERN_KILLS ?? 3);
    const acknowledged: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const port = 41_000 + round;
      const base = `http://127.0.0.1:${port}/api/v1`;
      const server = await start(port);
      const post = async (path: string, body: object) =>
        (await fetch(`${base}/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', authorization }, body: JSON.stringify(body) })).json();
      for (const id of acknowledged) expect((await fetch(`${base}/statements/${id}`, { headers: { authorization } })).status).toBe(200);
      const { id: memberId } = (await post('members', { name: `Round ${round}`, languages: ['en'] })) as { id: string };
      const killed = new Promise((resolve) => server.once('exit', resolve));
      setTimeout(() => server.kill('SIGKILL'), 150 + 60 * round);
      for (let i = 0; i < 35; i++) {
        try {
          const { id } = (await post('statements', { memberId, kind: 'offer', text: `Offer ${round} ${i}` })) as { id?: string };
          if (id !== undefined) acknowledged.push(id);
        } catch {
          break;
        }
      }
      await killed;
    }
    expect(acknowledged.length).toBeGreaterThan(rounds);
    const server = await start(41_100);
    for (const id of acknowledged) expect((await fetch(`http://127.0.0.1:41100/api/v1/statements/${id}`, { headers: { authorization } })).status).toBe(200);
    server.kill('SIGKILL');
  });

  test('gern organizer link prints a link while there is no organizer, and serve prints one at its start', async () => {
    const GERN_DATABASE = join(mkdtempSync(join(tmpdir(), 'gern-')), 'gern.sqlite');
    const link = () => spawnSync('node', ['bin/gern.mjs', 'organizer', 'link'], { encoding: 'utf8', env: { ...process.env, GERN_DATABASE, GERN_URL: 'https://gern.example.org' } });
    expect(link()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^https:\/\/gern\.example\.org\/welcome\?key=[\w-]{32}\n$/u) });
    await (await House.open({ settings: { database: GERN_DATABASE } })).close();
    expect(link()).toMatchObject({ status: 1, stdout: '' });
  });

  test('OpenAPI 3.1 describes the rooms', async () => {
    const database = join(mkdtempSync(join(tmpdir(), 'gern-')), 'gern.sqlite');
    const server = spawn('node', ['bin/gern.mjs', 'serve'], { env: { ...process.env, GERN_DATABASE: database, GERN_PORT: '41200' }, stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((resolve) => server.stdout.on('data', (text) => String(text).includes('listens') && resolve()));
    const document = (await (await fetch('http://127.0.0.1:41200/api/docs-json')).json()) as { openapi: string; paths: object };
    server.kill('SIGKILL');
    expect(document.openapi).toMatch(/^3\.1/);
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/api/v1/members', '/api/v1/statements', '/api/v1/members/{id}/suggestions']));
  });
});
