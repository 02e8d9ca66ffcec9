import type { Analysis, Analyzer } from './analysis/analyzer.js';
import type { Language } from './analysis/language.js';
import type { StatementKind } from './analysis/roles.js';
import type { Weights } from './ranking/affinity.js';
import { encode, TermDictionary, type EncodedStatement } from './ranking/encoding.js';
import { explain, type Explanation } from './ranking/explanation.js';
import { FEATURES, type Feature, type FeatureValues } from './ranking/features.js';
import { fileAsk, fileOffer, Slots } from './ranking/filing.js';
import { byAffinity, givingFirst, type GivingFirst, type Rankable } from './ranking/giving-first.js';
import { rowsFrom, type Row } from './ranking/rows.js';
import { Search, type SearchOptions } from './search.js';
import { Shelf, type Statement } from './shelf.js';

export { ASK_PARTS, AskCoach, type AskPart, type CoachWords } from './analysis/coach.js';
export type { Region } from './analysis/places.js';
export { compileKnowledge, lexiconsOf, type Knowledge, type KnowledgeSources } from './analysis/knowledge.js';
export { labelStems } from './analysis/label-index.js';
export { Stemmer } from './analysis/stemmer.js';
export type { TopicField } from './analysis/topic-fields.js';
export type { TopicCard, Voice } from './analysis/topics.js';
export type { Concept } from './analysis/vocabulary.js';
export { LANGUAGES, type Language, type LanguageData } from './analysis/language.js';
export type { StatementKind } from './analysis/roles.js';
export { FEATURES, type Feature } from './ranking/features.js';
export type { Weights } from './ranking/affinity.js';
export type { Explanation } from './ranking/explanation.js';
export type { FacetAgreement, Range } from './ranking/facet-agreement.js';
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

/** A surprise may lie this far below the threshold. */
const SURPRISE_BAND = 0.15;
/** A statement is about a topic card that holds so much of its place (a share of a vector of length 1). */
const CLEAR_CARD = 0.45;
/** Analyses remembered: those of an evening with some hundred guests. */
const MOST_RECENT = 1_000;
/** A setting of the weights that is older than a feature does not count it. */
const UNWEIGHTED = Object.fromEntries(FEATURES.map((feature) => [feature, 0])) as Record<Feature, number>;

/**
 * The engine: holds statements, ranks offers for asks and asks for offers, and says why.
 * Pure and deterministic; an affinity depends on the two texts and the resources alone.
 */
export class Engine {
  private readonly dictionary = new TermDictionary();
  private readonly shelves: Readonly<Record<StatementKind, Shelf>>;
  private readonly weights: Weights;
  private readonly search: Search;
  /** What was analysed last, as a suggestion that is found is explained next. Oldest first. */
  private readonly recent = new Map<string, readonly Analysis[]>();

  /** @param analyzer may be shared by several engines */
  constructor(
    private readonly analyzer: Analyzer,
    weights: Weights,
  ) {
    this.weights = { ...weights, features: { ...UNWEIGHTED, ...weights.features } };
    const slots = new Slots(analyzer.vocabulary.concepts.length, analyzer.topics.size);
    this.shelves = { ask: new Shelf(slots, fileAsk), offer: new Shelf(slots, fileOffer) };
    this.search = new Search(analyzer.vocabulary, slots, this.weights);
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
    const rows = this.encoded(statement);
    this.remove(statement.id);
    this.shelves[statement.kind].put(statement, rows);
  }

  /** Where a statement that is held stands: its field of life or work, and the cards it is about, the nearest first; nothing where neither is clear. */
  placeOf(id: string): { readonly field: number | undefined; readonly cards: readonly number[] } {
    const entry = this.shelves.ask.entries.get(id) ?? this.shelves.offer.entries.get(id);
    if (!entry) return { field: undefined, cards: [] };
    const { rows, row } = entry.rows[0]!;
    const [ids, values] = [rows.topics.idsOf(row), rows.topics.valuesOf(row)];
    const clear: number[] = [];
    for (let i = 0; i < values.length; i++) if (values[i]! >= CLEAR_CARD) clear.push(i);
    clear.sort((a, b) => values[b]! - values[a]!);
    return { field: this.analyzer.fields.fieldOf(ids, values), cards: clear.map((i) => ids[i]!) };
  }

  /** Takes a statement out; true when it was there. */
  remove(id: string): boolean {
    for (const shelf of Object.values(this.shelves)) {
      const held = shelf.entries.get(id);
      if (held) this.recent.delete(keyOf(held.statement));
    }
    const wasAsk = this.shelves.ask.remove(id);
    return this.shelves.offer.remove(id) || wasAsk;
  }

