import { FEATURES, type Feature, type FeatureValues } from './features.js';

/** Fitted on judged pairs by `npm run fit`; see data/weights.json for date and figures. */
export interface Weights {
  readonly bias: number;
  readonly features: Readonly<Record<Feature, number>>;
  /** Below this affinity Gern keeps silent. */
  readonly threshold: number;
}

/**
 * Affinity of an offer to an ask, 0..1: a logistic model of the features, so that it can be read as the chance that
 * somebody who knows both would call the introduction helpful.
 */
export function affinityOf(values: FeatureValues, weights: Weights): number {
  let sum = weights.bias;
  for (const feature of FEATURES) sum += weights.features[feature] * values[feature];
  return 1 / (1 + Math.exp(-sum));
}
