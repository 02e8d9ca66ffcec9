import { branchAndBound, type Relaxed } from './branching.js';
import { directionsOf, roomLeft, settle, type FixedEdge, type Settled } from './hard-rules.js';
import { orient } from './orientation.js';
import { edgeOf, OPEN, problemOf, serves, type PlanProblem } from './plan-problem.js';
import { proofOf, UNITS, type Directed, type HardRule, type NonePossible, type Parts, type PlanRequest, type Proof, type Worth } from './plan-rules.js';
import { NONE } from './spanning-tree.js';
import { ship, type Shipment } from './transport.js';
import { unservedOf, type Unserved } from './unserved.js';

/** A planned introduction and why it is there. */
export interface PlannedIntroduction extends Directed {
  /** Place of the edge in the request; undefined where only a rule wants it. */
  readonly edge?: number;
  /** 0..1. */
  readonly affinity: number;
  readonly parts: Parts;
  /** The rule that put it into every plan; undefined where the plan chose it. */
  readonly rule?: HardRule;
}

export interface IntroPlan {
  readonly kind: 'plan';
  /** By giver, then asker. */
  readonly introductions: readonly PlannedIntroduction[];
  /** Sum of the affinities. */
  readonly total: number;
  /** Askers with an introduction at or above the threshold. */
  readonly served: number;
  readonly unserved: readonly Unserved[];
  readonly proof: Proof;
  /** What `whyNot` reads. */
  readonly solved: SolvedPlan;
}

/** The solver's side of a plan: the problem, what was chosen, and the prices of people's places. */
export interface SolvedPlan {
  readonly worth: Worth;
  readonly problem: PlanProblem;
  /** 1 for a chosen edge. */
  readonly chosen: Uint8Array;
  readonly fixed: readonly FixedEdge[];
  readonly shipment: Shipment;
}

/** Flows that are looked at where pairs must meet in either direction; each costs as much as a plan without such rules. */
const MOST_FLOWS = 60;

/**
 * One plan for everybody. All hard rules hold; as many askers as possible get an introduction at or above the threshold; of all such plans
 * it is the one of the greatest total of affinity, kept introductions and penalties. Proven by prices; where pairs must meet in either
 * direction, by branching, with the gap stated if it ends early. Affinities count in millionths; the order of the edges does not matter.
 * The same for an evening of 30 and for a community of 50,000 with ten candidates each: the flow needs seconds there.
 *
 * @throws RangeError where the request names no person, or no affinity
 */
export function planIntroductions(request: PlanRequest): IntroPlan | NonePossible {
  const problem = problemOf(request);
  const outcome = settle(problem, request.rules ?? {});
  if ('clashes' in outcome) return { kind: 'none possible', clashes: outcome.clashes };
  const { settled } = outcome;
  const branched = branchAndBound((steps: readonly FixedEdge[]) => relax(problem, settled, steps), MOST_FLOWS)!;
  const { plan } = branched.found ?? relax(problem, settled, oriented(problem, settled))!.found!;
  return decode(plan, branched.bound);
}

/** The best plan with some more edges fixed, whether or not all pairs that must meet do. */
function relax(problem: PlanProblem, { fixed, pairs }: Settled, steps: readonly FixedEdge[]): Relaxed<FixedEdge, SolvedPlan> | undefined {
  const all = [...fixed, ...steps];
  const taken = new Set(all.map(({ edge }) => edge));
  const room = roomLeft(problem, all);
  if (room.given.some((places) => places < 0) || room.received.some((places) => places < 0)) return undefined;
  const undecided = pairs.filter((pair) => !directionsOf(problem, pair).some((edge) => taken.has(edge)));
  if (orient(undecided, room.given, room.received).kind === 'too tight') return undefined;

  const served = new Set(all.filter(({ edge }) => serves(problem, edge)).map(({ edge }) => problem.asker[edge]!));
  // Where a pair has to meet below the threshold one direction is enough: a plan with the other one is looked at in the other branch.
  const spared = new Set(steps.filter(({ edge }) => problem.status[edge] !== OPEN).map(({ edge }) => edgeOf(problem, { giver: problem.asker[edge]!, asker: problem.giver[edge]! })));
  const shipment = ship({
    from: { capacity: room.given, floor: new Float64Array(problem.people) },
    to: { capacity: room.received, floor: Float64Array.from({ length: problem.people }, (_, person) => (served.has(person) ? 0 : problem.floor)) },
    source: problem.giver,
    sink: problem.asker,
    benefit: problem.benefit,
    open: problem.status.map((status, edge) => (status === OPEN && !taken.has(edge) && !spared.has(edge) ? 1 : 0)),
  });
  const chosen = Uint8Array.from(shipment.chosen);
  for (const edge of taken) chosen[edge] = 1;
  const worth = worthOf(problem, chosen);
  const plan = { worth, problem, chosen, fixed: all, shipment };
  const apart = undecided.find((pair) => !directionsOf(problem, pair).some((edge) => chosen[edge] === 1));
  if (apart === undefined) return { bound: worth, found: { worth, plan }, branches: [] };
  const branches = directionsOf(problem, apart).map((edge): FixedEdge => ({ edge, rule: 'must meet' }));
  return { bound: worth, branches: branches.sort((a, b) => problem.benefit[b.edge]! - problem.benefit[a.edge]!) };
}

/** Any directions of the pairs that must meet for which there is room. */
function oriented(problem: PlanProblem, { fixed, pairs }: Settled): FixedEdge[] {
  const room = roomLeft(problem, fixed);
  const orientation = orient(pairs, room.given, room.received);
  if (orientation.kind === 'too tight') throw new Error('Pairs that had room for each other have none now.');
  return pairs.map((pair, index) => ({ edge: directionsOf(problem, pair)[orientation.firstGives[index]! ? 0 : 1]!, rule: 'must meet' }));
}

function worthOf(problem: PlanProblem, chosen: Uint8Array): Worth {
  const served = new Set<number>();
  let benefit = 0;
  chosen.forEach((is, edge) => {
    if (is === 0) return;
    benefit += problem.benefit[edge]!;
    if (serves(problem, edge)) served.add(problem.asker[edge]!);
  });
  return { served: served.size, benefit };
}

function decode(solved: SolvedPlan, bound: Worth): IntroPlan {
  const { problem, chosen, worth } = solved;
  const introductions = introductionsOf(solved, (edge) => chosen[edge] === 1);
  const total = introductions.reduce((sum, { affinity }) => sum + affinity * UNITS, 0) / UNITS;
  return { kind: 'plan', introductions, total, served: worth.served, unserved: unservedOf(problem, chosen), proof: proofOf(worth, bound), solved };
}

/** Those of the edges that are wanted, as introductions. */
export function introductionsOf({ problem, fixed }: Pick<SolvedPlan, 'problem' | 'fixed'>, wanted: (edge: number) => boolean): PlannedIntroduction[] {
  const { giver, asker, place, affinity, stability, penalty } = problem;
  const rules = new Map(fixed.map(({ edge, rule }) => [edge, rule]));
  return Array.from(giver.keys())
    .filter(wanted)
    .map((edge) => {
      const rule = rules.get(edge);
      const parts = { affinity: affinity[edge]! / UNITS, stability: stability[edge]! / UNITS, penalty: penalty[edge]! / UNITS };
      return { giver: giver[edge]!, asker: asker[edge]!, ...(place[edge] !== NONE && { edge: place[edge]! }), affinity: parts.affinity, parts, ...(rule && { rule }) };
    });
}