  /** The offers that serve an ask best, best first, ties by id. The ask need not be held. */
  rank(ask: Statement, options: RankOptions): Hit[] {
    const found = this.search.offersFor(
      this.rowsOf(ask),
      this.shelves.offer,
      this.searchOptions(options, (offer) => mayMeet(ask, offer, options)),
    );
    return best(
      found.map(({ entry, affinity, values }) => hitOf(ask, entry.statement, affinity, values)),
      options.top,
    );
  }

  /** The open asks that an offer serves best: the same affinities, looked at from the giver's side. */
  rankAsks(offer: Statement, options: RankOptions): Hit[] {
    const found = this.search.asksFor(
      this.rowsOf(offer)[0]!,
      this.shelves.ask,
      this.searchOptions(options, (ask) => mayMeet(ask, offer, options)),
    );
    return best(
      found.map(({ entry, affinity, values }) => hitOf(entry.statement, offer, affinity, values)),
      options.top,
    );
  }

  /** Whom this owner can help, then who can help them: at most one suggestion for each other person and side. */
  suggest(owner: string, { most, allows }: SuggestOptions): GivingFirst<Hit> {
    const options: RankOptions = { top: Math.max(most * 4, 20), threshold: this.surpriseThreshold, ...(allows && { allows }) };
    const give = this.shelves.offer.ownedBy(owner).flatMap(({ statement }) => this.rankAsks(statement, options));
    const receive = this.shelves.ask.ownedBy(owner).flatMap(({ statement }) => this.rank(statement, options));
    return givingFirst(give, receive, (hit) => (hit.ask.owner === owner ? hit.offer.owner : hit.ask.owner), { most, threshold: this.threshold, surpriseBand: SURPRISE_BAND });
  }

  /** Why an offer meets an ask; what was not analysed lately is analysed anew, as the engine keeps numbers only. */
  explain(ask: Statement, offer: Statement): Explanation {
    const asks = this.analyses(ask).map((analysis) => this.encode(analysis, ask));
    const given = this.encode(this.analyses(offer)[0]!, offer);
    const { need, values, alignment } = this.search.bestNeed(rowsFrom(asks), rowsFrom([given])[0]!);
    return explain(asks[need]!, given, alignment, values, this.weights, this.analyzer);
  }

  private searchOptions({ top, threshold = this.threshold }: RankOptions, accepts: SearchOptions['accepts']): SearchOptions {
    return { top, threshold, accepts };
  }

  /** As they are held, or anew where the statement is not, or not with this text. */
  private rowsOf(statement: Statement): readonly Row[] {
    const held = this.shelves[statement.kind].entries.get(statement.id);
    return held?.statement.text === statement.text && held.statement.language === statement.language ? held.rows : this.encoded(statement);
  }

  private encoded(statement: Statement): Row[] {
    return rowsFrom(this.analyses(statement).map((analysis) => this.encode(analysis, statement)));
  }

  /** The statement as a whole, and each of its needs where it is an ask that names several. */
  private analyses(statement: Statement): readonly Analysis[] {
    const key = keyOf(statement);
    const known = this.recent.get(key);
    if (known) return known;
    const { text, kind, language } = statement;
    const whole = this.analyzer.analyze(text, kind, language);
    const analyses = kind === 'ask' ? [whole, ...this.analyzer.needs(text, language)] : [whole];
    if (this.recent.size >= MOST_RECENT) this.recent.delete(this.recent.keys().next().value!);
    this.recent.set(key, analyses);
    return analyses;
  }

  /** The needs of an ask share its one vector. */
  private encode(analysis: Analysis, { vector }: Statement): EncodedStatement {
    return encode(analysis, this.dictionary, this.analyzer.vocabulary, vector);
  }
}

/** Equal for statements that are analysed alike. */
function keyOf({ kind, language, text }: Statement): string {
  return `${kind} ${language ?? ''} ${text}`;
}

function mayMeet(ask: Statement, offer: Statement, { allows }: RankOptions): boolean {
  return ask.owner !== offer.owner && (allows === undefined || allows(ask, offer));
}

function hitOf(ask: Statement, offer: Statement, affinity: number, values: FeatureValues): Hit {
  return { ask, offer, askId: ask.id, offerId: offer.id, affinity, values };
}

function best(hits: Hit[], top: number): Hit[] {
  return hits.sort(byAffinity).slice(0, top);
}
