import { branchAndBound, type Relaxed } from './branching.js';
import { moveFreePlaces } from './free-places.js';
import { roundHalves } from './half-edges.js';
import { pairProblemOf, type MutualRequest, type PairProblem } from './pair-problem.js';
import { proofOf, UNITS, type NonePossible, type Pair, type Parts, type Proof, type Worth } from './plan-rules.js';
import { ship, type Transport } from './transport.js';

export interface PlannedMeeting {
  /** The lower number first. */
  readonly pair: Pair;
  /** Sum of both directions, 0..2. */
  readonly affinity: number;
  readonly parts: Parts;
  /** Whether a rule put it into every plan. */
  readonly ruled: boolean;
}

export interface MutualPlan {
  readonly kind: 'plan';
  readonly meetings: readonly PlannedMeeting[];
  readonly total: number;
  /** People who have a meeting in which one of the two helps the other. */
  readonly served: number;
  readonly proof: Proof;
}

interface Step {
  readonly pair: number;
  readonly take: boolean;
}

/** Pairs that may be looked at in all the flows of a branching: about half a second. */
const WORK = 100_000;

/**
 * One plan in which a meeting counts for both people: a b-matching of a general graph. The flow over the doubled graph gives a bound and
 * takes some pairs by half; these are rounded along trails, and where circles of odd length leave a gap, branching closes or bounds it
 * (half-integrality: Balinski 1965; Padberg and Rao 1982). The proof says how far from the best the plan may be.
 */
export function planMeetings(request: MutualRequest): MutualPlan | NonePossible {
  const outcome = pairProblemOf(request);
  if ('clashes' in outcome) return { kind: 'none possible', clashes: outcome.clashes };
  const { problem } = outcome;
  const most = Math.max(1, Math.floor(WORK / Math.max(1, problem.first.length)));
  const { found, bound } = branchAndBound((steps: readonly Step[]) => relax(problem, steps), most)!;
  return decode(problem, found!.plan, found!.worth, bound);
}

function relax(problem: PairProblem, steps: readonly Step[]): Relaxed<Step, Uint8Array> | undefined {
  const { people, first, second, benefit, serving } = problem;
  const [capacity, open, fixed] = [problem.capacity.slice(), problem.open.slice(), problem.fixed.slice()];
  for (const { pair, take } of steps) {
    open[pair] = 0;
    fixed[pair] = take ? 1 : 0;
    if (take) for (const person of [first[pair]!, second[pair]!]) if (--capacity[person]! < 0) return undefined;
  }
  const floor = new Float64Array(people).fill(problem.floor);
  fixed.forEach((is, pair) => is === 1 && serving[pair] === 1 && (floor[first[pair]!] = floor[second[pair]!] = 0));
  const { chosen } = ship(doubled(problem, capacity, floor, open));

  const timesChosen = (pair: number): number => chosen[pair]! + chosen[first.length + pair]!;
  const [plan, whole, halves] = [fixed.slice(), new Int32Array(people), [] as number[]];
  for (let pair = 0; pair < first.length; pair++) {
    if (timesChosen(pair) === 1) halves.push(pair);
    if (timesChosen(pair) < 2) continue;
    plan[pair] = 1;
    for (const person of [first[pair]!, second[pair]!]) whole[person]!++;
  }
  const rounded = roundHalves({ pairs: halves.map((pair) => [first[pair]!, second[pair]!]), benefit: halves.map((pair) => benefit[pair]!), whole, capacity, floor });
  halves.forEach((pair, index) => (plan[pair] = rounded.taken[index] ? 1 : 0));
  const odd = rounded.odd.map((index) => halves[index]!);
  mend(problem, { capacity, open, fixed }, plan, odd);
  // The best pair of the circles first: it is in most of the best plans.
  const widest = odd.sort((a, b) => benefit[b]! - benefit[a]! || a - b)[0];
  const branches = widest === undefined ? [] : [true, false].map((take): Step => ({ pair: widest, take }));
  return { bound: boundOf(problem, fixed, chosen), found: { worth: worthOf(problem, plan), plan }, branches };
}

