import fc from 'fast-check';

import { keptAnswer } from '../../src/mail/answer.js';
import { backOff } from '../../src/mail/back-off.js';
import { Claims } from '../../src/mail/claims.service.js';
import { Outbox } from '../../src/mail/outbox.service.js';
import type { Letter, Outcome, Transport } from '../../src/mail/transport.js';
import { TestClock } from '../support/clock.js';
import { mailOf, MailRoom } from './mail-room.js';

/** Takes every mail, and lets a test do something meanwhile. */
class Taker implements Transport {
  readonly lanes = 4;
  readonly pace = Infinity;
  readonly taken: Letter[] = [];

  constructor(private readonly meanwhile: () => Promise<unknown> = async () => undefined) {}

  async submit(letter: Letter, onDot: () => Promise<boolean>): Promise<Outcome> {
    await this.meanwhile();
    if (!(await onDot())) return { kind: 'superseded' };
    this.taken.push(letter);
    return { kind: 'submitted', answer: '250 ok' };
  }

  close(): void {}
}

describe('the outbox', () => {
  const clock = new TestClock('2026-11-24T09:00:00.000Z');
  let room: MailRoom;
  beforeEach(async () => {
    clock.set('2026-11-24T09:00:00.000Z');
    room = await MailRoom.open({ clock });
  });
  afterEach(() => room.close());

  test('P12 the same thing queued by 50 calls at once is one mail', async () => {
    const queued = (await Promise.all(Array.from({ length: 50 }, () => room.queue({ key: 'digest:mira:2026-11-24' })))).flat();
    expect(queued.filter(Boolean)).toHaveLength(1);
    expect(await room.rows()).toHaveLength(1);
  });

  test('P12 a transaction that fails takes its mail along', async () => {
    const failing = room.database.write(async (transaction) => {
      await room.get(Outbox).queue(transaction, mailOf());
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await room.rows()).toEqual([]);
  });

  test('somebody who waits for a mail gets it before the digest of others', async () => {
    await room.queue({ to: 'a@example.org' }, { to: 'b@example.org', category: 'meetups' }, { to: 'c@example.org', category: 'introductions' }, { to: 'd@example.org', category: 'service' });
    expect((await room.get(Claims).claim(9)).map(({ to }) => to[0])).toEqual(['d', 'c', 'b', 'a']);
  });

  test('a mail leaves neither before its time nor after it', async () => {
    await room.queue({ key: 'later', notBefore: '2026-11-24T10:00:00.000Z' }, { key: 'too late', validUntil: '2026-11-24T09:30:00.000Z', notBefore: '2026-11-24T09:10:00.000Z' });
    const taker = new Taker();
    await room.worker(taker).runOnce();
    expect(taker.taken).toEqual([]);
    clock.set('2026-11-24T11:00:00.000Z');
    await room.worker(taker).runOnce();
    expect(await room.states()).toEqual(['submitted', 'expired']);
  });

  test('D12 what is withdrawn during the run leaves before its withdrawal or not at all', async () => {
    const mails = Array.from({ length: 300 }, (_, i) => ({ key: `k${i}`, about: `about-${i % 2}`, to: `m${i}@example.org` }));
    await room.queue(...mails);
    let count = 0;
    let atWithdrawal = -1;
    const taker = new Taker(async () => {
      if (++count !== 60) return;
      await room.withdraw('about-1');
      atWithdrawal = taker.taken.length;
    });
    await room.worker(taker).runOnce();
    const states = await room.states();
    const odd = states.filter((_, i) => i % 2 === 1);
    expect(new Set(states.filter((_, i) => i % 2 === 0))).toEqual(new Set(['submitted']));
    expect(odd.filter((state) => state === 'withdrawn').length).toBeGreaterThan(100);
    // Only those of the batch that was claimed already may follow.
    const later = taker.taken.slice(atWithdrawal).filter(({ to }) => Number(/\d+/u.exec(to)) % 2 === 1);
    expect(later.length).toBeLessThanOrEqual(20);
    expect(taker.taken.filter(({ to }) => Number(/\d+/u.exec(to)) % 2 === 1)).toHaveLength(odd.filter((state) => state === 'submitted').length);
  });

  test('D1 a worker that dies before the dot loses nothing: another takes over when the lease ends', async () => {
    await room.queue({});
    expect(await room.get(Claims).claim(9)).toHaveLength(1);
    expect(await room.get(Claims).claim(9)).toEqual([]);
    await room.endLeases();
    expect(await room.get(Claims).claim(9)).toMatchObject([{ lease: 2 }]);
  });

  test('D2 a worker that dies after the dot leaves the mail uncertain, unless a copy does no harm', async () => {
    await room.queue({ key: 'digest' }, { key: 'sign-in', repeatable: true });
    for (const claim of await room.get(Claims).claim(9)) expect(await room.get(Claims).noteDot(claim)).toBe(true);
    await room.endLeases();
    expect((await room.get(Claims).claim(9)).map(({ repeatable }) => repeatable)).toEqual([true]);
    expect(await room.states()).toEqual(['uncertain', 'claimed']);
  });

  test('Q9 a worker that was frozen past its lease neither sends its dot nor changes the mail', async () => {
    await room.queue({});
    const [frozen] = await room.get(Claims).claim(1);
    await room.endLeases();
    const [other] = await room.get(Claims).claim(1);
    expect(await room.get(Claims).noteDot(frozen!)).toBe(false);
    expect(await room.get(Claims).noteDot(other!)).toBe(true);
    await room.get(Claims).note(frozen!, { kind: 'refused', answer: '550 no', addressFault: true });
    await room.get(Claims).note(other!, { kind: 'submitted', answer: '250 ok' });
    expect(await room.states()).toEqual(['submitted']);
  });

  test('two workers on one file carry each mail once', async () => {
    await room.queue(...Array.from({ length: 200 }, (_, i) => ({ key: `k${i}` })));
    const second = await MailRoom.open({ clock, folder: room.folder });
    const [one, other] = [new Taker(() => new Promise(setImmediate)), new Taker(() => new Promise(setImmediate))];
    await Promise.all([room.worker(one).runOnce(), second.worker(other).runOnce()]);
    await second.app.close();
    expect(new Set([...one.taken, ...other.taken].map(({ messageId }) => messageId)).size).toBe(200);
    expect(one.taken.length + other.taken.length).toBe(200);
    expect(Math.min(one.taken.length, other.taken.length)).toBeGreaterThan(0);
  });

  test('bytes and address go a week after the end, the row after a quarter of a year; what is uncertain stays', async () => {
    await room.queue({ key: 'gone' }, { key: 'doubtful' });
    const [gone, doubtful] = await room.get(Claims).claim(9);
    await room.get(Claims).note(gone!, { kind: 'submitted', answer: '250 ok' });
    await room.get(Claims).note(doubtful!, { kind: 'unknown', answer: '' });
    clock.passDays(8);
    await room.get(Claims).tidy();
    expect(await room.rows()).toMatchObject([
      { state: 'submitted', bytes: null, recipient: null },
      { state: 'uncertain', recipient: 'mira@example.org' },
    ]);
    clock.passDays(83);
    await room.get(Claims).tidy();
    expect(await room.states()).toEqual(['uncertain']);
  });
});

describe('the wait of a mail that was put off', () => {
  test('grows, never passes four hours, is the same each time, and ends within a day', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        let sum = 0;
        for (let attempts = 1; attempts <= 12; attempts++) {
          const wait = backOff(id, attempts)!;
          expect(wait).toBe(backOff(id, attempts));
          expect(wait).toBeLessThanOrEqual(Math.min(60_000 * 2 ** (attempts - 1), 240 * 60_000));
          expect(wait).toBeGreaterThanOrEqual((Math.min(60_000 * 2 ** (attempts - 1), 240 * 60_000) * 2) / 3 - 1);
          sum += wait;
        }
        expect(sum).toBeLessThan(24 * 3_600_000);
        expect(backOff(id, 13)).toBeUndefined();
      }),
    );
  });

  test('answers are kept without addresses', () => {
    expect(keptAnswer('550 5.1.1 <mira@example.org>: unknown\r\nmira@example.org')).toBe('550 5.1.1 <…> unknown <…>');
  });
});
