/* global fetch */
// How long the service takes for its pages in a large community, over HTTP on this machine: `npm run bench:pages -- --members 5000`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { AccountsService } from '../dist/accounts/accounts.service.js';
import { SessionsService } from '../dist/accounts/sessions.service.js';
import { AppModule } from '../dist/app.module.js';
import { CommunitiesService } from '../dist/communities/communities.service.js';
import { readConfig } from '../dist/config.js';
import { Database } from '../dist/database/database.js';
import { createServer } from '../dist/http/server.js';
import { printFigures } from '../dist/judgments/figures.js';
import { fillCommunity } from './community.mjs';
import { quantile } from './cpu.mjs';

const { values: flags } = parseArgs({ options: { members: { type: 'string', default: '5000' }, readers: { type: 'string', default: '200' }, only: { type: 'string' } } });
const PAGES = ['/', '/statements', '/introductions', '/settings', '/statements/new?kind=ask', '/meetups'];
/** Milliseconds. */
const GOAL = 50;

const folder = mkdtempSync(join(tmpdir(), 'gern-bench-'));
const config = readConfig({ GERN_DATABASE: join(folder, 'gern.sqlite'), GERN_LOG: 'silent' });
const app = await createServer(AppModule.with(config), config);
try {
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const members = await fillCommunity(app, Number(flags.members));
  const readers = await sessionsOf(members.filter((_, i) => i % Math.max(1, Math.floor(members.length / Number(flags.readers))) === 0));
  const get = async (path, cookie) => {
    const from = performance.now();
    const reply = await fetch(url + path, { headers: { cookie, accept: 'text/html' } });
    await reply.arrayBuffer();
    if (reply.status !== 200) throw new Error(`${path} answers ${reply.status}`);
    return performance.now() - from;
  };
  // The engine reads the community once, and every page is warm.
  for (const path of PAGES) for (const cookie of readers.slice(0, 5)) await get(path, cookie);
  const figures = [];
  for (const path of PAGES.filter((one) => flags.only === undefined || one.includes(flags.only))) {
    const times = [];
    for (const cookie of readers) times.push(await get(path, cookie));
    process.stderr.write(`${path}: median ${quantile(times, 0.5).toFixed(1)} ms\n`);
    figures.push({ name: `${path} with ${flags.members} members, 99 of 100 within ms`, value: quantile(times, 0.99), goal: GOAL, better: 'less' });
  }
  process.exitCode = printFigures(figures, (line) => process.stdout.write(line)) ? 0 : 1;
} finally {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The cookie of each. */
async function sessionsOf(memberIds) {
  const { id: communityId } = await app.get(CommunitiesService).default();
  const [accounts, sessions] = [app.get(AccountsService), app.get(SessionsService)];
  return app.get(Database).write(async (transaction) => {
    const cookies = [];
    for (const memberId of memberIds) {
      const { id: accountId } = await accounts.create(transaction, { address: `${memberId}@example.org`, language: 'en', formal: false });
      const membership = { communityId, memberId, accountId, role: 'member' };
      await accounts.addMembership(transaction, membership);
      cookies.push(`gern_session=${await sessions.start(transaction, membership, 'bench')}`);
    }
    return cookies;
  });
}
