import { FEATURES, type Feature, type FeatureValues } from './features.js';

/** Fitted on judged pairs by `npm run fit`; see data/weights.json for date and figures. */
export interface Weights {
  readonly bias: number;
  readonly features: Readonly<Record<Feature, number>>;
  /** Below this affinity Gern keeps silent. */
  readonly threshold: number;
}

export function logOddsOf(values: FeatureValues, { bias, features }: Weights): number {
  let sum = bias;
  for (const feature of FEATURES) sum += features[feature] * values[feature];
  return sum;
}

/**
 * Affinity of an offer to an ask, 0..1, from its log-odds: a logistic model of the features, so that it can be read as the chance that
 * somebody who knows both would call the introduction helpful.
 */
export function affinityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** The log-odds from which on an affinity may reach this one; never too high by rounding. */
export function logOddsFor(affinity: number): number {
  return affinity <= 0 ? -Infinity : affinity >= 1 ? CERTAIN : Math.log(affinity / (1 - affinity)) - ROUNDING;
}

/** Covers what sums and logarithms lose in their last bits. */
export const ROUNDING = 1e-6;
/** Log-odds above this may be rounded to one affinity, so that ids decide: they are never told apart. */
export const CERTAIN = 18;
