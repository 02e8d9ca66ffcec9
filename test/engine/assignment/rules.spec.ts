import { planIntroductions, whyNot, type NonePossible, type Pair, type PlanRequest } from '../../../src/engine/engine.js';
import { pairsOf, planOf } from './instances.js';

const [ANA, BEN, CLEO, DINA] = [0, 1, 2, 3] as const;

/** Ana helps Ben best, Cleo well; Dina helps Ben a little. */
const evening: PlanRequest = {
  people: 4,
  edges: [
    { giver: ANA, asker: BEN, affinity: 0.9 },
    { giver: ANA, asker: CLEO, affinity: 0.6 },
    { giver: DINA, asker: BEN, affinity: 0.4 },
  ],
};
const planned = (rest: Partial<PlanRequest>): string[] => pairsOf(planOf(planIntroductions({ ...evening, ...rest })));

describe('each rule of a plan', () => {
  test('without any, everybody who can help does', () => {
    expect(planned({})).toEqual(['0 helps 1', '0 helps 2', '3 helps 1']);
  });

  test('an introduction says which edge it comes from and what it is worth', () => {
    const { introductions, total, served, proof } = planOf(planIntroductions({ ...evening, previous: [{ giver: DINA, asker: BEN }], rules: { discouraged: [{ pair: [CLEO, ANA], penalty: 0.1 }] } }));
    expect(introductions).toEqual([
      { giver: ANA, asker: BEN, edge: 0, affinity: 0.9, parts: { affinity: 0.9, stability: 0, penalty: 0 } },
      { giver: ANA, asker: CLEO, edge: 1, affinity: 0.6, parts: { affinity: 0.6, stability: 0, penalty: 0.1 } },
      { giver: DINA, asker: BEN, edge: 2, affinity: 0.4, parts: { affinity: 0.4, stability: 0.02, penalty: 0 } },
    ]);
    expect({ total, served, proof }).toEqual({ total: 1.9, served: 2, proof: { optimal: true, servedGap: 0, gap: 0 } });
  });

  test('received: nobody is helped by more than their limit, and the better helper stays', () => {
    expect(planned({ limits: { received: 1 } })).toEqual(['0 helps 1', '0 helps 2']);
  });

  test('floor (P6): with one place Ana helps Cleo, whom nobody else can help, though Ben would gain more', () => {
    expect(planned({ limits: { given: 1 } })).toEqual(['0 helps 2', '3 helps 1']);
  });

  test('exposure (P6): who was shown before has fewer places left', () => {
    expect(planned({ limits: { exposure: 3 }, shown: [2, 0, 0, 0] })).toEqual(['0 helps 2', '3 helps 1']);
    expect(planned({ limits: { exposure: 3 }, shown: [3, 0, 0, 0] })).toEqual(['3 helps 1']);
  });

  test('own limits: one person gives less than the others', () => {
    expect(planned({ own: new Map([[ANA, { given: 1 }]]) })).toEqual(['0 helps 2', '3 helps 1']);
  });

  test('threshold (P4): below it nobody is introduced', () => {
    expect(planned({ threshold: 0.5 })).toEqual(['0 helps 1', '0 helps 2']);
  });

  test('forbidden: never these two, in either direction', () => {
    expect(planned({ rules: { forbidden: [[BEN, ANA]] } })).toEqual(['0 helps 2', '3 helps 1']);
  });

  test('must help: this direction, also with no affinity', () => {
    const { introductions } = planOf(planIntroductions({ ...evening, rules: { mustHelp: [{ giver: CLEO, asker: DINA }] } }));
    expect(introductions.at(-2)).toEqual({ giver: CLEO, asker: DINA, affinity: 0, parts: { affinity: 0, stability: 0, penalty: 0 }, rule: 'must help' });
  });

  test('must meet: one direction is enough, the better one, also below the threshold', () => {
    expect(planned({ threshold: 0.5, rules: { mustMeet: [[BEN, DINA]] } })).toEqual(['0 helps 1', '0 helps 2', '3 helps 1']);
    expect(planned({ limits: { given: 1, received: 1 }, rules: { mustMeet: [[CLEO, DINA]] } })).toEqual(expect.arrayContaining(['0 helps 2', '2 helps 3']));
  });

  test('locks stay, whatever better there is', () => {
    expect(planned({ limits: { received: 1 }, rules: { locks: [{ giver: DINA, asker: BEN }] } })).toEqual(['0 helps 2', '3 helps 1']);
  });

  test('a discouraged pair comes only where it is still worth it, or where the floor needs it', () => {
    expect(planned({ limits: { received: 1 }, rules: { discouraged: [{ pair: [ANA, BEN], penalty: 0.6 }] } })).toEqual(['0 helps 2', '3 helps 1']);
    expect(planned({ limits: { received: 1 }, rules: { discouraged: [{ pair: [ANA, CLEO], penalty: 2 }] } })).toEqual(['0 helps 1', '0 helps 2']);
  });

  test('what was planned before stays where another is better by less than the bonus', () => {
    const close: PlanRequest = {
      people: 3,
      limits: { received: 1 },
      edges: [
        { giver: 0, asker: 2, affinity: 0.5 },
        { giver: 1, asker: 2, affinity: 0.51 },
      ],
    };
    expect(pairsOf(planOf(planIntroductions({ ...close, previous: [{ giver: 0, asker: 2 }] })))).toEqual(['0 helps 2']);
    expect(pairsOf(planOf(planIntroductions({ ...close, previous: [{ giver: 0, asker: 2 }], stability: 0.005 })))).toEqual(['1 helps 2']);
  });

  test('of several edges for the same two the best counts', () => {
    const { introductions } = planOf(planIntroductions({ people: 2, edges: [0.3, 0.8, 0.8].map((affinity) => ({ giver: 0, asker: 1, affinity })) }));
    expect(introductions).toMatchObject([{ edge: 1, affinity: 0.8 }]);
  });

  test.each([
    ['a person outside the group', { people: 2, edges: [{ giver: 0, asker: 2, affinity: 1 }] }, 'A plan for 2 people has no pair of 0 and 2.'],
    ['somebody with themselves', { people: 2, edges: [], rules: { forbidden: [[1, 1]] } }, 'A plan for 2 people has no pair of 1 and 1.'],
    ['an affinity over 1', { people: 2, edges: [{ giver: 0, asker: 1, affinity: 1.2 }] }, 'An affinity is 0 to 1, not 1.2.'],
    ['a limit below 0', { people: 2, edges: [], own: new Map([[1, { given: -1 }]]) }, 'A limit of person 1 is 0 or more, not -1.'],
    ['a penalty that is none', { people: 2, edges: [], rules: { discouraged: [{ pair: [0, 1], penalty: -1 }] } }, 'A penalty is 0 to 100, not -1.'],
    ['a bonus over 1', { people: 2, edges: [], stability: 2 }, 'The bonus of stability is 0 to 1, not 2.'],
    ['a threshold that is none', { people: 2, edges: [], threshold: Number.NaN }, 'A threshold is 0 to 1, not NaN.'],
  ] satisfies [string, PlanRequest, string][])('%s is refused', (_, request, message) => {
    expect(() => planIntroductions(request)).toThrow(new RangeError(message));
  });
});

