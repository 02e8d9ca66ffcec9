import { NONE } from './spanning-tree.js';
import { DEFAULT_LIMITS, DEFAULT_STABILITY, unitsOf, type Directed, type Pair, type PlanLimits, type PlanRequest } from './plan-rules.js';

/** What became of an edge before any plan was looked for. */
export const OPEN = 0;
export const BELOW_THRESHOLD = 1;
export const FORBIDDEN = 2;
/** Only there because a rule may need it. */
export const FOR_A_RULE = 3;

/** A request on plain arrays: edges by giver, then asker, one for each ordered pair. */
export interface PlanProblem {
  readonly request: PlanRequest;
  readonly people: number;
  readonly giver: Int32Array;
  readonly asker: Int32Array;
  /** Place in the request; NONE where only a rule wants the edge. */
  readonly place: Int32Array;
  /** All in millionths of affinity, whole. */
  readonly affinity: Float64Array;
  readonly stability: Float64Array;
  readonly penalty: Float64Array;
  readonly benefit: Float64Array;
  readonly status: Uint8Array;
  /** Places of each person as giver (the lesser of given and what exposure leaves) and as asker. */
  readonly given: Int32Array;
  readonly received: Int32Array;
  /** Whether a giver's places are bounded by exposure rather than by `given`. */
  readonly exposed: Uint8Array;
  /** Edges of each giver: those from firstOf[giver] to before firstOf[giver + 1]. */
  readonly firstOf: Int32Array;
  /** Outweighs all affinities together, so that one more asker served always comes first. */
  readonly floor: number;
}

/** @throws RangeError where a number is no person of the request or no affinity */
export function problemOf(request: PlanRequest): PlanProblem {
  const { people, edges, rules = {}, threshold = 0 } = request;
  const wanted = [...(rules.mustHelp ?? []), ...(rules.locks ?? []), ...(rules.mustMeet ?? []).flatMap(bothWays)].map(({ giver, asker }): Directed => ({ giver, asker }));
  check(request, wanted);
  const all: readonly (Directed & { readonly affinity?: number })[] = [...edges, ...wanted];
  const total = all.length;
  const [giver, asker, affinity] = [new Int32Array(total), new Int32Array(total), new Float64Array(total)];
  // What only a rule wants has no affinity: any other edge of the same pair is better.
  all.forEach((edge, i) => ([giver[i], asker[i], affinity[i]] = [edge.giver, edge.asker, edge.affinity === undefined ? -1 : unitsOf(edge.affinity)]));

  const order = byDigit(byDigit(Int32Array.from(giver.keys()), asker, people), giver, people);
  const kept: number[] = [];
  for (const edge of order) {
    const last = kept.at(-1);
    if (last === undefined || giver[last] !== giver[edge] || asker[last] !== asker[edge]) kept.push(edge);
    else if (affinity[edge]! > affinity[last]!) kept[kept.length - 1] = edge;
  }
  const keep = Int32Array.from(kept);
  const problem = {
    request,
    people,
    giver: keep.map((edge) => giver[edge]!),
    asker: keep.map((edge) => asker[edge]!),
    place: keep.map((edge) => (edge < edges.length ? edge : NONE)),
    affinity: Float64Array.from(keep, (edge) => Math.max(0, affinity[edge]!)),
    stability: new Float64Array(keep.length),
    penalty: new Float64Array(keep.length),
    status: new Uint8Array(keep.length),
    firstOf: new Int32Array(people + 1),
    ...capacitiesOf(request),
  };
  for (const person of problem.giver) problem.firstOf[person + 1]!++;
  for (let person = 0; person < people; person++) problem.firstOf[person + 1]! += problem.firstOf[person]!;
  keep.forEach((edge, i) => (problem.status[i] = edge >= edges.length ? FOR_A_RULE : edges[edge]!.affinity < threshold ? BELOW_THRESHOLD : OPEN));
  const at = (one: Directed, set: (edge: number) => void): void => {
    const edge = edgeOf(problem, one);
    if (edge !== NONE) set(edge);
  };
  for (const pair of rules.forbidden ?? []) for (const one of bothWays(pair)) at(one, (edge) => (problem.status[edge] ||= FORBIDDEN));
  for (const { pair, penalty } of rules.discouraged ?? []) for (const one of bothWays(pair)) at(one, (edge) => (problem.penalty[edge]! += unitsOf(penalty)));
  for (const one of request.previous ?? []) at(one, (edge) => (problem.stability[edge] = unitsOf(request.stability ?? DEFAULT_STABILITY)));
  const benefit = problem.affinity.map((units, edge) => units + problem.stability[edge]! - problem.penalty[edge]!);
  return { ...problem, benefit, floor: floorOf(benefit, problem.received) };
}

