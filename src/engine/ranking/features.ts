import type { Vocabulary } from '../analysis/vocabulary.js';
import { VectorProbe } from '../index/vector-rows.js';
import { Alignment } from './alignment.js';
import { conceptOf, conceptTerm } from './encoding.js';
import { facetFeatures } from './facet-agreement.js';
import type { Row } from './rows.js';

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

/** The features that hold two texts against each other as a whole, not word by word. */
export type Likeness = Pick<FeatureValues, 'theme' | 'subject' | 'grams' | 'dense'>;

/** What meets only the offer's context ("for restaurants") serves the need less: by this share at the least. */
const CONTEXT_SHARE = 0.4;
const FULL_GIFT = 0.5;
/** Likeness of wording counts by this power: only near-paraphrases have much of it. */
export const NEAR_THE_SAME = 1.5;

/** How well a word of an offer serves, 0..1, by its weight in what is given. */
export function serves(needWeight: number): number {
  return CONTEXT_SHARE + (1 - CONTEXT_SHARE) * Math.min(1, needWeight / FULL_GIFT);
}

/**
 * The features of pairs of which one side stays the same; everything is reused from pair to pair.
 *
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
export class Features {
  readonly alignment: Alignment;
  private readonly grams = new VectorProbe();
  private readonly wording = new VectorProbe();
  private readonly topics = new VectorProbe();
  private readonly likeness: Record<keyof Likeness, number> = { theme: 0, subject: 0, grams: 0, dense: 0 };
  private ask: Row | undefined;
  private fixed: Row | undefined;

  constructor(private readonly vocabulary: Vocabulary) {
    this.alignment = new Alignment(vocabulary);
  }

  /** Makes ready the side that stays the same from pair to pair. */
  fix(side: Row): void {
    this.fixed = side;
    this.grams.load(side.rows.grams, side.row);
    this.wording.load(side.rows.wording, side.row);
    this.topics.load(side.rows.topics, side.row);
  }

  /** Makes ready the ask of the pairs to come, be it the fixed side or not. */
  takeAsk(ask: Row): void {
    this.ask = ask;
    this.alignment.load(ask);
  }

  /** Looks up how alike the topics of the fixed side and another are. */
  meetTopics({ rows, row }: Row): Likeness {
    this.likeness.theme = this.topics.dot(rows.topics, row);
    this.likeness.subject = this.topics.peak;
    return this.likeness;
  }

  /** The same of their letters, and of their vectors where both have one. */
  meetGrams({ rows, row }: Row): Likeness {
    this.likeness.grams = this.grams.dot(rows.grams, row);
    this.likeness.dense = denseCosine(this.fixed!.rows.vectorOf(this.fixed!.row), rows.vectorOf(row));
    return this.likeness;
  }

  /** The features of the ask taken and an offer, one of which is the fixed side. Their alignment stands in `alignment`. */
  of(offer: Row): FeatureValues {
    const ask = this.ask!;
    const other = ask === this.fixed ? offer : ask;
    this.meetTopics(other);
    const { theme, subject, grams, dense } = this.meetGrams(other);
    const wording = this.wording.dot(other.rows.wording, other.row) * offer.rows.wordingDampings.values[offer.row]!;
    const { need, core, coreTotal, context, topic, gift } = this.met(ask, offer);
    const needShare = share(need, ask.rows.needTotals.values[ask.row]!);
    return {
      need: needShare,
      whole: needShare ** 2,
      core: share(core, coreTotal),
      topic,
      theme,
      subject,
      gift: share(gift, offer.rows.needTotals.values[offer.row]!),
      evidence: 1 - Math.exp(-need),
      grams,
      wording: wording ** NEAR_THE_SAME,
      dense,
      context: share(context, ask.rows.contextTotals.values[ask.row]!),
      ...facetFeatures(ask.rows.asideOf(ask.row), offer.rows.asideOf(offer.row)),
      vague: Number(ask.rows.asideOf(ask.row).vague),
      refused: Math.max(this.refusedBy(ask, offer), this.refusedBy(offer, ask)),
    };
  }

  /** Adds up what the alignment of the two meets. */
  private met(ask: Row, offer: Row): Readonly<Record<'need' | 'core' | 'coreTotal' | 'context' | 'topic' | 'gift', number>> {
    this.alignment.align(offer);
    const { ask: asking, offer: giving } = this.alignment;
    const from = ask.rows.tokenStarts.values[ask.row]!;
    const offerFrom = offer.rows.tokenStarts.values[offer.row]!;
    const given = offer.rows.needWeights.values;
    let [need, core, coreTotal, context, topic, gift] = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < asking.tokens; i++) {
      const weight = ask.rows.needWeights.values[from + i]!;
      coreTotal += weight * weight * weight;
      const partner = asking.partners[i]!;
      if (partner < 0) continue;
      const strength = asking.strengths[i]!;
      const met = strength * serves(given[offerFrom + partner]!);
      need += weight * met;
      core += weight * weight * weight * met;
      context += ask.rows.contextWeights.values[from + i]! * strength;
      const concept = conceptOf(asking.terms[i]!);
      if (weight > 0 && met > topic && concept !== undefined && !this.vocabulary.concept(concept).everyday) topic = met;
    }
    for (let j = 0; j < giving.tokens; j++) gift += given[offerFrom + j]! * giving.strengths[j]!;
    return { need, core, coreTotal, context, topic, gift };
  }

  /** How nearly one side is what the other refuses: the ask may refuse what the offer gives, and the offer exclude what the ask wants. */
  private refusedBy(one: Row, other: Row): number {
    let worst = 0;
    const to = one.rows.refusedStarts.values[one.row + 1]!;
    for (let i = one.rows.refusedStarts.values[one.row]!; i < to; i++) {
      const term = one.rows.refused.values[i]!;
      const concept = conceptOf(term);
      if (concept === undefined) worst = Math.max(worst, strongest(other, term));
      else for (const near of this.vocabulary.neighbours(concept)) worst = Math.max(worst, near.strength * strongest(other, conceptTerm(near.concept)));
    }
    return worst;
  }
}

/** How strongly a statement gives or wants a term. */
function strongest({ rows, row }: Row, term: number): number {
  let most = 0;
  const to = rows.termStarts.values[row + 1]!;
  const tokensFrom = rows.tokenStarts.values[row]!;
  for (let i = rows.termStarts.values[row]!; i < to; i++) {
    if (rows.terms.values[i] === term && rows.refusable.values[tokensFrom + rows.termTokens.values[i]!] === 1) most = Math.max(most, rows.termStrengths.values[i]!);
  }
  return most;
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