/** Lets the places that stay free on circles of odd length move to where they cost least. */
function mend({ people, first, second, benefit }: PairProblem, { capacity, open, fixed }: Pick<PairProblem, 'capacity' | 'open' | 'fixed'>, plan: Uint8Array, odd: readonly number[]): void {
  const [room, count] = [capacity.slice(), new Int32Array(people)];
  plan.forEach((is, pair) => {
    if (is === 0) return;
    for (const person of [first[pair]!, second[pair]!]) {
      count[person]!++;
      if (fixed[pair] === 0) room[person]!--;
    }
  });
  const starts = [...new Set(odd.flatMap((pair) => [first[pair]!, second[pair]!]))].sort((a, b) => a - b);
  moveFreePlaces({ people, first, second, benefit, open, plan, room, count }, starts);
}

/** Both people of a pair on both sides; each pair stands there twice, and counts by half. */
function doubled({ first, second, benefit }: PairProblem, capacity: Int32Array, floor: Float64Array, open: Uint8Array): Transport {
  const twice = <T extends Int32Array | Float64Array | Uint8Array>(one: T, other: T): T => {
    const both = new (one.constructor as new (length: number) => T)(2 * one.length);
    both.set(one);
    both.set(other, one.length);
    return both;
  };
  const side = { capacity, floor };
  return { from: side, to: side, source: twice(first, second), sink: twice(second, first), benefit: twice(benefit, benefit), open: twice(open, open) };
}

function worthOf({ people, first, second, benefit, serving }: PairProblem, plan: Uint8Array): Worth {
  const served = new Uint8Array(people);
  let sum = 0;
  plan.forEach((is, pair) => {
    if (is === 0) return;
    sum += benefit[pair]!;
    if (serving[pair] === 1) served[first[pair]!] = served[second[pair]!] = 1;
  });
  return { served: served.reduce((count, is) => count + is, 0), benefit: sum };
}

/** What the fixed pairs and the halves of the doubled graph are worth: no plan is worth more. */
function boundOf(problem: PairProblem, fixed: Uint8Array, chosen: Int32Array): Worth {
  const { people, first, second, benefit, serving } = problem;
  const [asFirst, asSecond] = [new Uint8Array(people), new Uint8Array(people)];
  let sum = 0;
  fixed.forEach((is, pair) => {
    const [there, back] = is === 1 ? [1, 1] : [chosen[pair]!, chosen[fixed.length + pair]!];
    sum += (benefit[pair]! * (there + back)) / 2;
    if (serving[pair] === 0) return;
    if (there === 1) asFirst[first[pair]!] = asSecond[second[pair]!] = 1;
    if (back === 1) asFirst[second[pair]!] = asSecond[first[pair]!] = 1;
  });
  return { served: asFirst.reduce((count, is, person) => count + (is + asSecond[person]!) / 2, 0), benefit: sum };
}

function decode(problem: PairProblem, plan: Uint8Array, worth: Worth, bound: Worth): MutualPlan {
  const { first, second, affinity, stability, penalty, fixed } = problem;
  const meetings = Array.from(first.keys())
    .filter((pair) => plan[pair] === 1)
    .map((pair): PlannedMeeting => {
      const parts = { affinity: affinity[pair]! / UNITS, stability: stability[pair]! / UNITS, penalty: penalty[pair]! / UNITS };
      return { pair: [first[pair]!, second[pair]!], affinity: parts.affinity, parts, ruled: fixed[pair] === 1 };
    });
  const total = meetings.reduce((sum, one) => sum + one.affinity * UNITS, 0) / UNITS;
  return { kind: 'plan', meetings, total, served: worth.served, proof: proofOf(worth, bound) };
}
