import fc from 'fast-check';

import { planIntroductions, ringOf, roundsOf, tablesOf } from '../../../src/engine/engine.js';
import { community, pair, planOf } from './instances.js';

describe('1:1 rounds', () => {
  test('place every introduction once, nobody in two places at once, in at most one round more than the busiest person has meetings', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }).chain((people) =>
          fc.record({
            people: fc.constant(people),
            introductions: fc.array(
              pair(people).map(([giver, asker]) => ({ giver, asker })),
              { maxLength: 60 },
            ),
          }),
        ),
        ({ people, introductions }) => {
          const { rounds, fewest } = roundsOf({ people, introductions, minutes: 8, pause: 2 });
          expect(rounds.flatMap(({ meetings }) => meetings.flatMap((one) => one.introductions)).sort((a, b) => a - b)).toEqual(introductions.map((_, i) => i));
          const pairs = rounds.flatMap(({ meetings }) => meetings.map((one) => one.pair.join(' ')));
          expect(new Set(pairs).size).toBe(pairs.length);
          for (const { meetings, free } of rounds) {
            const now = [...meetings.flatMap((one) => one.pair), ...free];
            expect(new Set(now).size).toBe(now.length);
          }
          expect(rounds.length).toBeLessThanOrEqual(fewest + 1);
        },
      ),
      { numRuns: 2_000, seed: 6 },
    );
  });

  test('a plan for 300 people takes as few rounds as the busiest person has meetings', () => {
    const plan = planOf(planIntroductions({ people: 300, edges: community(300, 20, 3) }));
    const { rounds, fewest } = roundsOf({ people: 300, introductions: plan.introductions, minutes: 8, pause: 2 });
    expect(rounds).toHaveLength(fewest);
    expect(rounds.slice(0, 2).map(({ starts, ends }) => [starts, ends])).toEqual([
      [0, 8],
      [10, 18],
    ]);
  });

  test('three who all meet need three rounds, and in each one of them is free', () => {
    const { rounds, fewest } = roundsOf({
      people: 4,
      introductions: [
        { giver: 0, asker: 1 },
        { giver: 1, asker: 2 },
        { giver: 2, asker: 0 },
        { giver: 0, asker: 2 },
      ],
      minutes: 5,
      pause: 0,
    });
    expect(fewest).toBe(2);
    expect(rounds.map(({ meetings, free }) => ({ meetings, free }))).toEqual([
      { meetings: [{ pair: [0, 1], introductions: [0] }], free: [2] },
      { meetings: [{ pair: [0, 2], introductions: [2, 3] }], free: [1] },
      { meetings: [{ pair: [1, 2], introductions: [1] }], free: [0] },
    ]);
  });
});

describe('tables', () => {
  test('seat everybody once a round, at tables of 3 to 8', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 40 }), fc.integer({ min: 3, max: 8 }), fc.integer({ min: 1, max: 4 }), fc.nat(1_000), (people, seats, rounds, seed) => {
        const tables = tablesOf({ people, seats, rounds, edges: community(people, 2, seed) });
        expect(tables.rounds).toHaveLength(rounds);
        for (const round of tables.rounds) {
          expect(round.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: people }, (_, person) => person));
          for (const table of round) expect([3, 4, 5, 6, 7, 8]).toContain(table.length);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('bring introductions together and repeat nobody where there are tables enough', () => {
    const { introductions } = planOf(planIntroductions({ people: 60, edges: community(60, 20, 5) }));
    const tables = tablesOf({ people: 60, seats: 6, rounds: 4, edges: introductions });
    const timesTogether = new Map<string, number>();
    for (const table of tables.rounds.flat()) for (const a of table) for (const b of table) if (a < b) timesTogether.set(`${a} ${b}`, (timesTogether.get(`${a} ${b}`) ?? 0) + 1);
    expect([...timesTogether.values()].reduce((sum, times) => sum + times - 1, 0)).toBe(tables.repeats);
    expect(tables.repeats).toBe(0);
    expect(tables.together / introductions.length).toBeGreaterThan(0.85);
  });

  test('say how often people meet again where that cannot be helped', () => {
    expect(tablesOf({ people: 4, seats: 4, rounds: 2, edges: [] })).toMatchObject({ repeats: 6 });
  });

  test('seat those side by side who help each other', () => {
    const { rounds } = tablesOf({
      people: 4,
      seats: 4,
      rounds: 1,
      edges: [
        { giver: 0, asker: 2, affinity: 1 },
        { giver: 2, asker: 1, affinity: 1 },
        { giver: 1, asker: 3, affinity: 1 },
      ],
    });
    expect(rounds).toEqual([[[0, 2, 1, 3]]]);
  });

  test.each([
    [{ people: 2, seats: 4, rounds: 1 }, 'A table needs at least 3 people, and there are 2.'],
    [{ people: 9, seats: 9, rounds: 1 }, 'A table has 3 to 8 seats, not 9.'],
    [{ people: 9, seats: 3, rounds: 0 }, 'There is at least one round, not 0.'],
  ])('%j is refused', (request, message) => {
    expect(() => tablesOf({ ...request, edges: [] })).toThrow(new RangeError(message));
  });
});

describe('a Reciprocity Ring', () => {
  test('reads out every ask that somebody can serve, with its best helpers first, and nobody speaks twice running where that can be helped', () => {
    const ring = ringOf({ people: 40, edges: community(40, 8, 9) });
    expect(ring.turns.map(({ asker }) => asker).sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, person) => person));
    expect(ring.mostCalls).toBe(3);
    for (const { helpers } of ring.turns) {
      expect(helpers.length).toBeGreaterThan(0);
      expect(helpers.length).toBeLessThanOrEqual(3);
      expect(helpers.map(({ affinity }) => affinity)).toEqual(helpers.map(({ affinity }) => affinity).sort((a, b) => b - a));
    }
    const people = ring.turns.map(({ asker, helpers }) => [asker, ...helpers.map(({ giver }) => giver)]);
    const running = people.filter((now, turn) => turn > 0 && now.some((person) => people[turn - 1]!.includes(person)));
    expect(running.length).toBeLessThanOrEqual(6);
  });

  test('looks at one helper as often as needed where nobody else can help', () => {
    const edges = [1, 2, 3, 4, 5].map((asker) => ({ giver: 0, asker, affinity: 0.5 }));
    expect(ringOf({ people: 6, edges })).toMatchObject({ mostCalls: 5, unserved: [{ asker: 0, reason: 'nobody above threshold' }] });
  });
});
