import type { Analyzer, Token } from '../analysis/analyzer.js';
import { LANGUAGES, type Language } from '../analysis/language.js';
import { peak } from '../analysis/sparse-vector.js';
import type { Alignment, Side } from './alignment.js';
import { conceptOf, type EncodedStatement } from './encoding.js';
import { facetAgreements, type FacetAgreement, type Range } from './facet-agreement.js';
import { FEATURES, type Feature, type FeatureValues } from './features.js';
import type { Weights } from './affinity.js';

/** What joined the two texts where their words differ, in the preferred wording of each language. */
export type JoiningConcept = Readonly<Record<Language, string>>;

/** Why an offer meets an ask: the phrases that met, and how each feature bore on the affinity. */
export interface Explanation {
  readonly matched: { readonly ask: readonly Range[]; readonly offer: readonly Range[] };
  readonly concepts: readonly JoiningConcept[];
  /** Where both speak of place, level, language or time. */
  readonly facets: readonly FacetAgreement[];
  /** Value, weight and product of each feature; with the bias the products add up to the log-odds of the affinity. */
  readonly parts: readonly { readonly feature: Feature; readonly value: number; readonly weight: number; readonly product: number }[];
}

/** Meetings weaker than this are not quoted. */
const WORTH_QUOTING = 0.3;
const TELLING = 0.25;
/** Topics shared less than this are not named. */
const WORTH_NAMING = 0.04;

export function explain(ask: EncodedStatement, offer: EncodedStatement, alignment: Alignment, values: FeatureValues, weights: Weights, analyzer: Analyzer): Explanation {
  const shared = sharedTopic(ask, offer);
  const quoted = quotedTokens(ask, alignment.ask);
  const partners = new Set([...quoted].map((token) => alignment.ask.partners[token]!));
  // A partner phrase of several words is quoted whole.
  for (const token of quotedTokens(offer, alignment.offer)) {
    if (quoted.has(alignment.offer.partners[token]!) && alignment.offer.strengths[token]! >= WORTH_QUOTING) partners.add(token);
  }
  const concepts = joiningConcepts(ask, offer, quoted, alignment, analyzer.vocabulary);
  if (shared !== undefined) {
    const named = pointersTo(ask, shared, analyzer);
    const other = pointersTo(offer, shared, analyzer);
    // A topic that only one side names by its own words is no reason that could be shown.
    if (named.length > 0 && other.length > 0) {
      for (const token of named) quoted.add(token);
      for (const token of other) partners.add(token);
      if (concepts.length === 0 && !named.some((token) => other.some((partner) => ask.analysis.tokens[token]!.stem === offer.analysis.tokens[partner]!.stem)))
        concepts.push(analyzer.topics.titleOf(shared));
    }
  }
  return {
    matched: { ask: phrases(ask, quoted), offer: phrases(offer, partners) },
    concepts,
    facets: facetAgreements(ask.analysis, offer.analysis),
    parts: FEATURES.map((feature) => ({ feature, value: values[feature], weight: weights.features[feature], product: values[feature] * weights.features[feature] })),
  };
}

/** The topic card that both point to most. */
function sharedTopic(ask: EncodedStatement, offer: EncodedStatement): number | undefined {
  const { id, product } = peak(ask.analysis.topics, offer.analysis.topics);
  return product > WORTH_NAMING ? id : undefined;
}

/** The words that point to a card, those at least half as clear as the clearest. */
function pointersTo({ analysis, needWeights, contextWeights }: EncodedStatement, card: number, analyzer: Analyzer): number[] {
  const strengths = analysis.tokens.map((token, i) => (needWeights[i]! + contextWeights[i]! > 0 ? analyzer.pointsTo(token, card) : 0));
  const most = Math.max(0, ...strengths);
  return strengths.map((_, i) => i).filter((i) => most > 0 && strengths[i]! >= most / 2);
}

/** Tokens of the side that are met well and tell something; the best one alone where none reaches that. */
function quotedTokens(statement: EncodedStatement, side: Side): Set<number> {
  const quoted = new Set<number>();
  let best = -1;
  let most = 0;
  side.strengths.subarray(0, side.tokens).forEach((strength, token) => {
    const weight = statement.needWeights[token]! + 0.5 * statement.contextWeights[token]!;
    if (strength >= WORTH_QUOTING && weight >= TELLING) quoted.add(token);
    if (strength * weight > most) {
      most = strength * weight;
      best = token;
    }
  });
  if (quoted.size === 0 && best >= 0) quoted.add(best);
  return quoted;
}

/** Joins neighbouring tokens to phrases, small words between them included. */
function phrases(statement: EncodedStatement, quoted: ReadonlySet<number>): Range[] {
  const { tokens } = statement.analysis;
  const ranges: [number, number][] = [];
  let last = -1;
  for (const index of [...quoted].filter((token) => token >= 0).sort((a, b) => a - b)) {
    const token = tokens[index]!;
    const between = last < 0 ? [] : tokens.slice(last + 1, index);
    if (last >= 0 && tokens[last]!.clause === token.clause && between.length <= 2 && between.every(isSmall)) ranges.at(-1)![1] = token.to;
    else ranges.push([token.from, token.to]);
    last = index;
  }
  return ranges;
}

function isSmall({ role }: Token): boolean {
  return role === 'stop' || role === 'frame';
}

/** Concepts through which quoted tokens met although they are written differently. */
function joiningConcepts(ask: EncodedStatement, offer: EncodedStatement, quoted: ReadonlySet<number>, alignment: Alignment, vocabulary: Analyzer['vocabulary']): JoiningConcept[] {
  const seen = new Set<number>();
  const found: JoiningConcept[] = [];
  for (const token of [...quoted].sort((a, b) => alignment.ask.strengths[b]! - alignment.ask.strengths[a]! || a - b)) {
    const partner = alignment.ask.partners[token]!;
    const concept = conceptOf(alignment.ask.terms[token]!);
    if (partner < 0 || concept === undefined || seen.has(concept)) continue;
    const { labels, everyday } = vocabulary.concept(concept);
    if (everyday || ask.analysis.tokens[token]!.stem === offer.analysis.tokens[partner]!.stem) continue;
    seen.add(concept);
    found.push(Object.fromEntries(LANGUAGES.map((language) => [language, labels[language][0] ?? ''])) as Record<Language, string>);
  }
  return found;
}
