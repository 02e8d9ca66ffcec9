import { planIntroductions, type PlannedIntroduction } from './intro-plan.js';
import type { Pair, PlanRequest } from './plan-rules.js';
import type { Unserved } from './unserved.js';

export interface RingRequest extends Pick<PlanRequest, 'people' | 'edges' | 'threshold' | 'own'> {
  readonly forbidden?: readonly Pair[];
}

/** One ask, read out to the room, and who is looked at. */
export interface RingTurn {
  readonly asker: number;
  /** At most three, best first. */
  readonly helpers: readonly PlannedIntroduction[];
}

export interface Ring {
  readonly turns: readonly RingTurn[];
  /** Turns in which nobody in the room is known to help: to be asked openly. */
  readonly unserved: readonly Unserved[];
  /** How often the busiest helper is looked at. */
  readonly mostCalls: number;
}

const HELPERS = 3;

/**
 * The Reciprocity Ring (Baker 2014): the room walks through every ask, and the best helpers of each are noted beforehand. Nobody is noted
 * more often than needed so that every ask has a helper that can have one; whoever was just heard or looked at comes late again.
 */
export function ringOf({ people, edges, threshold, own, forbidden = [] }: RingRequest): Ring {
  const request = { people, edges, rules: { forbidden }, ...(threshold !== undefined && { threshold }), ...(own && { own }) };
  const planned = (given: number): ReturnType<typeof planIntroductions> => planIntroductions({ ...request, limits: { received: HELPERS, given } });
  const reachable = servedBy(planned(people));
  let calls = HELPERS;
  while (calls < people && servedBy(planned(calls)) < reachable) calls++;
  const plan = planned(calls);
  if (plan.kind === 'none possible') throw new Error('A ring has no rule that could clash.');

  const helpersOf = new Map<number, PlannedIntroduction[]>();
  const noted = new Map<number, number>();
  for (const one of plan.introductions) {
    helpersOf.set(one.asker, [...(helpersOf.get(one.asker) ?? []), one]);
    noted.set(one.giver, (noted.get(one.giver) ?? 0) + 1);
  }
  const turns = [...helpersOf].map(([asker, helpers]): RingTurn => ({ asker, helpers: helpers.sort((a, b) => b.affinity - a.affinity || a.giver - b.giver) }));
  return { turns: spread(turns), unserved: plan.unserved, mostCalls: Math.max(0, ...noted.values()) };
}

function servedBy(plan: ReturnType<typeof planIntroductions>): number {
  return plan.kind === 'plan' ? plan.served : 0;
}

/** Next is always the ask whose people were heard or looked at longest ago; ties by the asker's number. */
function spread(turns: readonly RingTurn[]): RingTurn[] {
  const waiting = [...turns].sort((a, b) => a.asker - b.asker);
  const lastTurn = new Map<number, number>();
  const ordered: RingTurn[] = [];
  const lately = ({ asker, helpers }: RingTurn): number => Math.max(...[asker, ...helpers.map(({ giver }) => giver)].map((person) => lastTurn.get(person) ?? -1));
  while (waiting.length > 0) {
    const next = waiting.reduce((best, one) => (lately(one) < lately(best) ? one : best));
    waiting.splice(waiting.indexOf(next), 1);
    for (const person of [next.asker, ...next.helpers.map(({ giver }) => giver)]) lastTurn.set(person, ordered.length);
    ordered.push(next);
  }
  return ordered;
}
