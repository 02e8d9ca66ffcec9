import { contradictions, drop, keyOf } from './hard-rules.js';
import { bothWays, edgeOf, floorOf, OPEN, problemOf, type PlanProblem } from './plan-problem.js';
import type { Clash, PlanRequest, PlanRules, RuleOfPair } from './plan-rules.js';
import { NONE } from './spanning-tree.js';

/** As for introductions, but each person has one limit, and rules and earlier plans name pairs, whatever their direction. */
export interface MutualRequest extends Pick<PlanRequest, 'people' | 'edges' | 'threshold' | 'rules' | 'previous' | 'stability'> {
  /** Meetings of each person at the most; 3 when not given. */
  readonly meetings?: number;
  readonly own?: ReadonlyMap<number, number>;
}

/** A mutual request on plain arrays: pairs by their lower, then their higher person. */
export interface PairProblem {
  readonly people: number;
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** All in millionths of affinity, whole; an affinity is the sum of both directions at or above the threshold. */
  readonly affinity: Float64Array;
  readonly stability: Float64Array;
  readonly penalty: Float64Array;
  readonly benefit: Float64Array;
  /** 1 for a pair that the plan may choose. */
  readonly open: Uint8Array;
  /** 1 for a pair that a rule puts into every plan. */
  readonly fixed: Uint8Array;
  /** 1 for a pair in which one helps the other at or above the threshold. */
  readonly serving: Uint8Array;
  /** Places beside the fixed pairs. */
  readonly capacity: Int32Array;
  readonly floor: number;
}

/** @throws RangeError where a number is no person of the request or no affinity */
export function pairProblemOf(request: MutualRequest): { readonly problem: PairProblem } | { readonly clashes: readonly Clash[] } {
  const { people, meetings = 3, own, rules = {}, previous = [] } = request;
  const capacity = Int32Array.from({ length: people }, (_, person) => Math.min(people, own?.get(person) ?? meetings));
  const wanted = wishesOf(rules);
  const clashes = [...contradictions(wanted, rules.forbidden ?? []), ...crowded(wanted, capacity)];
  if (clashes.length > 0) return { clashes };

  const directed = problemOf({ ...request, own: new Map(), previous: previous.flatMap(({ giver, asker }) => bothWays([giver, asker])) });
  const pairs = folded(directed);
  const fixedKeys = new Set(wanted.map((wish) => keyOf(wish.people)));
  const fixed = pairs.first.map((person, pair) => (fixedKeys.has(keyOf([person, pairs.second[pair]!])) ? 1 : 0));
  const open = pairs.serving.map((is, pair) => (is === 1 && fixed[pair] === 0 ? 1 : 0));
  const benefit = pairs.affinity.map((units, pair) => units + pairs.stability[pair]! - pairs.penalty[pair]!);
  const floor = floorOf(benefit, capacity);
  for (const wish of wanted) for (const person of wish.people) capacity[person]!--;
  return { problem: { ...pairs, people, benefit, open, fixed: Uint8Array.from(fixed), capacity, floor } };
}

/** The pairs that have to meet, each once, by the first rule that wants it. */
function wishesOf(rules: PlanRules): RuleOfPair[] {
  const wishes = [
    ...(rules.locks ?? []).map(({ giver, asker }): RuleOfPair => ({ rule: 'lock', people: [giver, asker] })),
    ...(rules.mustHelp ?? []).map(({ giver, asker }): RuleOfPair => ({ rule: 'must help', people: [giver, asker] })),
    ...(rules.mustMeet ?? []).map((pair): RuleOfPair => ({ rule: 'must meet', people: pair })),
  ];
  return wishes.filter((wish, i) => wishes.findIndex(({ people }) => keyOf(people) === keyOf(wish.people)) === i);
}

/** Both directions of each pair as one: affinities add up, a bonus or a penalty counts once. */
function folded(directed: PlanProblem): Pick<PairProblem, 'first' | 'second' | 'affinity' | 'stability' | 'penalty' | 'serving'> {
  const { giver, asker, status } = directed;
  const back = giver.map((person, edge) => edgeOf(directed, { giver: asker[edge]!, asker: person }));
  const first = (edge: number): number => Math.min(giver[edge]!, asker[edge]!);
  const second = (edge: number): number => Math.max(giver[edge]!, asker[edge]!);
  const heads = Int32Array.from(giver.keys())
    .filter((edge) => giver[edge]! < asker[edge]! || back[edge] === NONE)
    .sort((a, b) => first(a) - first(b) || second(a) - second(b));
  const ways = (edge: number): number[] => (back[edge] === NONE ? [edge] : [edge, back[edge]!]);
  const open = (edge: number): number[] => ways(edge).filter((way) => status[way] === OPEN);
  const most = (units: Float64Array) => (edge: number) => Math.max(...ways(edge).map((way) => units[way]!));
  return {
    first: heads.map(first),
    second: heads.map(second),
    affinity: Float64Array.from(heads, (edge) => open(edge).reduce((sum, way) => sum + directed.affinity[way]!, 0)),
    stability: Float64Array.from(heads, most(directed.stability)),
    penalty: Float64Array.from(heads, most(directed.penalty)),
    serving: Uint8Array.from(heads, (edge) => (open(edge).length > 0 ? 1 : 0)),
  };
}

/** People whose fixed meetings alone are more than they may have. */
function crowded(wanted: readonly RuleOfPair[], capacity: Int32Array): Clash[] {
  return Array.from(capacity.keys())
    .map((person) => ({ person, rules: wanted.filter(({ people }) => people.includes(person)) }))
    .filter(({ person, rules }) => rules.length > capacity[person]!)
    .map(({ person, rules }) => ({ rules, relax: [{ relax: 'raise', limit: 'meetings', person, to: rules.length }, ...rules.map(drop)] }));
}
