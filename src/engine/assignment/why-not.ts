import { introductionsOf, planIntroductions, type IntroPlan, type PlannedIntroduction } from './intro-plan.js';
import { edgeOf, FORBIDDEN, OPEN } from './plan-problem.js';
import { UNITS } from './plan-rules.js';
import { NONE } from './spanning-tree.js';

/** What decided that two people are not introduced. */
export type Decider =
  | 'planned'
  | 'no affinity above threshold'
  | 'forbidden'
  /** The giver gives nothing, or the asker asks nothing. */
  | 'no place at all'
  /** All places are held by introductions that stay. */
  | 'freeze'
  /** A soft rule outweighs the affinity. */
  | 'penalty'
  /** The giver's place went to an asker whom nobody else can help. */
  | 'floor'
  | 'exposure cap'
  | 'giver full'
  | 'asker full'
  | 'nothing to gain';

export interface WhyNot {
  readonly because: Decider;
  /** 0..1, where the pair is a candidate at all. */
  readonly affinity?: number;
  /** How much affinity the pair lacks for a place in the plan; undefined where no affinity would have helped. */
  readonly lacking?: number;
  /** The introductions that hold the places. */
  readonly instead: readonly PlannedIntroduction[];
}

/**
 * Why one person is not introduced as a helper of another. Where both have places in principle, the plan is made anew with the pair in it:
 * what that plan is worth less is exactly what the pair lacks, and where it serves fewer askers, the floor decided. Of two full people
 * the one whose places are worth more to others, by the prices of the plan, is named.
 */
export function whyNot({ solved }: IntroPlan, giver: number, asker: number): WhyNot {
  const { problem, chosen, fixed, worth, shipment } = solved;
  const edge = edgeOf(problem, { giver, asker });
  if (edge === NONE) return { because: 'no affinity above threshold', instead: [] };
  const held = (by: (one: number) => boolean): PlannedIntroduction[] => introductionsOf(solved, (one) => chosen[one] === 1 && by(one));
  const affinity = problem.affinity[edge]! / UNITS;
  const because = (decider: Decider, instead: readonly PlannedIntroduction[] = []): WhyNot => ({ because: decider, affinity, instead });
  if (chosen[edge] === 1)
    return because(
      'planned',
      held((one) => one === edge),
    );
  if (problem.status[edge] === FORBIDDEN) return because('forbidden');
  if (problem.status[edge] !== OPEN) return because('no affinity above threshold');
  if (problem.given[giver] === 0) return because(problem.exposed[giver] === 1 ? 'exposure cap' : 'no place at all');
  if (problem.received[asker] === 0) return because('no place at all');

  const helped = held((one) => problem.giver[one] === giver);
  const helping = held((one) => problem.asker[one] === asker);
  const frozen = (end: Int32Array, person: number): number => fixed.filter((one) => end[one.edge] === person).length;
  if (frozen(problem.giver, giver) === problem.given[giver]) return because('freeze', helped);
  if (frozen(problem.asker, asker) === problem.received[asker]) return because('freeze', helping);
  const forced = planIntroductions({ ...problem.request, rules: { ...problem.request.rules, locks: [...(problem.request.rules?.locks ?? []), { giver, asker }] } });
  if (forced.kind === 'none possible') return because('freeze', [...helped, ...helping]);
  if (forced.served < worth.served) return because('floor', helped);

  const priced = (decider: Decider, instead: readonly PlannedIntroduction[]): WhyNot => ({ ...because(decider, instead), lacking: (worth.benefit - forced.solved.worth.benefit) / UNITS });
  const [giverFull, askerFull] = [helped.length === problem.given[giver], helping.length === problem.received[asker]];
  if (giverFull && (!askerFull || shipment.sourcePrice[giver]! >= shipment.sinkPrice[asker]!)) return priced(problem.exposed[giver] === 1 ? 'exposure cap' : 'giver full', helped);
  if (askerFull) return priced('asker full', helping);
  return priced(problem.penalty[edge]! > 0 ? 'penalty' : 'nothing to gain', []);
}