describe('who is not served, and why', () => {
  test.each([
    ['nobody above threshold', { threshold: 0.95 }, BEN],
    ['forbidden', { rules: { forbidden: [[ANA, CLEO]] } }, CLEO],
    ['all helpers full', { limits: { given: 1 }, rules: { locks: [{ giver: ANA, asker: BEN }] } }, CLEO],
    ['own places taken', { limits: { received: 1 }, rules: { mustHelp: [{ giver: BEN, asker: CLEO }] } }, CLEO],
  ] satisfies [string, Partial<PlanRequest>, number][])('%s', (reason, rest, asker) => {
    expect(planOf(planIntroductions({ ...evening, ...rest })).unserved).toContainEqual({ asker, reason });
  });

  test('who asks nothing does not wait for anybody', () => {
    const nothing = { received: 0 };
    expect(
      planOf(
        planIntroductions({
          ...evening,
          own: new Map([
            [ANA, nothing],
            [DINA, nothing],
          ]),
        }),
      ).unserved,
    ).toEqual([]);
  });
});

describe('none possible', () => {
  test.each([
    [
      'a pair that must and must not meet',
      { mustMeet: [[ANA, BEN]], forbidden: [[BEN, ANA]] },
      [
        { relax: 'drop', rule: 'must meet', people: [ANA, BEN] },
        { relax: 'drop', rule: 'forbidden', people: [ANA, BEN] },
      ],
    ],
    [
      'more locks than the giver has places',
      {
        locks: [
          { giver: ANA, asker: BEN },
          { giver: ANA, asker: CLEO },
        ],
      },
      [
        { relax: 'raise', limit: 'given', person: ANA, to: 2 },
        { relax: 'drop', rule: 'lock', people: [ANA, BEN] },
        { relax: 'drop', rule: 'lock', people: [ANA, CLEO] },
      ],
    ],
    [
      'a person who must meet more people than they have places',
      {
        mustMeet: [
          [ANA, BEN],
          [ANA, CLEO],
          [ANA, DINA],
        ],
      },
      [
        { relax: 'raise', limit: 'given', person: ANA, to: 2 },
        { relax: 'raise', limit: 'received', person: ANA, to: 2 },
        { relax: 'drop', rule: 'must meet', people: [ANA, BEN] },
        { relax: 'drop', rule: 'must meet', people: [ANA, CLEO] },
        { relax: 'drop', rule: 'must meet', people: [ANA, DINA] },
      ],
    ],
  ] satisfies [string, PlanRequest['rules'], object[]][])('%s: says what to relax, and each step helps', (_, rules, relax) => {
    const request: PlanRequest = { ...evening, limits: { given: 1, received: 1 }, rules };
    const outcome = planIntroductions(request);
    if (outcome.kind === 'plan') throw new Error('there is a plan');
    expect(outcome.clashes.map((clash) => clash.relax)).toEqual([relax]);
    for (const step of outcome.clashes[0]!.relax) expect(planIntroductions(relaxed(request, step)).kind).toBe('plan');
  });

  test('a lock on somebody who was shown often enough: the cap of exposure is what to raise, those shown before included', () => {
    const request: PlanRequest = { ...evening, limits: { exposure: 2 }, shown: [2, 0, 0, 0], rules: { locks: [{ giver: ANA, asker: BEN }] } };
    expect(planIntroductions(request)).toMatchObject({
      clashes: [
        {
          relax: [
            { relax: 'raise', limit: 'exposure', person: ANA, to: 3 },
            { relax: 'drop', rule: 'lock' },
          ],
        },
      ],
    });
    expect(planIntroductions({ ...request, limits: { exposure: 3 } }).kind).toBe('plan');
  });

  test('three who must all meet and may give twice together: any of them giving once more would do', () => {
    const request: PlanRequest = {
      ...evening,
      own: new Map([[ANA, { given: 0 }], ...[BEN, CLEO].map((person) => [person, { given: 1 }] as const)]),
      rules: {
        mustMeet: [
          [ANA, BEN],
          [BEN, CLEO],
          [CLEO, ANA],
        ],
      },
    };
    const outcome = planIntroductions(request);
    if (outcome.kind === 'plan') throw new Error('there is a plan');
    expect(outcome.clashes[0]!.relax.slice(0, 3)).toEqual([
      { relax: 'raise', limit: 'given', person: ANA, to: 1 },
      { relax: 'raise', limit: 'given', person: BEN, to: 2 },
      { relax: 'raise', limit: 'given', person: CLEO, to: 2 },
    ]);
    for (const step of outcome.clashes[0]!.relax) expect(planIntroductions(relaxed(request, step)).kind).toBe('plan');
  });
});

