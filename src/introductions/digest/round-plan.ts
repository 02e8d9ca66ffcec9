import { planIntroductions } from '../../engine/engine.js';

/** A possible introduction as the plan sees it. */
export interface Possible {
  readonly giverId: string;
  readonly askerId: string;
  readonly askId: string;
  readonly offerId: string;
  readonly affinity: number;
}

export interface PlanRules {
  /** From here on an introduction is worth proposing; what lies below may be a surprise. */
  readonly threshold: number;
  /** How many more people this giver is glad to be introduced to this month. */
  readonly capacityLeft: (memberId: string) => number;
}

/** At most so many asks are shown to a giver, and so many givers to an asker. */
export const MOST_TO_GIVE = 3;
export const MOST_TO_RECEIVE = 2;

/**
 * One fair plan for the whole community: total affinity within capacities, and nobody who can be served goes without.
 * Then at most one weak tie a giver, among people the plan did not bring together. Ties fall by id.
 */
export function planRound(possible: readonly Possible[], { threshold, capacityLeft }: PlanRules): { planned: Possible[]; surprises: Possible[] } {
  const people = [...new Set(possible.flatMap(({ giverId, askerId }) => [giverId, askerId]))].sort();
  const numberOf = new Map(people.map((id, number) => [id, number]));
  const best = bestOfPairs(possible);
  const worth = best.filter(({ affinity }) => affinity >= threshold);
  const plan = planIntroductions({
    people: people.length,
    edges: worth.map(({ giverId, askerId, affinity }) => ({ giver: numberOf.get(giverId)!, asker: numberOf.get(askerId)!, affinity })),
    limits: { received: MOST_TO_RECEIVE, given: MOST_TO_GIVE, exposure: MOST_TO_GIVE },
    own: new Map(people.map((id, number) => [number, { given: Math.min(MOST_TO_GIVE, capacityLeft(id)) }])),
  });
  // Without hard rules there is always a plan, the empty one at the least.
  const planned = 'introductions' in plan ? plan.introductions.map(({ edge }) => worth[edge!]!) : [];
  return { planned, surprises: surprisesAmong(best, planned, threshold, capacityLeft) };
}

/** The best ask and offer of each pair, in the order of ids. */
function bestOfPairs(possible: readonly Possible[]): Possible[] {
  const best = new Map<string, Possible>();
  for (const one of possible) {
    const pair = `${one.giverId} ${one.askerId}`;
    const before = best.get(pair);
    if (!before || one.affinity > before.affinity || (one.affinity === before.affinity && idsOf(one) < idsOf(before))) best.set(pair, one);
  }
  return [...best.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function surprisesAmong(best: readonly Possible[], planned: readonly Possible[], threshold: number, capacityLeft: PlanRules['capacityLeft']): Possible[] {
  const taken = new Set(planned.map(({ giverId, askerId }) => `${giverId} ${askerId}`));
  const [givers, askers] = [new Set<string>(), new Set<string>()];
  const weak = best.filter(({ affinity, giverId, askerId }) => affinity < threshold && capacityLeft(giverId) > 0 && !taken.has(`${giverId} ${askerId}`) && !taken.has(`${askerId} ${giverId}`));
  weak.sort((a, b) => b.affinity - a.affinity || (idsOf(a) < idsOf(b) ? -1 : 1));
  return weak.filter(({ giverId, askerId }) => !givers.has(giverId) && !askers.has(askerId) && givers.add(giverId) && askers.add(askerId));
}

function idsOf({ askId, offerId }: Possible): string {
  return `${askId} ${offerId}`;
}
