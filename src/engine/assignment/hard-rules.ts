import { orient } from './orientation.js';
import { bothWays, edgeOf, type PlanProblem } from './plan-problem.js';
import type { Clash, Directed, HardRule, Pair, PlanRules, Relaxation, RuleOfPair } from './plan-rules.js';

/** An edge that is in every plan, and the rule that put it there. */
export interface FixedEdge {
  readonly edge: number;
  readonly rule: HardRule;
}

/** What the hard rules leave to decide. */
export interface Settled {
  readonly fixed: readonly FixedEdge[];
  /** Pairs that must meet and that no fixed edge brings together. */
  readonly pairs: readonly Pair[];
}

interface Wish extends Directed {
  readonly rule: HardRule;
}

/** Fixes what must be, or says which rules clash and what to relax. */
export function settle(problem: PlanProblem, rules: PlanRules): { readonly settled: Settled } | { readonly clashes: readonly Clash[] } {
  const wishes = unique([
    ...(rules.locks ?? []).map((one): Wish => ({ ...one, rule: 'lock' })),
    ...(rules.mustHelp ?? []).map((one): Wish => ({ giver: one.giver, asker: one.asker, rule: 'must help' })),
  ]);
  const met = new Set(wishes.map(({ giver, asker }) => keyOf([giver, asker])));
  const pairs = uniquePairs(rules.mustMeet ?? []);
  const asked: RuleOfPair[] = [...wishes.map(ruleOf), ...pairs.map((people): RuleOfPair => ({ rule: 'must meet', people }))];
  const clashes = [...contradictions(asked, rules.forbidden ?? []), ...overfull(problem, wishes)];
  if (clashes.length > 0) return { clashes };

  const fixed = wishes.map((wish): FixedEdge => ({ edge: edgeOf(problem, wish), rule: wish.rule }));
  const open = pairs.filter((pair) => !met.has(keyOf(pair)));
  const { given, received } = roomLeft(problem, fixed);
  const orientation = orient(open, given, received);
  if (orientation.kind === 'oriented') return { settled: { fixed, pairs: open } };
  const { people, limits } = orientation;
  const tight = orientation.pairs.map((index): RuleOfPair => ({ rule: 'must meet', people: open[index]! }));
  const inTheWay = wishes.filter(({ giver, asker }) => (limits.includes('given') && people.includes(giver)) || (limits.includes('received') && people.includes(asker)));
  const raises = people.flatMap((person) => limits.map((limit) => raise(problem, person, limit)));
  const involved = [...tight, ...inTheWay.map(ruleOf)];
  return { clashes: [{ rules: involved, relax: [...raises, ...involved.map(drop)] }] };
}

/** The places left beside the fixed edges. */
export function roomLeft({ given, received, giver, asker }: PlanProblem, fixed: readonly { readonly edge: number }[]): Pick<PlanProblem, 'given' | 'received'> {
  const left = { given: given.slice(), received: received.slice() };
  for (const { edge } of fixed) {
    left.given[giver[edge]!]!--;
    left.received[asker[edge]!]!--;
  }
  return left;
}

/** The edges of a pair that must meet: its first person gives, its second person gives. */
export function directionsOf(problem: PlanProblem, pair: Pair): [number, number] {
  const [one, other] = bothWays(pair);
  return [edgeOf(problem, one), edgeOf(problem, other)];
}

/** People whose fixed introductions alone are more than they may have. */
function overfull(problem: PlanProblem, wishes: readonly Wish[]): Clash[] {
  const sides = [
    { end: 'giver', limit: 'given' },
    { end: 'asker', limit: 'received' },
  ] as const;
  return sides.flatMap(({ end, limit }) =>
    [...new Set(wishes.map((wish) => wish[end]))]
      .sort((a, b) => a - b)
      .map((person) => ({ person, rules: wishes.filter((wish) => wish[end] === person).map(ruleOf) }))
      .filter(({ person, rules }) => rules.length > problem[limit][person]!)
      .map(({ person, rules }): Clash => ({ rules, relax: [raise(problem, person, limit, rules.length), ...rules.map(drop)] })),
  );
}

function raise(problem: PlanProblem, person: number, limit: 'given' | 'received', to = problem[limit][person]! + 1): Relaxation {
  if (limit === 'received' || problem.exposed[person] === 0) return { relax: 'raise', limit, person, to };
  return { relax: 'raise', limit: 'exposure', person, to: to + (problem.request.shown?.[person] ?? 0) };
}

/** Rules that want a pair which another rule forbids. */
export function contradictions(asked: readonly RuleOfPair[], forbidden: readonly Pair[]): Clash[] {
  const never = new Set(forbidden.map(keyOf));
  return asked
    .filter(({ people }) => never.has(keyOf(people)))
    .map((rule) => [rule, { rule: 'forbidden', people: rule.people }] as const)
    .map((rules): Clash => ({ rules, relax: rules.map(drop) }));
}

export function drop({ rule, people }: RuleOfPair): Relaxation {
  return { relax: 'drop', rule, people };
}

function ruleOf({ giver, asker, rule }: Wish): RuleOfPair {
  return { rule, people: [giver, asker] };
}

function unique(wishes: readonly Wish[]): Wish[] {
  return [...new Map([...wishes].reverse().map((wish) => [`${wish.giver} ${wish.asker}`, wish])).values()].sort((a, b) => a.giver - b.giver || a.asker - b.asker);
}

function uniquePairs(pairs: readonly Pair[]): Pair[] {
  return [...new Map(pairs.map(([a, b]): [string, Pair] => [keyOf([a, b]), a < b ? [a, b] : [b, a]])).values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** The same for a pair in either order. */
export function keyOf([a, b]: Pair): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
