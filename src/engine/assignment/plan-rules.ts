/** People are numbers from 0; who they are stays outside. */
export interface Directed {
  readonly giver: number;
  readonly asker: number;
}

/** Two people, in any order. */
export type Pair = readonly [number, number];

/** That one person's offer serves another's ask; the place in the list is what the caller knows the statements by. */
export interface PlanEdge extends Directed {
  /** 0..1. */
  readonly affinity: number;
}

export interface PlanLimits {
  /** Introductions in which a person is helped, at the most. */
  readonly received: number;
  /** Introductions in which a person helps, at the most. */
  readonly given: number;
  /** How often a person may be shown as a giver in all, those `shown` before included. */
  readonly exposure: number;
}

/** Hard rules are kept or the plan says `none possible`; a soft rule only costs. */
export interface PlanRules {
  /** Never these two. */
  readonly forbidden?: readonly Pair[];
  /** This one helps that one, come what may. */
  readonly mustHelp?: readonly Directed[];
  /** These two meet, in at least one direction. */
  readonly mustMeet?: readonly Pair[];
  /** Introductions that stay: brought together already, or set by the organizer. */
  readonly locks?: readonly Directed[];
  /** Soft: rather not; the penalty is in units of affinity. */
  readonly discouraged?: readonly { readonly pair: Pair; readonly penalty: number }[];
}

export interface PlanRequest {
  readonly people: number;
  /** Of several for the same giver and asker the best counts, ties by place. */
  readonly edges: readonly PlanEdge[];
  /** Below it nobody is introduced, but by a hard rule; 0 when not given. */
  readonly threshold?: number;
  /** For everyone; three of each and no cap of exposure when not given. */
  readonly limits?: Partial<PlanLimits>;
  /** For single people. Who asks nothing has `received: 0`. */
  readonly own?: ReadonlyMap<number, Partial<PlanLimits>>;
  /** How often each person was shown as a giver before this plan; nobody when not given. */
  readonly shown?: readonly number[];
  readonly rules?: PlanRules;
  /** The introductions of the plan before, which are kept where that costs no more than `stability`. */
  readonly previous?: readonly Directed[];
  /** What keeping an introduction is worth, in units of affinity; 0.02 when not given. */
  readonly stability?: number;
}

export const DEFAULT_LIMITS: PlanLimits = { received: 3, given: 3, exposure: Infinity };
export const DEFAULT_STABILITY = 0.02;

export type HardRule = 'forbidden' | 'must help' | 'must meet' | 'lock';

/** A rule as it was asked for; `people` are giver and asker where the rule has a direction. */
export interface RuleOfPair {
  readonly rule: HardRule;
  readonly people: Pair;
}

export type Relaxation =
  { readonly relax: 'drop'; readonly rule: HardRule; readonly people: Pair } | { readonly relax: 'raise'; readonly limit: keyof PlanLimits | 'meetings'; readonly person: number; readonly to: number };

/** Rules that cannot hold together, and each single step that would help (of several limits that are too small together, one step further). */
export interface Clash {
  readonly rules: readonly RuleOfPair[];
  readonly relax: readonly Relaxation[];
}

export interface NonePossible {
  readonly kind: 'none possible';
  readonly clashes: readonly Clash[];
}

/** What an introduction is worth to the plan, in units of affinity: affinity + stability - penalty. */
export interface Parts {
  readonly affinity: number;
  readonly stability: number;
  readonly penalty: number;
}

/** How good a plan is: first how many askers are served, then benefit in millionths of affinity. */
export interface Worth {
  readonly served: number;
  readonly benefit: number;
}

export function isBetter(a: Worth, b: Worth): boolean {
  return a.served > b.served || (a.served === b.served && a.benefit > b.benefit);
}

/** How far a plan may be from the best there is. */
export interface Proof {
  readonly optimal: boolean;
  /** Askers that another plan might serve besides; 0 in nearly all cases. */
  readonly servedGap: number;
  /** What another plan that serves as many might gain, as a share of its benefit; 0 when optimal. */
  readonly gap: number;
}

export function proofOf(worth: Worth, bound: Worth): Proof {
  const optimal = !isBetter(bound, worth);
  const servedGap = Math.max(0, bound.served - worth.served);
  return { optimal, servedGap, gap: optimal ? 0 : Math.max(0, bound.benefit - worth.benefit) / Math.max(1, Math.abs(bound.benefit)) };
}

/** Benefits are whole millionths, so that plans are compared exactly. */
export const UNITS = 1e6;

export function unitsOf(affinity: number): number {
  return Math.round(affinity * UNITS);
}