export function bothWays([a, b]: Pair): [Directed, Directed] {
  return [
    { giver: a, asker: b },
    { giver: b, asker: a },
  ];
}

/** The edge of an ordered pair; NONE where there is none. */
export function edgeOf({ asker, firstOf, people }: Pick<PlanProblem, 'asker' | 'firstOf' | 'people'>, one: Directed): number {
  if (!(one.giver >= 0 && one.giver < people)) return NONE;
  let [low, high] = [firstOf[one.giver]!, firstOf[one.giver + 1]!];
  const end = high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (asker[middle]! < one.asker) low = middle + 1;
    else high = middle;
  }
  return low < end && asker[low] === one.asker ? low : NONE;
}

/** Whether an introduction over this edge is one the asker asked for. */
export function serves({ place, status }: Pick<PlanProblem, 'place' | 'status'>, edge: number): boolean {
  return place[edge] !== NONE && status[edge] !== BELOW_THRESHOLD;
}

function capacitiesOf({ people, limits, own, shown }: PlanRequest): Pick<PlanProblem, 'given' | 'received' | 'exposed'> {
  const [given, received, exposed] = [new Int32Array(people), new Int32Array(people), new Uint8Array(people)];
  for (let person = 0; person < people; person++) {
    const its: PlanLimits = { ...DEFAULT_LIMITS, ...limits, ...own?.get(person) };
    const wrong = Object.values(its).find((limit) => !(limit >= 0));
    if (wrong !== undefined) throw new RangeError(`A limit of person ${person} is 0 or more, not ${wrong}.`);
    const left = Math.max(0, its.exposure - (shown?.[person] ?? 0));
    given[person] = Math.min(its.given, left, people);
    received[person] = Math.min(its.received, people);
    exposed[person] = left < its.given ? 1 : 0;
  }
  return { given, received, exposed };
}

/** A pair that costs more than this is better forbidden; more would also leave no room for the floor. */
const MOST_PENALTY = 100;

/** More than any plan can lose in benefit against any other. */
export function floorOf(benefit: Float64Array, received: Int32Array): number {
  const [most, least] = [benefit.reduce((a, b) => Math.max(a, b), 0), benefit.reduce((a, b) => Math.min(a, b), 0)];
  const floor = received.reduce((sum, places) => sum + places, 0) * (most - least) + 1;
  if (floor > 2 ** 50) throw new RangeError('The plan is too large to be compared in whole numbers: divide the people into groups, or ask for fewer introductions each.');
  return floor;
}

function check({ people, edges, previous = [], rules = {}, threshold = 0, stability = DEFAULT_STABILITY }: PlanRequest, wanted: readonly Directed[]): void {
  const pairs = [...(rules.forbidden ?? []), ...(rules.discouraged ?? []).map(({ pair }) => pair)];
  const isPerson = (person: number): boolean => Number.isInteger(person) && person >= 0 && person < people;
  const isShare = (value: number): boolean => value >= 0 && value <= 1;
  for (const { giver, asker } of [...edges, ...wanted, ...pairs.map(([giver, asker]) => ({ giver, asker })), ...previous]) {
    if (!isPerson(giver) || !isPerson(asker) || giver === asker) throw new RangeError(`A plan for ${people} people has no pair of ${giver} and ${asker}.`);
  }
  for (const { affinity } of edges) if (!isShare(affinity)) throw new RangeError(`An affinity is 0 to 1, not ${affinity}.`);
  for (const { penalty } of rules.discouraged ?? []) if (!(penalty >= 0 && penalty <= MOST_PENALTY)) throw new RangeError(`A penalty is 0 to ${MOST_PENALTY}, not ${penalty}.`);
  if (!isShare(stability)) throw new RangeError(`The bonus of stability is 0 to 1, not ${stability}.`);
  if (!isShare(threshold)) throw new RangeError(`A threshold is 0 to 1, not ${threshold}.`);
}

/** The edges in order of one of their ends, those of the same end as they were (counting sort). */
function byDigit(edges: Int32Array, end: Int32Array, people: number): Int32Array {
  const start = new Int32Array(people + 1);
  for (const edge of edges) start[end[edge]! + 1]!++;
  for (let person = 0; person < people; person++) start[person + 1]! += start[person]!;
  const sorted = new Int32Array(edges.length);
  for (const edge of edges) sorted[start[end[edge]!]!++] = edge;
  return sorted;
}
