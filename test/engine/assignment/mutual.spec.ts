import fc from 'fast-check';

import { planMeetings, type MutualPlan, type MutualRequest, type Pair } from '../../../src/engine/engine.js';
import { community, pair } from './instances.js';

/** The best set of meetings by trying every one, and each person's meetings counted straight from the request. */
function bruteForce(request: MutualRequest): { served: number; benefit: number } | undefined {
  const { people, edges, meetings = 3, threshold = 0, rules = {}, previous = [] } = request;
  const musts: readonly Pair[] = [...(rules.mustMeet ?? []), ...[...(rules.locks ?? []), ...(rules.mustHelp ?? [])].map(({ giver, asker }): Pair => [giver, asker])];
  const same = ([a, b]: Pair, [c, d]: Pair): boolean => (a === c && b === d) || (a === d && b === c);
  const wanted = [...edges.map(({ giver, asker }): Pair => [giver, asker]), ...musts];
  const candidates = wanted.filter((one, i) => wanted.findIndex((other) => same(one, other)) === i);
  const worth = candidates.map((one) => {
    const direction = (from: number, to: number): number | undefined => {
      const affinities = edges.filter(({ giver, asker, affinity }) => giver === from && asker === to && affinity >= threshold).map(({ affinity }) => affinity);
      return affinities.length > 0 ? Math.max(...affinities) : undefined;
    };
    const [there, back] = [direction(one[0], one[1]), direction(one[1], one[0])];
    const kept = previous.some(({ giver, asker }) => same([giver, asker], one)) ? (request.stability ?? 0.02) : 0;
    const penalty = (rules.discouraged ?? []).filter((rule) => same(rule.pair, one)).reduce((sum, rule) => sum + rule.penalty, 0);
    return {
      serves: there !== undefined || back !== undefined,
      must: musts.some((must) => same(must, one)),
      never: (rules.forbidden ?? []).some((rule) => same(rule, one)),
      benefit: Math.round(((there ?? 0) + (back ?? 0) + kept - penalty) * 1e6),
    };
  });
  let best: { served: number; benefit: number } | undefined;
  for (let set = 0; set < 2 ** candidates.length; set++) {
    const has = (i: number): boolean => ((set >> i) & 1) === 1;
    if (worth.some(({ serves, must, never }, i) => (must && !has(i)) || (has(i) && (never || (!serves && !must))))) continue;
    const its = Array.from({ length: people }, (_, person) => candidates.flatMap((one, i) => (has(i) && one.includes(person) ? [i] : [])));
    if (its.some((meets, person) => meets.length > (request.own?.get(person) ?? meetings))) continue;
    const served = its.filter((meets) => meets.some((i) => worth[i]!.serves)).length;
    const benefit = worth.reduce((sum, one, i) => sum + (has(i) ? one.benefit : 0), 0);
    if (best === undefined || served > best.served || (served === best.served && benefit > best.benefit)) best = { served, benefit };
  }
  return best;
}

const smallRequest: fc.Arbitrary<MutualRequest> = fc.integer({ min: 2, max: 6 }).chain((people) => {
  const directed = pair(people).map(([giver, asker]) => ({ giver, asker }));
  const few = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: fc.array(one, { maxLength: 2 }) });
  return fc.record({
    people: fc.constant(people),
    edges: fc.array(
      fc.tuple(directed, fc.integer({ min: 0, max: 10 })).map(([one, tenths]) => ({ ...one, affinity: tenths / 10 })),
      { maxLength: 11 },
    ),
    threshold: fc.constantFrom(0, 0.3),
    meetings: fc.integer({ min: 1, max: 3 }),
    own: few(fc.tuple(fc.nat(people - 1), fc.integer({ min: 0, max: 2 }))).map((entries) => new Map(entries)),
    rules: fc.record({ forbidden: few(pair(people)), mustMeet: few(pair(people)), locks: few(directed), discouraged: few(fc.record({ pair: pair(people), penalty: fc.constantFrom(0.1, 2) })) }),
    previous: few(directed),
  });
});

const benefitOf = ({ meetings }: MutualPlan): number => Math.round(meetings.reduce((sum, { parts }) => sum + parts.affinity + parts.stability - parts.penalty, 0) * 1e6);

describe('a plan in which a meeting counts for both', () => {
  test('is as good as the best of all possible plans, and proves it where there are few people', () => {
    let possible = 0;
    fc.assert(
      fc.property(smallRequest, (request) => {
        const [best, outcome] = [bruteForce(request), planMeetings(request)];
        expect(outcome.kind === 'plan').toBe(best !== undefined);
        if (outcome.kind !== 'plan') return;
        possible++;
        expect({ served: outcome.served, benefit: benefitOf(outcome), proven: outcome.proof.optimal }).toEqual({ ...best, proven: true });
      }),
      { numRuns: 1_000, seed: 3 },
    );
    expect(possible).toBeGreaterThan(400);
  }, 180_000);

  test('three who could all help each other and may meet once: two meet, and the plan knows that nothing better exists', () => {
    const edges = [
      { giver: 0, asker: 1, affinity: 0.6 },
      { giver: 1, asker: 2, affinity: 0.9 },
      { giver: 2, asker: 0, affinity: 0.7 },
    ];
    expect(planMeetings({ people: 3, edges, meetings: 1 })).toMatchObject({ kind: 'plan', meetings: [{ pair: [1, 2] }], served: 2, total: 0.9, proof: { optimal: true } });
  });

  test.each([100, 1_000])('of %i people is proven or within a hundredth of a percent', (people) => {
    const outcome = planMeetings({ people, edges: community(people, 20, people), meetings: 5 });
    if (outcome.kind !== 'plan') throw new Error('none possible');
    expect(outcome.proof.servedGap).toBe(0);
    expect(outcome.proof.gap).toBeLessThanOrEqual(0.0001);
  });

  test('a rule for more meetings than a person has places: none possible, with what to relax', () => {
    const outcome = planMeetings({
      people: 3,
      edges: [],
      meetings: 1,
      rules: {
        mustMeet: [
          [0, 1],
          [0, 2],
        ],
      },
    });
    expect(outcome).toEqual({
      kind: 'none possible',
      clashes: [
        {
          rules: [
            { rule: 'must meet', people: [0, 1] },
            { rule: 'must meet', people: [0, 2] },
          ],
          relax: [
            { relax: 'raise', limit: 'meetings', person: 0, to: 2 },
            { relax: 'drop', rule: 'must meet', people: [0, 1] },
            { relax: 'drop', rule: 'must meet', people: [0, 2] },
          ],
        },
      ],
    });
  });
});
