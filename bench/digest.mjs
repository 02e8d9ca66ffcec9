// One round of digests for a whole community, through the real house on a database of its own.
// `node bench/digest.mjs --members 50000`. Prints progress on stderr, figures on stdout.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { NestFactory } from '@nestjs/core';

import { AppModule } from '../dist/app.module.js';
import { CommunitiesService } from '../dist/communities/communities.service.js';
import { readConfig } from '../dist/config.js';
import { Database } from '../dist/database/database.js';
import { RoundPlanning } from '../dist/introductions/digest/round-planning.service.js';
import { RoundsService } from '../dist/introductions/digest/rounds.service.js';
import { printFigures } from '../dist/judgments/figures.js';
import { readNetworks } from '../dist/judgments/networks.js';
import { readKnowledgeSources } from '../dist/knowledge/sources.js';

const { values: flags } = parseArgs({ options: { members: { type: 'string', default: '2000' }, only: { type: 'string' } } });
const MEMBERS = Number(flags.members);
const ROWS_AT_ONCE = 500;

const folder = mkdtempSync(join(tmpdir(), 'gern-bench-'));
const config = readConfig({ GERN_DATABASE: join(folder, 'gern.sqlite'), GERN_LOG: 'info' });
const app = await NestFactory.createApplicationContext(AppModule.with(config), { logger: ['error', 'log'] });
try {
  await fill(app);
  const community = await app.get(CommunitiesService).default();
  const rounds = app.get(RoundsService);
  let largest = 0;
  const watch = setInterval(() => (largest = Math.max(largest, process.memoryUsage().rss)), 250);
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  const round = await app.get(RoundPlanning).plan(community, '2026-11-23');
  const [seconds, { user, system }] = [(performance.now() - from) / 1_000, process.cpuUsage(cpu)];
  clearInterval(watch);
  const entries = await rounds.entries(round.id);
  process.stderr.write(`${entries.length} introductions for ${MEMBERS} members\n`);
  const figures = [
    { name: `round of ${MEMBERS} members planned, seconds`, value: seconds, goal: 600, better: 'less' },
    { name: `round of ${MEMBERS} members, CPU seconds`, value: (user + system) / 1e6, goal: 1_200, better: 'less' },
    { name: `largest memory meanwhile, MB`, value: largest / 1e6, goal: 2_000, better: 'less' },
  ];
  process.exitCode = printFigures(figures, (line) => process.stdout.write(line)) ? 0 : 1;
} finally {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Each member with an ask and an offer, made by joining halves of what people wrote. */
async function fill(app) {
  const { id: communityId } = await app.get(CommunitiesService).default();
  const networks = readNetworks();
  const asks = networks.flatMap((network) => network.asks).map(({ text }) => text);
  const voices = readKnowledgeSources().voices.map(({ text }) => text);
  const half = (text, first) => (first ? text.split(' ').slice(0, 6) : text.split(' ').slice(-6)).join(' ');
  const joined = (texts, i) => `${half(texts[(i * 7_919) % texts.length], true)} ${half(texts[(i * 104_729 + 1) % texts.length], false)}`;
  const now = new Date().toISOString();
  const id = (n) => `${String(n).padStart(8, '0')}-0000-7000-8000-000000000000`;
  const members = Array.from({ length: MEMBERS }, (_, i) => ({
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
}
