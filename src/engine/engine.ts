import type { Analyzer } from './analysis/analyzer.js';
import type { Language } from './analysis/language.js';
import type { StatementKind } from './analysis/roles.js';
import type { Posting } from './index/inverted-index.js';
import { affinityOf, type Weights } from './ranking/affinity.js';
import { AskQuery, type Alignment } from './ranking/alignment.js';
import { encode, TermDictionary, type EncodedStatement } from './ranking/encoding.js';
import { explain, type Explanation } from './ranking/explanation.js';
import { FEATURES, featuresOf, type Feature, type FeatureValues } from './ranking/features.js';
import { byAffinity, givingFirst, type GivingFirst, type Rankable } from './ranking/giving-first.js';
import { GRAM_TERMS, postingsOf, Shelf, TOPIC_TERMS, topicPostings, type Entry, type Statement } from './shelf.js';

export { ASK_PARTS, AskCoach, type AskPart, type CoachWords } from './analysis/coach.js';
export type { Region } from './analysis/places.js';
export { compileKnowledge, lexiconsOf, type Knowledge, type KnowledgeSources } from './analysis/knowledge.js';
export { labelStems } from './analysis/label-index.js';
export { Stemmer } from './analysis/stemmer.js';
export type { TopicCard, Voice } from './analysis/topics.js';
export type { Concept } from './analysis/vocabulary.js';
export { LANGUAGES, type Language, type LanguageData } from './analysis/language.js';
export type { StatementKind } from './analysis/roles.js';
export { FEATURES, type Feature } from './ranking/features.js';
export type { Weights } from './ranking/affinity.js';
export type { Explanation, Range } from './ranking/explanation.js';
export type { GivingFirst } from './ranking/giving-first.js';
export type { Statement } from './shelf.js';
export { Analyzer } from './analysis/analyzer.js';
export { fold } from './analysis/folding.js';
export { planIntroductions, type IntroPlan } from './assignment/intro-plan.js';
export { planMeetings, type MutualPlan } from './assignment/mutual-plan.js';
export type { MutualRequest } from './assignment/pair-problem.js';
export type { NonePossible, Pair, PlanEdge, PlanRequest } from './assignment/plan-rules.js';
export { ringOf } from './assignment/ring.js';
export { roundsOf } from './assignment/rounds.js';
export { FEWEST_SEATS, MOST_SEATS, tablesOf } from './assignment/tables.js';
export { whyNot, type Decider } from './assignment/why-not.js';
export { calibrationError, ndcg, recall, reciprocalRank, spearman, type Outcome } from './evaluation/measures.js';
export { fitLogistic, type Example, type LogisticModel } from './evaluation/logistic.js';

/** An offer that may serve an ask. */
export interface Hit extends Rankable {
  readonly ask: Statement;
  readonly offer: Statement;
  readonly values: FeatureValues;
}

export interface RankOptions {
  /** How many hits at the most. */
  readonly top: number;
  /** Hits below this affinity are left out; the fitted threshold when not given, 0 keeps all. */
  readonly threshold?: number;
  /** Whether this pair may be introduced at all. */
  readonly allows?: (ask: Statement, offer: Statement) => boolean;
}

export interface SuggestOptions {
  /** Suggestions a side. */
  readonly most: number;
  readonly allows?: (ask: Statement, offer: Statement) => boolean;
}

/** One need of an ask held against an offer. */
interface Rated {
  readonly query: AskQuery;
  readonly values: FeatureValues;
  readonly alignment: Alignment;
  readonly affinity: number;
}

/** How many candidates are looked at closely for each hit wanted, and at the least. */
const CANDIDATES_PER_HIT = 5;
const FEWEST_CANDIDATES = 150;
/** A gram says far less than a word: its share in finding candidates. */
const GRAM_SHARE = 1.5;
/** A shared topic says more than a shared word. */
const TOPIC_SHARE = 6;
/** A surprise may lie this far below the threshold. */
const SURPRISE_BAND = 0.15;
/** A setting of the weights that is older than a feature does not count it. */
const UNWEIGHTED = Object.fromEntries(FEATURES.map((feature) => [feature, 0])) as Record<Feature, number>;

