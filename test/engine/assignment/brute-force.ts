import type { PlanRequest } from '../../../src/engine/engine.js';

export interface Best {
  readonly served: number;
  /** Millionths of affinity. */
  readonly benefit: number;
}

/** Says whether a set of introductions breaks a hard rule, straight from the request and without any of the solver's arrays. */
export function brokenRule(request: PlanRequest, plan: readonly { readonly giver: number; readonly asker: number }[]): string | undefined {
  const { people, edges, threshold = 0, rules = {} } = request;
  const has = (giver: number, asker: number): boolean => plan.some((one) => one.giver === giver && one.asker === asker);
  if (new Set(plan.map(({ giver, asker }) => giver * people + asker)).size < plan.length) return 'an introduction stands twice';
  for (let person = 0; person < people; person++) {
    const its = { received: 3, given: 3, exposure: Infinity, ...request.limits, ...request.own?.get(person) };
    if (plan.filter(({ asker }) => asker === person).length > its.received) return `${person} receives too much`;
    const given = plan.filter(({ giver }) => giver === person).length;
    if (given > its.given) return `${person} gives too much`;
    if (given > Math.max(0, its.exposure - (request.shown?.[person] ?? 0))) return `${person} is shown too often`;
  }
  for (const [a, b] of rules.forbidden ?? []) if (has(a, b) || has(b, a)) return `${a} and ${b} are forbidden`;
  for (const { giver, asker } of [...(rules.mustHelp ?? []), ...(rules.locks ?? [])]) if (!has(giver, asker)) return `${giver} does not help ${asker}`;
  for (const [a, b] of rules.mustMeet ?? []) if (!has(a, b) && !has(b, a)) return `${a} and ${b} do not meet`;
  for (const { giver, asker } of plan) {
    const wanted = [...(rules.mustHelp ?? []), ...(rules.locks ?? [])].some((one) => one.giver === giver && one.asker === asker);
    const mustMeet = !has(asker, giver) && (rules.mustMeet ?? []).some(([a, b]) => (a === giver && b === asker) || (b === giver && a === asker));
    if (!wanted && !mustMeet && !edges.some((edge) => edge.giver === giver && edge.asker === asker && edge.affinity >= threshold)) return `${giver} helps ${asker} below the threshold`;
  }
  return undefined;
}

/** What a set of introductions is worth, told from the request alone. */
export function worthOf(request: PlanRequest, plan: readonly { readonly giver: number; readonly asker: number }[]): Best {
  const { edges, threshold = 0, rules = {}, previous = [], stability = 0.02 } = request;
  const served = new Set<number>();
  let benefit = 0;
  for (const { giver, asker } of plan) {
    const affinities = edges.filter((edge) => edge.giver === giver && edge.asker === asker).map(({ affinity }) => affinity);
    const affinity = Math.max(0, ...affinities);
    if (affinities.some((one) => one >= threshold)) served.add(asker);
    benefit += Math.round(affinity * 1e6);
    if (previous.some((one) => one.giver === giver && one.asker === asker)) benefit += Math.round(stability * 1e6);
    for (const { pair, penalty } of rules.discouraged ?? []) if (pair.includes(giver) && pair.includes(asker)) benefit -= Math.round(penalty * 1e6);
  }
  return { served: served.size, benefit };
}

/** The best there is, by trying every set of introductions; undefined where none keeps the rules. */
export function bruteForce(request: PlanRequest): Best | undefined {
  const { edges, rules = {}, people } = request;
  const wanted = [
    ...edges,
    ...(rules.mustHelp ?? []),
    ...(rules.locks ?? []),
    ...(rules.mustMeet ?? []).flatMap(([a, b]) => [
      { giver: a, asker: b },
      { giver: b, asker: a },
    ]),
  ];
  const candidates = [...new Map(wanted.map(({ giver, asker }) => [giver * people + asker, { giver, asker }])).values()];
  let best: Best | undefined;
  for (let set = 0; set < 2 ** candidates.length; set++) {
    const plan = candidates.filter((_, i) => (set >> i) & 1);
    if (brokenRule(request, plan) !== undefined) continue;
    const worth = worthOf(request, plan);
    if (best === undefined || worth.served > best.served || (worth.served === best.served && worth.benefit > best.benefit)) best = worth;
  }
  return best;
}
