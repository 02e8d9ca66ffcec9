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
import { RoundPlanning } from '../dist/introductions/digest/round-planning.service.js';
import { RoundsService } from '../dist/introductions/digest/rounds.service.js';
import { printFigures } from '../dist/judgments/figures.js';
import { fillCommunity } from './community.mjs';

const { values: flags } = parseArgs({ options: { members: { type: 'string', default: '2000' }, only: { type: 'string' } } });
const MEMBERS = Number(flags.members);

const folder = mkdtempSync(join(tmpdir(), 'gern-bench-'));
const config = readConfig({ GERN_DATABASE: join(folder, 'gern.sqlite'), GERN_LOG: 'info' });
const app = await NestFactory.createApplicationContext(AppModule.with(config), { logger: ['error', 'log'] });
try {
  await fillCommunity(app, MEMBERS);
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