/**
 * The engine: holds statements, ranks offers for asks and asks for offers, and says why.
 * Pure and deterministic; an affinity depends on the two texts and the resources alone.
 */
export class Engine {
  private readonly dictionary = new TermDictionary();
  private readonly shelves: Readonly<Record<StatementKind, Shelf>> = { ask: new Shelf(), offer: new Shelf() };

  private readonly weights: Weights;

  /** @param analyzer may be shared by several engines */
  constructor(
    private readonly analyzer: Analyzer,
    weights: Weights,
  ) {
    this.weights = { ...weights, features: { ...UNWEIGHTED, ...weights.features } };
  }

  get threshold(): number {
    return this.weights.threshold;
  }

  /** Below this affinity nothing is shown, not even as a surprise. */
  get surpriseThreshold(): number {
    return Math.max(0, this.threshold - SURPRISE_BAND);
  }

  guessLanguage(text: string): Language {
    return this.analyzer.guessLanguage(text);
  }

  /** Adds a statement or puts it in the place of an earlier one of the same id. */
  put(statement: Statement): void {
    this.remove(statement.id);
    this.shelves[statement.kind].put(statement, this.encode(statement));
  }

  /** Takes a statement out; true when it was there. */
  remove(id: string): boolean {
    const wasAsk = this.shelves.ask.remove(id);
    return this.shelves.offer.remove(id) || wasAsk;
  }

  /** The offers that serve an ask best, best first, ties by id. The ask need not be held. */
  rank(ask: Statement, options: RankOptions): Hit[] {
    const queries = this.queries(ask, this.encoded(ask));
    const accepts = (offer: Statement): boolean => this.mayMeet(ask, offer, options.allows);
    const entries = new Set(queries.flatMap((query) => this.candidates('offer', postingsOfQuery(query), options.top, accepts)));
    return this.best(
      [...entries].map((entry) => this.hit(queries, ask, entry)),
      options,
    );
  }

  /** The open asks that an offer serves best: the same affinities, looked at from the giver's side. */
  rankAsks(offer: Statement, options: RankOptions): Hit[] {
    const encoded = this.encoded(offer);
    const accepts = (ask: Statement): boolean => this.mayMeet(ask, offer, options.allows);
    const entries = this.candidates('ask', this.reverseQuery(encoded), options.top, accepts);
    return this.best(
      entries.map((entry) => this.hit((entry.queries ??= this.queries(entry.statement, entry.encoded)), entry.statement, { statement: offer, encoded })),
      options,
    );
  }

  /** Whom this owner can help, then who can help them: at most one suggestion for each other person and side. */
  suggest(owner: string, { most, allows }: SuggestOptions): GivingFirst<Hit> {
    const options: RankOptions = { top: Math.max(most * 4, 20), threshold: this.surpriseThreshold, ...(allows && { allows }) };
    const give = this.owned('offer', owner).flatMap((offer) => this.rankAsks(offer, options));
    const receive = this.owned('ask', owner).flatMap((ask) => this.rank(ask, options));
    return givingFirst(give, receive, (hit) => (hit.ask.owner === owner ? hit.offer.owner : hit.ask.owner), { most, threshold: this.threshold, surpriseBand: SURPRISE_BAND });
  }

  /** Why an offer meets an ask; both are analysed anew where they are not held. */
  explain(ask: Statement, offer: Statement): Explanation {
    const [encodedAsk, encodedOffer] = [this.encoded(ask), this.encoded(offer)];
    const { values, alignment, query } = this.bestNeed(this.queries(ask, encodedAsk), encodedOffer);
    return explain(query.ask, encodedOffer, alignment, values, this.weights, this.dictionary, this.analyzer);
  }

  private owned(kind: StatementKind, owner: string): Statement[] {
    return [...this.shelves[kind].entries.values()].map(({ statement }) => statement).filter((statement) => statement.owner === owner);
  }

  /** As it is held, or anew where it is not, or not with this text. */
  private encoded(statement: Statement): EncodedStatement {
    const held = this.shelves[statement.kind].entries.get(statement.id);
    return held?.statement.text === statement.text && held.statement.language === statement.language ? held.encoded : this.encode(statement);
  }