/** The request after one step of advice. */
function relaxed(request: PlanRequest, step: NonePossible['clashes'][number]['relax'][number]): PlanRequest {
  const { rules = {}, own = new Map<number, object>() } = request;
  if (step.relax === 'raise') return { ...request, own: new Map([...own, [step.person, { ...own.get(step.person), [step.limit]: step.to }]]) };
  const other = ([a, b]: Pair): boolean => !step.people.includes(a) || !step.people.includes(b);
  const kept = {
    forbidden: (rules.forbidden ?? []).filter((pair) => step.rule !== 'forbidden' || other(pair)),
    mustMeet: (rules.mustMeet ?? []).filter((pair) => step.rule !== 'must meet' || other(pair)),
    locks: (rules.locks ?? []).filter(({ giver, asker }) => step.rule !== 'lock' || other([giver, asker])),
  };
  return { ...request, rules: { ...rules, ...kept } };
}

describe('why not these two?', () => {
  test.each([
    ['planned', {}, ANA, BEN],
    ['no affinity above threshold', {}, BEN, ANA],
    ['no affinity above threshold', { threshold: 0.5 }, DINA, BEN],
    ['forbidden', { rules: { forbidden: [[ANA, BEN]] } }, ANA, BEN],
    ['no place at all', { own: new Map([[DINA, { given: 0 }]]) }, DINA, BEN],
    ['exposure cap', { limits: { exposure: 1 }, shown: [1, 0, 0, 0] }, ANA, BEN],
    ['freeze', { limits: { given: 1 }, rules: { locks: [{ giver: ANA, asker: CLEO }] } }, ANA, BEN],
    ['floor', { limits: { given: 1 } }, ANA, BEN],
    ['penalty', { rules: { discouraged: [{ pair: [DINA, BEN], penalty: 0.5 }] } }, DINA, BEN],
    ['asker full', { limits: { received: 1 } }, DINA, BEN],
  ] satisfies [string, Partial<PlanRequest>, number, number][])('%s', (because, rest, giver, asker) => {
    expect(whyNot(planOf(planIntroductions({ ...evening, ...rest })), giver, asker)).toMatchObject({ because });
  });

  test('a full giver: names whom they help instead, and the affinity that was lacking', () => {
    const crowded: PlanRequest = {
      people: 4,
      limits: { given: 1 },
      edges: [
        { giver: 0, asker: 1, affinity: 0.9 },
        { giver: 0, asker: 2, affinity: 0.6 },
        { giver: 3, asker: 2, affinity: 0.5 },
        { giver: 3, asker: 1, affinity: 0.4 },
      ],
    };
    expect(whyNot(planOf(planIntroductions(crowded)), 0, 2)).toMatchObject({ because: 'giver full', affinity: 0.6, lacking: 0.4, instead: [{ giver: 0, asker: 1, affinity: 0.9 }] });
  });
});
