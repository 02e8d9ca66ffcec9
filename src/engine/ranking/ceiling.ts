import { ROUNDING, type Weights } from './affinity.js';
import { NEAR_THE_SAME, type Feature, type Likeness } from './features.js';

/** The sums of the candidate pass are whole numbers; this one stands for 1. */
export const FULL_SUM = 1 << 20;
/** How finely sums are read where a bound is no straight line in them. */
const NEED_STEPS = 1 << 8;
const WORDING_STEPS = 1 << 10;
const NEED_SHIFT = Math.log2(FULL_SUM / NEED_STEPS);
const WORDING_SHIFT = Math.log2(FULL_SUM / WORDING_STEPS);

/** What is known of the fixed side of the pairs before any is looked at; where asks of all kinds are meant, the largest each can be. */
export interface Outlook {
  /** Sum of the ask's need weights, and the least of them that is above 0. */
  readonly needTotal: number;
  readonly leastNeed: number;
  /** How much more than `need` the feature `core` can be. */
  readonly corePerNeed: number;
  readonly hasContext: boolean;
  readonly hasRegions: boolean;
  readonly hasLanguages: boolean;
  readonly hasVector: boolean;
}

/** Of asks of all kinds. */
export const ANY_ASK = { needTotal: Infinity, leastNeed: 1, corePerNeed: Infinity, hasContext: true } as const;

/**
 * An upper bound of the log-odds of a pair, from three sums that the candidate pass can make without looking at it: the share of the need that is
 * met, the cosine of the topics, and the cosine of the wording times its damping. Every other feature is taken for the most it can be under them,
 * one that lowers an affinity for 0. A pair whose bound lies below what others have reached need not be looked at: nothing better is left out.
 */
export class Ceiling {
  private readonly raises: Readonly<Record<Feature, number>>;
  private readonly bias: number;
  private readonly themeFactor: number;
  private readonly needTable = new Float64Array(NEED_STEPS + 1);
  private readonly wordingTable = new Float64Array(WORDING_STEPS + 1);
  private hasVector = false;
  private base = 0;

  constructor({ bias, features }: Weights) {
    this.bias = bias;
    this.raises = Object.fromEntries(Object.entries(features).map(([feature, weight]) => [feature, Math.max(0, weight)])) as Record<Feature, number>;
    // The subject is one product of the sum that the theme is.
    this.themeFactor = (this.raises.theme + this.raises.subject) / FULL_SUM;
    for (let step = 1; step <= WORDING_STEPS; step++) this.wordingTable[step] = this.raises.wording * (step / WORDING_STEPS) ** NEAR_THE_SAME;
  }

  take({ needTotal, leastNeed, corePerNeed, hasContext, hasRegions, hasLanguages, hasVector }: Outlook): void {
    const { raises } = this;
    this.hasVector = hasVector;
    const facets = (hasRegions ? raises.nearby : 0) + (hasLanguages ? raises.spoken : 0) + raises.elsewhere + raises.level + raises.language + raises.time + raises.vague;
    this.base = this.bias + ROUNDING + raises.grams + facets + (hasVector ? raises.dense : 0);
    const touched = raises.gift + (hasContext ? raises.context : 0);
    for (let step = 1; step <= NEED_STEPS; step++) {
      const share = step / NEED_STEPS;
      const need = share * needTotal;
      const evidence = raises.evidence === 0 ? 0 : raises.evidence * (1 - Math.exp(-need));
      const core = raises.core * Math.min(1, share * corePerNeed);
      this.needTable[step] = touched + raises.need * share + raises.whole * share ** 2 + core + raises.topic * Math.min(1, need / leastNeed) + evidence;
    }
  }

  /** Of three sums, FULL_SUM for 1, rounded up. */
  of(need: number, theme: number, wording: number): number {
    const step = (wording + (1 << WORDING_SHIFT) - 1) >> WORDING_SHIFT;
    return this.base + this.themeFactor * theme + this.needs(need) + this.wordingTable[step < WORDING_STEPS ? step : WORDING_STEPS]!;
  }

  /** The bound once theme and subject are known and not only the sum of the theme. */
  withTopics(bound: number, sum: number, { theme, subject }: Pick<Likeness, 'theme' | 'subject'>): number {
    return bound - this.themeFactor * sum + this.raises.theme * theme + this.raises.subject * subject;
  }

  /** The bound once the grams are known, and the vectors where the fixed side has one. */
  withGrams(bound: number, { grams, dense }: Pick<Likeness, 'grams' | 'dense'>): number {
    return bound - this.raises.grams * (1 - grams) - (this.hasVector ? this.raises.dense * (1 - dense) : 0);
  }

  private needs(sum: number): number {
    const step = (sum + (1 << NEED_SHIFT) - 1) >> NEED_SHIFT;
    return this.needTable[step < NEED_STEPS ? step : NEED_STEPS]!;
  }
}
