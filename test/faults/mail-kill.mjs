// Kills the worker with -9 at random moments while a digest leaves for a slow SMTP server on this machine, again and again; lets the rest
// leave; then lays the outbox beside what the server received.
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';

import { NestFactory } from '@nestjs/core';
import { SMTPServer } from 'smtp-server';

import { SystemClock } from '../../dist/clock.js';
import { readConfig } from '../../dist/config.js';
import { Database } from '../../dist/database/database.js';
import { CarriageModule } from '../../dist/mail/carriage.module.js';
import { MailOperator } from '../../dist/mail/operator.service.js';
import { OutboxEntity } from '../../dist/mail/outbox.entity.js';
import { Outbox } from '../../dist/mail/outbox.service.js';

const WORKER = fileURLToPath(new URL('mail-worker.mjs', import.meta.url));
const CHUNK = 500;
const LATEST = 100_000;
const SHORTEST_ROUND = 60;

/** @param {{ kills: number, mails: number, connections: number, workers: number }} size */
export async function mailKill({ kills, mails, connections, workers }) {
  const folder = mkdtempSync(join(tmpdir(), 'gern-faults-'));
  const chance = seeded(20_261_124);
  const received = [];
  // A server for each worker, to know which of them began to carry.
  const servers = await Promise.all(Array.from({ length: workers }, () => slowServer(chance, received)));
  const environmentOf = ({ port }) => ({
    GERN_DATABASE: join(folder, 'gern.sqlite'),
    GERN_SMTP: `smtp://127.0.0.1:${port}`,
    GERN_MAIL_FROM: 'gern@example.org',
    GERN_SMTP_CONNECTIONS: String(connections),
  });
  const environment = environmentOf(servers[0]);
  try {
    await withMail(environment, (app) => queueDigest(app, mails));
    let [begun, done, enough] = [0, 0, false];
    // Whoever gets tired of waiting still learns what the kills so far did.
    process.once('SIGINT', () => (enough = true));
    const killAndKill = async (server) => {
      while (!enough && begun++ < kills) {
        await killed(server.events, chance, environmentOf(server));
        if (++done % 25 === 0) process.stderr.write(`${done} of ${kills} kills, ${received.length} mails received\n`);
      }
    };
    await Promise.all(servers.map(killAndKill));
    await Promise.all(servers.map((server) => drained(environmentOf(server))));
    return await withMail(environment, (app) => compare(app, received, done));
  } finally {
    for (const { server } of servers) server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes 2 to 10 ms over each mail and keeps what it received when the dot arrived, whether or not its answer is heard. */
async function slowServer(chance, received) {
  const events = new EventEmitter();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onConnect(_session, next) {
      events.emit('greeted');
      next();
    },
    onData(stream, session, answer) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks);
        received.push({ messageId: /^Message-ID: (.*)$/im.exec(bytes.toString('latin1'))[1].trim(), to: session.envelope.rcptTo[0].address, hash: hashOf(bytes) });
        events.emit('dot');
        setTimeout(answer, 2 + 8 * chance());
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, events, port: server.server.address().port };
}

async function withMail(environment, work) {
  const app = await NestFactory.createApplicationContext(CarriageModule.alone(readConfig(environment), new SystemClock()), { logger: ['error'] });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** Each to a domain of its own, so that the pace for one domain does not set the pace of the test. */
async function queueDigest(app, mails) {
  const [database, outbox] = [app.get(Database), app.get(Outbox)];
  const validUntil = new Date(Date.now() + 86_400_000).toISOString();
  for (let from = 0; from < mails; from += CHUNK) {
    await database.write(async (transaction) => {
      for (let i = from; i < Math.min(from + CHUNK, mails); i++) {
        await outbox.queue(transaction, {
          ...{ key: `digest:${i}:2026-11-24`, kind: 'digest', category: 'digest', to: `member${i}@d${i}.example.org`, accountId: `account-${i}`, about: `member-${i}` },
          ...{ communityId: 'c', communityName: 'Werkhof', language: 'de', validUntil },
          ...{ subject: `Wem du diese Woche helfen könntest (${i})`, text: `Hallo ${i},\n\nhier ist deine Runde.\n`, html: `<p>Hallo ${i}, hier ist deine Runde.</p>` },
        });
      }
    });
  }
}

/**
 * Kills a worker at a random moment: within the round of a mail (from dot to dot) that comes after up to nine others, or before its first
 * one. Counted in rounds and not from its start, since on a busy machine the start alone takes longer than many mails on a quiet one.
 */
function killed(events, chance, environment) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [WORKER], { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit'] });
    let [rounds, last] = [Math.floor(10 * chance()), undefined];
    const step = () => {
      const now = performance.now();
      if (rounds-- === 0) setTimeout(() => child.kill('SIGKILL'), chance() * Math.max(SHORTEST_ROUND, now - (last ?? now)));
      last = now;
    };
    events.once('greeted', step).on('dot', step);
    // Where all that is left is leased to killed workers, none connects for a minute; where nothing is left, none ever does.
    const latest = setTimeout(() => child.kill('SIGKILL'), LATEST);
    child.once('exit', () => {
      clearTimeout(latest);
      events.removeAllListeners();
      resolve();
    });
  });
}

function drained(environment) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WORKER, 'drain'], { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The worker that was to carry the rest ended with ${code}.`))));
  });
}

async function compare(app, received, kills) {
  const rows = await app.get(Database).read.find(OutboxEntity);
  const { uncertain } = await app.get(MailOperator).status();
  const listed = new Set(uncertain.map(({ id }) => id));
  const copies = grouped(received);
  const unsettled = rows.filter(({ state }) => state === 'uncertain');
  const count = (test) => rows.filter(test).length;
  const arrived = ({ messageId }) => copies.has(messageId);
  process.stderr.write(`${unsettled.length} uncertain, of which the server had ${unsettled.filter(arrived).length}\n`);
  return [
    { name: 'mails submitted', value: count(({ state }) => state === 'submitted'), goal: rows.length - kills, better: 'more' },
    { name: 'mails lost', value: count((row) => row.state !== 'uncertain' && !(row.state === 'submitted' && arrived(row))), goal: 0, better: 'less' },
    {
      name: 'same mail with other content or reader',
      value: count((row) => (copies.get(row.messageId) ?? []).some(({ hash, to }) => hash !== hashOf(row.bytes) || to !== row.recipient)),
      goal: 0,
      better: 'less',
    },
    { name: 'mails received twice', value: [...copies.values()].filter(({ length }) => length > 1).length, goal: 0, better: 'less' },
    { name: 'mails received that no row tells of', value: copies.size - count(arrived), goal: 0, better: 'less' },
    { name: 'mails uncertain', value: unsettled.length, goal: kills, better: 'less' },
    { name: 'mails uncertain and not listed', value: unsettled.filter(({ id }) => !listed.has(id)).length, goal: 0, better: 'less' },
  ];
}

function grouped(received) {
  const groups = new Map();
  for (const one of received) groups.set(one.messageId, [...(groups.get(one.messageId) ?? []), one]);
  return groups;
}

function hashOf(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Chance from a seed (mulberry32). */
function seeded(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
