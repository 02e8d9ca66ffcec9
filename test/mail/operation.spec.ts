import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { Claims } from '../../src/mail/claims.service.js';
import { FileTransport } from '../../src/mail/file.transport.js';
import { MailStateService } from '../../src/mail/mail-state.service.js';
import { MailOperator } from '../../src/mail/operator.service.js';
import { TestClock } from '../support/clock.js';
import { empower } from '../accounts/second-factor.js';
import { House } from '../support/house.js';
import { MailRoom } from './mail-room.js';
import { ScriptedServer } from './scripted-server.js';

const many = (count: number) => Array.from({ length: count }, (_, i) => ({ key: `k${i}`, to: `m${i}@example.org` }));

describe('the worker in operation', () => {
  const clock = new TestClock('2026-11-24T09:00:00.000Z');
  let room: MailRoom;
  beforeEach(async () => {
    clock.set('2026-11-24T09:00:00.000Z');
    room = await MailRoom.open({ clock });
  });
  afterEach(() => room.close());

  test('D10 a stop lets what is under way end, gives the rest back, and leaves none claimed', async () => {
    let dots = 0;
    const server = await ScriptedServer.listen({ onDot: () => new Promise((resolve) => setTimeout(resolve, ++dots === 3 ? 300 : 1)) });
    await room.queue(...many(30));
    const worker = room.smtp(server.port);
    worker.start();
    while (dots < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    await worker.beforeApplicationShutdown();
    const states = await room.states();
    expect(states.filter((state) => state === 'submitted')).toHaveLength(3);
    expect(states.filter((state) => state === 'pending')).toHaveLength(27);
    expect(server.dots).toBe(3);
    await server.close();
  });

  test('D9 after an old copy of the database was put back nothing leaves until a person says so; what came too late expires', async () => {
    await room.queue(...many(3), { key: 'short', validUntil: '2026-11-24T10:00:00.000Z' });
    await room.get(MailStateService).beat();
    clock.passSeconds(5 * 3_600);
    const server = await ScriptedServer.listen({});
    expect(await room.get(MailStateService).pauseAfterAbsence()).toBe(true);
    const worker = room.smtp(server.port);
    await worker.runOnce();
    expect(server.dots).toBe(0);
    expect(await room.states()).toEqual(['pending', 'pending', 'pending', 'expired']);
    expect(await room.get(MailOperator).status()).toMatchObject({ pausedSince: '2026-11-24T14:00:00.000Z', counts: { pending: 3, expired: 1 } });
    await room.get(MailStateService).resume();
    expect(await room.get(MailStateService).pauseAfterAbsence()).toBe(false);
    await worker.runOnce();
    expect(server.dots).toBe(3);
    await server.close();
  });

  test('a worker that was away with nothing due, or for a short while, just goes on', async () => {
    await room.queue({ notBefore: '2026-11-25T09:00:00.000Z', key: 'tomorrow' });
    await room.get(MailStateService).beat();
    clock.passDays(1);
    expect(await room.get(MailStateService).pauseAfterAbsence()).toBe(false);
    await room.queue({ key: 'now' });
    await room.get(MailStateService).beat();
    clock.passSeconds(2 * 3_600);
    expect(await room.get(MailStateService).pauseAfterAbsence()).toBe(false);
  });

  test('an operator says what became of an uncertain mail', async () => {
    await room.queue(...many(3));
    const claims = await room.get(Claims).claim(3);
    for (const claim of claims) await room.get(Claims).note(claim, { kind: 'unknown', answer: '' });
    const operator = room.get(MailOperator);
    const { uncertain } = await operator.status();
    expect(uncertain.map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
    expect(JSON.stringify(await operator.status())).not.toContain('m0@example.org');
    await operator.resolve(claims[0]!.id, 'submitted');
    await operator.resolve(claims[1]!.id, 'resend');
    await operator.resolve(claims[2]!.id, 'drop');
    // The answer of the first try comes late, and finds that the mail is another try's.
    await room.get(Claims).note(claims[1]!, { kind: 'submitted', answer: '250 ok' });
    expect(await room.states()).toEqual(['submitted', 'pending', 'failed']);
    await expect(operator.resolve(claims[0]!.id, 'resend')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('files: a mail that is repeated after a crash overwrites itself', async () => {
    await room.queue(...many(2));
    const folder = join(room.folder, 'maildir');
    const [first] = await room.get(Claims).claim(1);
    await new FileTransport(folder).submit(first!);
    await room.endLeases();
    await room.worker(new FileTransport(folder)).runOnce();
    expect(await room.states()).toEqual(['submitted', 'submitted']);
    const names = readdirSync(join(folder, 'new'));
    expect(names).toHaveLength(2);
    expect(names.map((name) => readFileSync(join(folder, 'new', name)).toString()).sort()).toEqual((await room.rows()).map(({ bytes }) => bytes!.toString()).sort());
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });
});

describe('what the operator sees', () => {
  test('GET /api/v1/mail/outbox counts by state and holds no addresses', async () => {
    const house = await House.open();
    const { status, body } = await (await empower(house, house.organizerId)).call('GET', '/api/v1/mail/outbox');
    expect(status).toBe(200);
    expect(body).toEqual({
      counts: { pending: 0, claimed: 0, submitted: 0, uncertain: 0, failed: 0, expired: 0, withdrawn: 0 },
      ...{ oldestPending: null, uncertain: [], heartbeat: null, pausedSince: null, alarm: null, alarmSince: null },
    });
    await house.close();
  });

  (existsSync('dist/cli.js') ? test : test.skip)(
    'gern mail tells and does the same from the command line',
    async () => {
      const room = await MailRoom.open();
      await room.queue({ key: 'waits' });
      const gern = (...words: string[]) =>
        spawnSync('node', ['bin/gern.mjs', 'mail', ...words], {
          encoding: 'utf8',
          env: { ...process.env, GERN_DATABASE: join(room.folder, 'gern.sqlite'), GERN_MAIL_FOLDER: join(room.folder, 'out') },
        });
      expect(gern('status').stdout).toMatch(/^pending: 1\n[^]*paused: no\nalarm: none\n$/u);
      expect(gern('resume').status).toBe(0);
      expect(gern('resolve', 'nothing', 'resend')).toMatchObject({ status: 1 });
      expect(gern('resolve', 'nothing', 'perhaps')).toMatchObject({ status: 2 });
      await room.close();
    },
    240_000,
  );
});
