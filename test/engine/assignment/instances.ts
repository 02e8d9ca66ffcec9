import fc from 'fast-check';

import type { IntroPlan, NonePossible, Pair, PlanEdge, PlanRequest } from '../../../src/engine/engine.js';

/** The plan, or a failed test with the clashes in its words. */
export function planOf(outcome: IntroPlan | NonePossible): IntroPlan {
  if (outcome.kind === 'none possible') throw new Error(`none possible: ${JSON.stringify(outcome.clashes)}`);
  return outcome;
}

export const pairsOf = ({ introductions }: IntroPlan): string[] => introductions.map(({ giver, asker }) => `${giver} helps ${asker}`);

export const pair = (people: number): fc.Arbitrary<Pair> => fc.tuple(fc.nat(people - 1), fc.nat(people - 2)).map(([a, b]) => [a, b < a ? b : b + 1]);

/** Few people, few edges, every rule now and then. */
export const smallRequest: fc.Arbitrary<PlanRequest> = fc.integer({ min: 2, max: 6 }).chain((people) => {
  const directed = pair(people).map(([giver, asker]) => ({ giver, asker }));
  const few = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.oneof({ weight: 2, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: fc.array(one, { maxLength: 2 }) });
  const limit = fc.integer({ min: 0, max: 3 });
  return fc.record({
    people: fc.constant(people),
    edges: fc.array(
      fc.tuple(directed, fc.integer({ min: 0, max: 10 })).map(([one, tenths]): PlanEdge => ({ ...one, affinity: tenths / 10 })),
      { maxLength: 11 },
    ),
    threshold: fc.constantFrom(0, 0.3),
    limits: fc.record({ received: limit, given: limit, exposure: fc.constantFrom(1, 2, Infinity) }),
    own: few(fc.tuple(fc.nat(people - 1), fc.record({ received: limit, given: limit }))).map((entries) => new Map(entries)),
    shown: few(fc.constantFrom(0, 1)),
    rules: fc.record({
      forbidden: few(pair(people)),
      mustHelp: few(directed),
      mustMeet: few(pair(people)),
      locks: few(directed),
      discouraged: few(fc.record({ pair: pair(people), penalty: fc.constantFrom(0.1, 0.5, 2) })),
    }),
    previous: few(directed),
    stability: fc.constantFrom(0.02, 0.2),
  });
});

/** The same numbers in the same order for the same seed, 0 to 1 (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A community in which each person asks and has some candidates, hubs more often than others. */
export function community(people: number, candidates: number, seed: number): PlanEdge[] {
  const next = numbers(seed);
  return Array.from({ length: people }, (_, asker) => {
    const givers = new Set<number>();
    while (givers.size < Math.min(candidates, people - 1)) {
      const giver = Math.floor(people * (next() < 0.3 ? next() ** 3 : next()));
      if (giver !== asker) givers.add(giver);
    }
    return [...givers].map((giver): PlanEdge => ({ giver, asker, affinity: Math.round(1e6 * (0.25 + 0.75 * next() ** 2)) / 1e6 }));
  }).flat();
}
