import { HOLD, visibleTo, type Introduction, type Side } from '../../src/introductions/introduction.js';
import { next, type Event } from '../../src/introductions/transitions.js';
import { START, proposed } from './made.js';

const HISTORIES = 1_000_000;
const SIDES = ['giver', 'asker'] as const;

// Looking a global up in Jest's sandbox costs a hundred times the call itself.
const { imul, floor } = Math;
const { stringify } = JSON;
const Moment = Date;

/** Mulberry32: the same histories on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = imul(state ^ (state >>> 15), 1 | state);
    t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const EVENTS: readonly Event[] = [
  { kind: 'yes', side: 'giver', step: 'note' },
  { kind: 'yes', side: 'giver', step: 'call' },
  { kind: 'yes', side: 'asker' },
  { kind: 'yes', side: 'asker' },
  ...SIDES.flatMap((side): Event[] => [
    { kind: 'no', side, why: 'not-now' },
    { kind: 'no', side, why: 'known' },
    { kind: 'undo', side },
    { kind: 'withdraw', side },
    { kind: 'outcome', side, outcome: { met: true, helped: false, tellConnector: true } },
    { kind: 'thank', side, note: 'Thank you' },
  ]),
  { kind: 'remind' },
  { kind: 'expire' },
  { kind: 'holdOver' },
  { kind: 'holdOver' },
  { kind: 'holdOver' },
  { kind: 'askOutcome' },
  { kind: 'cut' },
];
/** Pauses between events, in milliseconds: within the hold, its very end, hours, days, the end of the answer time. */
const PAUSES = [0, 1, 60_000, HOLD - 1, HOLD, HOLD + 1, 3 * 3_600_000, 86_400_000, 4 * 86_400_000, 7 * 86_400_000 - 1, 7 * 86_400_000];

/** Keeps book of live yeses on its own, from nothing but what people said. */
class Witness {
  readonly yes: Record<Side, boolean> = { giver: false, asker: false };
  lastYesAt = 0;

  note(event: Event, at: number): void {
    if (event.kind === 'yes') {
      this.yes[event.side] = true;
      this.lastYesAt = at;
    } else if (event.kind === 'undo' || event.kind === 'withdraw' || event.kind === 'no') this.yes[event.side] = false;
  }
}

describe('random histories of consent', () => {
  test(`P3, P9: in ${HISTORIES} histories no share without two live yes, and none within the hold`, () => {
    const random = seeded(20_260_302);
    const pick = <T>(list: readonly T[]): T => list[floor(random() * list.length)]!;
    const start = Date.parse(START);
    const openings = (['giver', 'asker', 'connector', 'service'] as const).map((openedBy) => proposed(openedBy));
    let shares = 0;
    let faults = 0;
    for (let history = 0; history < HISTORIES; history++) {
      let introduction: Introduction = pick(openings);
      let now = start;
      const witness = new Witness();
      let isCut = false;
      const length = 4 + floor(random() * 9);
      for (let step = 0; step < length; step++) {
        now += pick(PAUSES);
        const event = step === 0 && introduction.openedBy === 'giver' ? EVENTS[0]! : pick(EVENTS);
        const after = next(introduction, event, new Moment(now).toISOString());
        if (typeof after === 'string') continue;
        witness.note(event, now);
        if (after.introducedAt !== null && introduction.introducedAt === null) {
          shares++;
          if (!witness.yes.giver || !witness.yes.asker || isCut || now - witness.lastYesAt < HOLD) faults++;
        }
        if (event.kind === 'cut') isCut = true;
        introduction = after;
      }
    }
    expect(faults).toBe(0);
    expect(shares).toBeGreaterThan(HISTORIES / 100);
  });

  test('P3: whoever waits sees the same bytes at every moment, whatever the other side does, until they are introduced', () => {
    const random = seeded(7);
    const pick = <T>(list: readonly T[]): T => list[floor(random() * list.length)]!;
    let compared = 0;
    for (let history = 0; history < 100_000; history++) {
      const waiting = pick(SIDES);
      const first: Event = waiting === 'giver' ? { kind: 'yes', side: 'giver', step: 'coffee' } : { kind: 'yes', side: 'asker' };
      const silence = { ...(next(proposed(), first, START) as Introduction), openedBy: waiting };
      const others = EVENTS.filter((event) => !('side' in event) || event.side !== waiting);
      let introduction: Introduction = silence;
      let now = Date.parse(START);
      for (let step = 0; step < 8 && introduction.introducedAt === null; step++) {
        now += pick(PAUSES);
        const moment = new Moment(now).toISOString();
        const after = next(introduction, pick(others), moment);
        if (typeof after !== 'string') introduction = after;
        if (introduction.introducedAt !== null) break;
        compared++;
        expectSame(visibleTo(waiting, introduction, moment), visibleTo(waiting, silence, moment));
        // What a side may do tells no more than what it sees.
        for (const probe of [
          { kind: 'undo', side: waiting },
          { kind: 'no', side: waiting, why: 'not-now' },
          { kind: 'thank', side: waiting, note: 'x' },
        ] as const) {
          expectSame(refusalOf(introduction, probe, moment), refusalOf(silence, probe, moment));
        }
        expectSame(refusalOf(introduction, { kind: 'withdraw', side: waiting }, moment), refusalOf(silence, { kind: 'withdraw', side: waiting }, moment));
      }
    }
    expect(compared).toBeGreaterThan(300_000);
  });
});

function refusalOf(introduction: Introduction, event: Event, now: string): string {
  const result = next(introduction, event, now);
  return typeof result === 'string' ? result : 'done';
}

/** Jest's own comparison is too slow for a million calls. */
function expectSame(one: unknown, other: unknown): void {
  const [a, b] = [stringify(one), stringify(other)];
  if (a !== b) throw new Error(`${a} differs from ${b}`);
}
