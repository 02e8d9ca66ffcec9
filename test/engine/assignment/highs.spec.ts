import loadHighs from 'highs';

import { planIntroductions, planMeetings, type PlanEdge } from '../../../src/engine/engine.js';
import { community, planOf } from './instances.js';

interface Solver {
  solve(problem: string, options: object): { Status: string; ObjectiveValue: number; Columns: object };
}

/** The types of the package do not fit the way it is loaded. */
const load = loadHighs as unknown as () => Promise<Solver>;

/** A linear program, term by term, as text. */
interface Program {
  readonly objective: readonly string[];
  readonly rows: readonly { readonly terms: readonly string[]; readonly bound: string }[];
  /** All 0 or 1. */
  readonly columns: readonly string[];
}

function optimum(solver: Solver, { objective, rows, columns }: Program): number {
  const sum = (terms: readonly string[]): string => terms.join('\n  + ');
  const text = [
    'Maximize',
    ` obj: ${sum(objective)}`,
    'Subject To',
    ...rows.map(({ terms, bound }, row) => ` r${row}: ${sum(terms)} ${bound}`),
    'Binary',
    ...columns.map((name) => ` ${name}`),
    'End\n',
  ];
  const { Status, ObjectiveValue, Columns } = solver.solve(text.join('\n'), { mip_rel_gap: 0 });
  // A text that is not understood has no columns and is no error.
  expect(Object.keys(Columns)).toHaveLength(columns.length);
  expect(Status).toBe('Optimal');
  return Math.round(ObjectiveValue);
}

/** Terms of a row by name, such as all edges of one giver. */
function gathered<T>(items: readonly T[], names: (item: T) => readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  items.forEach((item, index) => names(item).forEach((name) => groups.set(name, [...(groups.get(name) ?? []), `x${index}`])));
  return groups;
}

const capacityRows = (groups: ReadonlyMap<string, readonly string[]>, limitOf: (name: string) => number): Program['rows'] =>
  [...groups].map(([name, terms]) => ({ terms, bound: `<= ${limitOf(name)}` }));

/** How many askers can be served, then the most affinity, in millionths, of all plans that serve as many. */
function bestOf(solver: Solver, edges: readonly PlanEdge[], received: number, given: number): { served: number; total: number } {
  const rows = capacityRows(
    gathered(edges, ({ giver, asker }) => [`given ${giver}`, `received ${asker}`]),
    (name) => (name.startsWith('given') ? given : received),
  );
  const byAsker = [...gathered(edges, ({ asker }) => [`s${asker}`])];
  const askers = byAsker.map(([name]) => name);
  const servedOnlyIf = byAsker.map(([name, terms]) => ({ terms: [...terms, `-1 ${name}`], bound: '>= 0' }));
  const columns = [...edges.map((_, edge) => `x${edge}`), ...askers];
  const served = optimum(solver, { objective: askers, rows: [...rows, ...servedOnlyIf], columns });
  const objective = edges.map(({ affinity }, edge) => `${Math.round(affinity * 1e6)} x${edge}`);
  return { served, total: optimum(solver, { objective, rows: [...rows, ...servedOnlyIf, { terms: askers, bound: `>= ${served}` }], columns }) };
}

describe('a plan against HiGHS', () => {
  let solver: Solver;
  beforeAll(async () => {
    solver = await load();
  });

  test('serves as many and has the same total to the millionth, in 60 groups of 20 to 79 people, some with too few helpers', () => {
    let crowded = 0;
    for (let people = 20; people < 80; people++) {
      const [received, given] = [1 + (people % 3), 1 + (people % 2)];
      const edges = community(people, 2 + (people % 5), people);
      const plan = planOf(planIntroductions({ people, edges, limits: { received, given } }));
      expect({ served: plan.served, total: Math.round(plan.total * 1e6) }).toEqual(bestOf(solver, edges, received, given));
      if (plan.served < people) crowded++;
    }
    expect(crowded).toBeGreaterThan(10);
  }, 180_000);

  test('has the same total for 300 people with 20 candidates and five places each', () => {
    const edges = community(300, 20, 300);
    const plan = planOf(planIntroductions({ people: 300, edges, limits: { received: 5, given: 5 } }));
    expect({ served: plan.served, total: Math.round(plan.total * 1e6) }).toEqual(bestOf(solver, edges, 5, 5));
  });

  test('has the same total where a meeting counts for both, in 40 groups in which everybody is served', () => {
    let compared = 0;
    for (let people = 20; people < 60; people++) {
      const edges = community(people, 8, people);
      const meetings = 2 + (people % 3);
      const plan = planMeetings({ people, edges, meetings });
      if (plan.kind !== 'plan' || plan.served < people) continue;
      const pairs = new Map<string, number>();
      for (const { giver, asker, affinity } of edges) {
        const key = `${Math.min(giver, asker)} ${Math.max(giver, asker)}`;
        pairs.set(key, (pairs.get(key) ?? 0) + Math.round(affinity * 1e6));
      }
      const groups = gathered([...pairs.keys()], (key) => key.split(' ').map((person) => `p${person}`));
      const rows = [...capacityRows(groups, () => meetings), ...[...groups.values()].map((terms) => ({ terms, bound: '>= 1' }))];
      const best = optimum(solver, { objective: [...pairs.values()].map((units, pair) => `${units} x${pair}`), rows, columns: [...pairs.keys()].map((_, pair) => `x${pair}`) });
      const total = Math.round(plan.total * 1e6);
      if (plan.proof.optimal) expect(total).toBe(best);
      expect(best - total).toBeLessThanOrEqual(plan.proof.gap * best + 1);
      compared++;
    }
    expect(compared).toBeGreaterThan(30);
  }, 180_000);
});
