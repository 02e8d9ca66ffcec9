import { cosine, coverage, peak } from '../analysis/sparse-vector.js';
import type { Vocabulary } from '../analysis/vocabulary.js';
import { align, type Alignment, type AskQuery } from './alignment.js';
import type { EncodedStatement, TermDictionary } from './encoding.js';
import { facetFeatures } from './facet-agreement.js';

/** The named parts of an affinity, each in 0..1 and each a property of the two texts alone. */
export const FEATURES = [
  'need',
  'whole',
  'core',
  'topic',
  'theme',
  'subject',
  'gift',
  'evidence',
  'grams',
  'wording',
  'dense',
  'context',
  'nearby',
  'elsewhere',
  'level',
  'spoken',
  'language',
  'time',
  'vague',
  'refused',
] as const;
export type Feature = (typeof FEATURES)[number];
export type FeatureValues = Readonly<Record<Feature, number>>;

/** Length of the wording vector of a statement of a dozen words. */
const TYPICAL_WORDING = 3;
const LENGTH_EXPONENT = 0.6;
const NEAR_THE_SAME = 1.5;

/**
 * - need: share of what is asked for that the offer meets, by the weight of its words;
 * - whole: the square of need, as an offer that meets all of it is worth more than two that meet half;
 * - core: the same, with the weightiest words of the ask counting most;
 * - topic: how well the best concept of a field of work or life meets (not everyday words);
 * - theme: likeness of the topics that the words of both point to, whatever the words;
 * - subject: how much both point to the one topic that they share most;
 * - gift: share of the offer that the ask takes up;
 * - evidence: how much was met at all, saturating: two rare words prove more than one;
 * - grams: cosine of character n-grams, for typos and cognates;
 * - wording: likeness of the sentences as written, small words and word order included; only near-paraphrases have much of it;
 * - dense: cosine of the vectors that the caller gave, counted from DENSE_FLOOR on and 0 when either is missing;
 * - context: share of the ask's context that the offer meets;
 * - nearby: both name a place of one region;
 * - elsewhere: both name places, of different regions, and neither works remotely;
 * - level: one side is for beginners, the other for the advanced;
 * - spoken: the offer says a language that the ask wants;
 * - language: the ask wants a language, and the offer says another only;
 * - time: both name months, weekdays or parts of the day, and none in common;
 * - vague: the ask names wishes and no need;
 * - refused: how nearly the offer is what the ask refuses.
 */
export function featuresOf(query: AskQuery, offer: EncodedStatement, dictionary: TermDictionary, vocabulary: Vocabulary): { values: FeatureValues; alignment: Alignment } {
  const { ask } = query;
  const alignment = align(query, offer);
  let need = 0;
  let core = 0;
  let coreTotal = 0;
  let context = 0;
  let topic = 0;
  for (let i = 0; i < ask.needWeights.length; i++) {
    const strength = alignment.ask.strengths[i]!;
    const weight = ask.needWeights[i]!;
    // What meets only the offer's context ("for restaurants") serves the need less.
    const partner = alignment.ask.partners[i]!;
    const met = strength * (partner >= 0 ? 0.4 + 0.6 * Math.min(1, offer.needWeights[partner]! / 0.5) : 0);
    need += weight * met;
    core += weight * weight * weight * met;
    coreTotal += weight * weight * weight;
    context += ask.contextWeights[i]! * strength;
    const concept = dictionary.conceptOf(alignment.ask.terms[i]!);
    if (concept !== undefined && alignment.ask.terms[i]! >= 0 && !vocabulary.concept(concept).everyday && weight > 0) topic = Math.max(topic, met);
  }
  let gift = 0;
  for (let j = 0; j < offer.needWeights.length; j++) gift += offer.needWeights[j]! * alignment.offer.strengths[j]!;
  const values = {
    need: share(need, ask.needTotal),
    whole: share(need, ask.needTotal) ** 2,
    core: share(core, coreTotal),
    topic,
    theme: cosine(ask.analysis.topics, offer.analysis.topics),
    subject: peak(ask.analysis.topics, offer.analysis.topics).product,
    gift: share(gift, offer.needTotal),
    evidence: 1 - Math.exp(-need),
    grams: cosine(ask.grams, offer.grams),
    wording: coverage(ask.analysis.wording, offer.analysis.wording, TYPICAL_WORDING, LENGTH_EXPONENT) ** NEAR_THE_SAME,
    dense: denseCosine(ask.vector, offer.vector),
    context: share(context, ask.contextTotal),
    ...facetFeatures(ask.analysis, offer.analysis),
    vague: Number(ask.analysis.vague),
    refused: refusal(ask, offer, dictionary, vocabulary),
  };
  return { values, alignment };
}

/**
 * Models give unrelated texts cosines well above 0 (a narrow cone: Ethayarajh 2019, "How contextual are contextualized word representations?");
 * below this a cosine says nothing, and what is above it is stretched to 0..1.
 */
const DENSE_FLOOR = 0.4;

/** Vectors of different models say nothing to each other: 0, as without. */
function denseCosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (a === undefined || b === undefined || a.length !== b.length) return 0;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return Math.min(1, Math.max(0, (sum - DENSE_FLOOR) / (1 - DENSE_FLOOR)));
}

function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}

/** The ask may refuse what the offer gives, and the offer exclude what the ask wants. */
function refusal(ask: EncodedStatement, offer: EncodedStatement, dictionary: TermDictionary, vocabulary: Vocabulary): number {
  return Math.max(refusedBy(ask, offer, dictionary, vocabulary), refusedBy(offer, ask, dictionary, vocabulary));
}

/** What both sides leave out ("without gluten") is no refusal. */
function isGivenOrWanted({ analysis, needWeights }: EncodedStatement, token: number): boolean {
  return needWeights[token]! > 0 && analysis.tokens[token]!.role !== 'excluded';
}

function refusedBy(one: EncodedStatement, other: EncodedStatement, dictionary: TermDictionary, vocabulary: Vocabulary): number {
  let worst = 0;
  for (const term of one.refused) {
    const concept = dictionary.conceptOf(term);
    const near = concept === undefined ? [{ term, strength: 1 }] : vocabulary.neighbours(concept).map((other) => ({ term: dictionary.concept(other.concept), strength: other.strength }));
    for (const neighbour of near) {
      for (let i = 0; i < other.terms.length; i++) {
        if (other.terms[i] === neighbour.term && isGivenOrWanted(other, other.termTokens[i]!)) worst = Math.max(worst, neighbour.strength * other.termStrengths[i]!);
      }
    }
  }
  return worst;
}
