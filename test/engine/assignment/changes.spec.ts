import fc from 'fast-check';

import { planIntroductions, whyNot, type IntroPlan, type PlanEdge, type PlanRequest } from '../../../src/engine/engine.js';
import { community, numbers, pairsOf, planOf, smallRequest } from './instances.js';

const EVENING: PlanRequest = { people: 300, edges: community(300, 20, 7) };
const without = (person: number) => (edge: PlanEdge) => edge.giver !== person && edge.asker !== person;

/** Of the introductions before that do not involve this person, the share that is gone now. */
function changed(before: IntroPlan, after: IntroPlan, person: number): number {
  const others = before.introductions.filter(({ giver, asker }) => giver !== person && asker !== person);
  const now = new Set(pairsOf(after));
  return others.filter(({ giver, asker }) => !now.has(`${giver} helps ${asker}`)).length / others.length;
}

describe('when people come and go', () => {
  test('after one no-show at most 10 % of the other introductions change', () => {
    const before = planOf(planIntroductions(EVENING));
    const shares = Array.from({ length: 20 }, (_, i) => {
      const person = i * 15;
      return changed(before, planOf(planIntroductions({ ...EVENING, edges: EVENING.edges.filter(without(person)), previous: before.introductions })), person);
    });
    expect(Math.max(...shares)).toBeLessThanOrEqual(0.1);
  });

  test('after one arrival at most 10 % of the other introductions change', () => {
    const shares = Array.from({ length: 20 }, (_, i) => {
      const person = i * 15;
      const before = planOf(planIntroductions({ ...EVENING, edges: EVENING.edges.filter(without(person)) }));
      return changed(before, planOf(planIntroductions({ ...EVENING, previous: before.introductions })), person);
    });
    expect(Math.max(...shares)).toBeLessThanOrEqual(0.1);
  });

  test('planning again with nothing new changes nothing', () => {
    const before = planOf(planIntroductions(EVENING));
    expect(pairsOf(planOf(planIntroductions({ ...EVENING, previous: before.introductions })))).toEqual(pairsOf(before));
  });
});

describe('the same question', () => {
  test('has the same answer, in whatever order the edges come (P11)', () => {
    fc.assert(
      fc.property(
        smallRequest.chain((request) => fc.tuple(fc.constant(request), fc.shuffledSubarray([...request.edges], { minLength: request.edges.length }))),
        ([request, edges]) => {
          const answer = (one: PlanRequest): unknown => {
            const outcome = planIntroductions(one);
            return outcome.kind === 'plan' ? [pairsOf(outcome), outcome.total, outcome.unserved, outcome.proof] : outcome;
          };
          expect(answer({ ...request, edges })).toEqual(answer(request));
        },
      ),
      { numRuns: 500, seed: 5 },
    );
  });

  test('has the same answer for 300 people with their edges shuffled (P11)', () => {
    const next = numbers(11);
    const shuffled = EVENING.edges.map((edge) => ({ edge, at: next() })).sort((a, b) => a.at - b.at);
    expect(pairsOf(planOf(planIntroductions({ ...EVENING, edges: shuffled.map(({ edge }) => edge) })))).toEqual(pairsOf(planOf(planIntroductions(EVENING))));
  });
});

describe('the affinity that a pair lacks', () => {
  test('is exactly that: with a little more the pair is planned, with a little less it is not', () => {
    let asked = 0;
    fc.assert(
      fc.property(smallRequest, (request) => {
        const outcome = planIntroductions(request);
        if (outcome.kind === 'none possible') return;
        for (const edge of request.edges) {
          const { lacking, affinity } = whyNot(outcome, edge.giver, edge.asker);
          if (lacking === undefined || affinity! + lacking > 0.99 || lacking < 0.02) continue;
          asked++;
          const planned = (by: number): boolean => {
            const raised = planIntroductions({ ...request, edges: [...request.edges, { ...edge, affinity: affinity! + lacking + by }] });
            return pairsOf(planOf(raised)).includes(`${edge.giver} helps ${edge.asker}`);
          };
          expect([planned(0.01), planned(-0.01)]).toEqual([true, false]);
        }
      }),
      { numRuns: 2_000, seed: 8 },
    );
    expect(asked).toBeGreaterThan(100);
  });
});

describe('the floor for the worst served (P6)', () => {
  test('whoever can be helped is helped once before anybody takes a place twice: as many are served as a matching alone could serve', () => {
    for (let seed = 0; seed < 40; seed++) {
      const edges = community(40, 2, seed);
      const plan = planOf(planIntroductions({ people: 40, edges, limits: { given: 1 } }));
      expect(plan.served).toBe(largestMatching(edges, 40));
    }
  });
});

/** How many askers can have a giver of their own, by the augmenting paths of a bipartite matching. */
function largestMatching(edges: readonly PlanEdge[], people: number): number {
  const askerOf = new Map<number, number>();
  const seek = (asker: number, seen: Set<number>): boolean =>
    edges.some(({ giver, asker: its }) => {
      if (its !== asker || seen.has(giver)) return false;
      seen.add(giver);
      const other = askerOf.get(giver);
      if (other !== undefined && !seek(other, seen)) return false;
      askerOf.set(giver, asker);
      return true;
    });
  return Array.from({ length: people }, (_, asker) => asker).filter((asker) => seek(asker, new Set())).length;
}