  private encode({ text, kind, language, vector }: Statement): EncodedStatement {
    return encode(this.analyzer.analyze(text, kind, language), this.dictionary, this.analyzer.vocabulary, vector);
  }

  /** The ask as a whole, and each of its needs where it names several; they share the one vector of the ask. */
  private queries({ text, language, vector }: Statement, whole: EncodedStatement): [AskQuery, ...AskQuery[]] {
    const { vocabulary } = this.analyzer;
    const needs = this.analyzer.needs(text, language).map((need) => encode(need, this.dictionary, vocabulary, vector));
    const query = (ask: EncodedStatement): AskQuery => new AskQuery(ask, this.dictionary, vocabulary);
    return [query(whole), ...needs.map(query)];
  }

  /** An offer is held against each need on its own: whoever serves one of three needs well serves the ask. */
  private bestNeed(queries: readonly AskQuery[], offer: EncodedStatement): Rated {
    const rated = queries.map((query) => {
      const { values, alignment } = featuresOf(query, offer, this.dictionary, this.analyzer.vocabulary);
      return { query, values, alignment, affinity: affinityOf(values, this.weights) };
    });
    return rated.reduce((best, one) => (one.affinity > best.affinity ? one : best));
  }

  /** Neighbourhood is not symmetric: which terms of asks does this offer serve? */
  private reverseQuery(offer: EncodedStatement): Posting[] {
    const postings = new Map<number, number>();
    for (const { term, impact } of postingsOf(offer)) {
      const concept = term < TOPIC_TERMS ? this.dictionary.conceptOf(term) : undefined;
      const near = concept === undefined ? [{ term, impact }] : this.analyzer.vocabulary.neighbours(concept).map((n) => ({ term: this.dictionary.concept(n.concept), impact: impact * n.strength }));
      for (const posting of near) postings.set(posting.term, Math.max(posting.impact, postings.get(posting.term) ?? 0));
    }
    return [...postings].map(([term, impact]) => ({ term, impact: impact * shareOf(term) }));
  }

  /** Those worth a close look: many more than are wanted, all where there are not many. */
  private candidates(kind: StatementKind, query: readonly Posting[], top: number, accepts: (statement: Statement) => boolean): Entry[] {
    const shelf = this.shelves[kind];
    const wanted = Math.max(FEWEST_CANDIDATES, CANDIDATES_PER_HIT * top);
    return wanted >= shelf.entries.size ? [...shelf.entries.values()].filter(({ statement }) => accepts(statement)) : shelf.find(query, wanted, accepts);
  }

  private mayMeet(ask: Statement, offer: Statement, allows?: (ask: Statement, offer: Statement) => boolean): boolean {
    return ask.owner !== offer.owner && (allows === undefined || allows(ask, offer));
  }

  private hit(queries: readonly AskQuery[], ask: Statement, { statement, encoded }: Pick<Entry, 'statement' | 'encoded'>): Hit {
    const { values, affinity } = this.bestNeed(queries, encoded);
    return { ask, offer: statement, askId: ask.id, offerId: statement.id, affinity, values };
  }

  private best(hits: Hit[], { top, threshold = this.threshold }: RankOptions): Hit[] {
    return hits
      .filter(({ affinity }) => affinity >= threshold)
      .sort(byAffinity)
      .slice(0, top);
  }
}

function postingsOfQuery({ ask, meetings }: AskQuery): Posting[] {
  const postings = [...meetings].map(([term, its]) => ({
    term,
    impact: Math.max(...its.map(({ token, strength }) => strength * Math.max(ask.needWeights[token]!, 0.3 * ask.contextWeights[token]!))),
  }));
  ask.grams.ids.forEach((id, i) => postings.push({ term: GRAM_TERMS + id, impact: GRAM_SHARE * ask.grams.values[i]! }));
  for (const { term, impact } of topicPostings(ask)) postings.push({ term, impact: TOPIC_SHARE * impact });
  return postings;
}

function shareOf(term: number): number {
  return term >= GRAM_TERMS ? GRAM_SHARE : term >= TOPIC_TERMS ? TOPIC_SHARE : 1;
}
