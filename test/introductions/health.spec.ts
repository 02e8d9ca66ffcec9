import fc from 'fast-check';

import { layoutBars } from '../../src/introductions/health/bars.layout.js';
import { layoutCoverage } from '../../src/introductions/health/coverage.layout.js';
import { healthOf, monthsUntil, OUTCOMES } from '../../src/introductions/health/health.js';
import { told, toldShare } from '../../src/introductions/health/told.js';
import { coverageOf } from '../../src/matching/coverage.js';

const title = (name: string) => ({ de: name, en: name, es: name });

describe('numbers of a small network', () => {
  test('P2 fewer than five are never counted, and larger numbers are rounded to fives', () => {
    expect([0, 1, 4, 5, 7, 8, 12, 13].map(told)).toEqual([0, 'few', 'few', 5, 5, 10, 10, 15]);
  });

  test('a share tells neither few nor few exceptions', () => {
    expect([toldShare(1, 4), toldShare(0, 40), toldShare(3, 40), toldShare(37, 40), toldShare(40, 40), toldShare(13, 40)]).toEqual(['unknown', 0, 'few', 'nearly-all', 1, 0.35]);
    fc.assert(
      fc.property(fc.nat(2_000), fc.nat(2_000), (part, rest) => {
        const share = toldShare(part, part + rest);
        if (typeof share === 'number') expect([part === 0 || part >= 5, rest === 0 || rest >= 5, Math.abs(share - part / (part + rest)) <= 0.025 + 1e-9]).toEqual([true, true, true]);
      }),
    );
  });

  test('two givers who differ by one introduction look alike', () => {
    const facts = { members: 60, givers: 20, asks: [], months: [] };
    const one = healthOf({ ...facts, loads: [1, 1, 1, 1, 1, 2, 2] });
    expect(healthOf({ ...facts, loads: [1, 1, 1, 1, 1, 1, 2] })).toEqual(one);
    expect(one.load.map(({ givers }) => givers)).toEqual([5, 'few', 0, 0, 0]);
  });

  test('half of the first yeses, told in whole days, from five on', () => {
    const asks = [0.2, 0.5, 2.3, 9, 40].map((daysToYes) => ({ daysToYes, answered: true }));
    const facts = { members: 9, givers: 5, loads: [], months: [] };
    expect(healthOf({ ...facts, asks }).medianDays).toBe(3);
    expect(healthOf({ ...facts, asks: asks.slice(1) }).medianDays).toBeNull();
    expect(healthOf({ ...facts, asks: [...asks, { daysToYes: undefined, answered: false }] }).firstYes.map(({ asks: its }) => its)).toEqual(['few', 'few', 0, 'few', 'few', 'few']);
  });

  test('twelve months end with the one of today, over a turn of the year', () => {
    expect(monthsUntil('2026-02-28', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });
});

describe('pictures of a network', () => {
  const count = fc.oneof(fc.constant('few' as const), fc.nat(5_000).map(told));

  test('bars stand on the ground, pile up without gaps, and leave room for the number above', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count, count), { minLength: 1, maxLength: 12 }), (piles) => {
        const { bars, ground, width } = layoutBars(piles.map((parts) => ({ label: '', whole: 0, parts })));
        for (const { x, width: own, top, parts } of bars) {
          expect([x >= 0, x + own <= width, top >= 12]).toEqual([true, true, true]);
          let next = ground;
          for (const { y, height } of parts) {
            expect(y + height).toBeCloseTo(next, 6);
            next = y;
          }
          expect(top).toBeCloseTo(next, 6);
        }
      }),
    );
  });

  test('a few are drawn alike, however many they are', () => {
    const [one, other] = [told(1), told(4)].map((whole) => layoutBars([{ label: 'a', whole, parts: [whole] }]));
    expect(one).toEqual(other);
  });

  test('both sides of a field meet in the middle and stay inside', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ title: fc.constant('a'), askers: count, givers: count }), { maxLength: 10 }), (fields) => {
        const { rows, middle, width, height } = layoutCoverage(fields);
        for (const { askers, givers, y } of rows) {
          expect(askers.x + askers.width).toBeCloseTo(middle, 6);
          expect([givers.x, askers.x >= 20, givers.x + givers.width <= width - 20, y < height]).toEqual([middle, true, true, true]);
        }
      }),
    );
  });

  test('months keep their outcomes apart, and their sum is rounded by itself', () => {
    const { months } = healthOf({ members: 9, givers: 0, asks: [], loads: [], months: [{ month: '2026-01', by: { introduced: 7, 'under-way': 2, over: 0 } }] });
    expect([months[0]!.all, ...OUTCOMES.map((outcome) => months[0]!.by[outcome])]).toEqual([10, 5, 'few', 0]);
  });
});

describe('what is sought and what is offered', () => {
  const says = (id: string, memberId: string, kind: 'ask' | 'offer') => ({ id, memberId, kind });
  const places: Record<string, { field: number | undefined; cards: number[] }> = {
    bees: { field: 0, cards: [3] },
    honey: { field: 0, cards: [4, 3] },
    logo: { field: 1, cards: [7] },
    vague: { field: undefined, cards: [] },
  };
  const of = (...statements: ReturnType<typeof says>[]) =>
    coverageOf(statements, (id) => places[id.split(' ')[0]!]!, { fields: [title('Garden'), title('Pictures'), title('Music')], cardOf: (card) => title(String(card)) });

  test('people are counted, not statements; fields that nobody speaks of are left out', () => {
    expect(of(says('bees 1', 'a', 'ask'), says('bees 2', 'a', 'ask'), says('logo', 'b', 'offer'), says('vague', 'c', 'ask')).fields).toEqual([
      { title: title('Garden'), askers: 1, givers: 0 },
      { title: title('Pictures'), askers: 0, givers: 1 },
    ]);
  });

  test('a gap is what nobody else offers: an offer covers all it is about, and nobody serves their own ask', () => {
    expect(of(says('bees', 'a', 'ask'), says('honey', 'b', 'offer')).gaps).toEqual([]);
    expect(of(says('bees', 'a', 'ask'), says('honey', 'a', 'offer')).gaps).toEqual([{ title: title('3'), askers: 1 }]);
    expect(of(says('logo', 'a', 'ask'), says('bees 1', 'a', 'ask'), says('bees 2', 'b', 'ask')).gaps.map(({ askers }) => askers)).toEqual([2, 1]);
  });
});
