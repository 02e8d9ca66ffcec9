import { isBetter, type Worth } from './plan-rules.js';

/** What the flow says about all plans that take certain steps. */
export interface Relaxed<Step, Plan> {
  /** No plan with these steps is worth more. */
  readonly bound: Worth;
  /** A plan that keeps all rules, where the flow shows one. */
  readonly found?: { readonly worth: Worth; readonly plan: Plan };
  /** Steps of which every better plan takes one, the more promising first; empty where what was found is the best there is. */
  readonly branches: readonly Step[];
}

export interface Branched<Plan> {
  readonly found?: { readonly worth: Worth; readonly plan: Plan };
  readonly bound: Worth;
}

/**
 * Branch and bound (Land and Doig 1960), depth first, so that a plan is found soon; what is worth no more than the best found is cut off.
 *
 * @param relax undefined where no plan takes all these steps
 * @param most  how many sets of steps are looked at; where more would be needed, the bound tells how good the found one is at least
 */
export function branchAndBound<Step, Plan>(relax: (steps: readonly Step[]) => Relaxed<Step, Plan> | undefined, most: number): Branched<Plan> | undefined {
  const root = relax([]);
  if (root === undefined) return undefined;
  let { found } = root;
  const open = [...root.branches].reverse().map((step) => ({ steps: [step], bound: root.bound }));
  for (let looked = 1; looked < most && open.length > 0; looked++) {
    const { steps, bound } = open.pop()!;
    if (found !== undefined && !isBetter(bound, found.worth)) continue;
    const relaxed = relax(steps);
    if (relaxed === undefined) continue;
    if (relaxed.found !== undefined && (found === undefined || isBetter(relaxed.found.worth, found.worth))) found = relaxed.found;
    for (const step of [...relaxed.branches].reverse()) open.push({ steps: [...steps, step], bound: relaxed.bound });
  }
  const bounds = [...(found ? [found.worth] : []), ...open.map((node) => node.bound)];
  if (bounds.length === 0) return undefined;
  return { ...(found && { found }), bound: bounds.reduce((best, one) => (isBetter(one, best) ? one : best)) };
}
