import type { Vocabulary } from '../analysis/vocabulary.js';
import { FULL_IMPACT, type Postings } from '../index/postings.js';
import { conceptOf, conceptTerm } from './encoding.js';
import { serves } from './features.js';
import type { Row } from './rows.js';

/** Stems and wordings have no end of numbers: each kind shares so many slots. Two that fall together can only raise a bound. */
const SHARED = 1 << 14;
/** The least impact that is stored as more than nothing. */
const TOUCH = 1 / FULL_IMPACT;

/** Where postings keep what: concepts, topic cards, stems, wordings, one range of slots after the other. */
export class Slots {
  private readonly cards: number;
  private readonly stems: number;
  private readonly wordings: number;
  readonly count: number;

  constructor(concepts: number, cards: number) {
    this.cards = concepts;
    this.stems = concepts + cards;
    this.wordings = this.stems + SHARED;
    this.count = this.wordings + SHARED;
  }

  term(term: number): number {
    return conceptOf(term) ?? this.stems + ((term >> 1) & (SHARED - 1));
  }

  card(card: number): number {
    return this.cards + card;
  }

  wording(id: number): number {
    return this.wordings + (id & (SHARED - 1));
  }
}

/** Files what asks may meet in an offer: each term by the place where it serves most. */
export function fileOffer(postings: Postings, doc: number, offer: Row, slots: Slots): void {
  const { rows, row } = offer;
  const impacts = new Map<number, number>();
  eachTerm(offer, (term, token, strength) => {
    const impact = strength * serves(rows.needWeights.values[token]!);
    impacts.set(slots.term(term), Math.max(impact, impacts.get(slots.term(term)) ?? TOUCH));
  });
  for (const [slot, impact] of impacts) postings.add(slot, doc, impact);
  fileVectors(postings, doc, offer, slots, rows.wordingDampings.values[row]!);
}

/** Files what offers may serve in an ask: each term by its share of the whole need. */
export function fileAsk(postings: Postings, doc: number, ask: Row, slots: Slots): void {
  const { rows, row } = ask;
  const total = rows.needTotals.values[row]!;
  const impacts = new Map<number, number>();
  eachTerm(ask, (term, token, strength) => {
    const share = total > 0 ? (strength * rows.needWeights.values[token]!) / total : 0;
    impacts.set(slots.term(term), Math.min(1, Math.max(TOUCH, share + (impacts.get(slots.term(term)) ?? 0))));
  });
  for (const [slot, impact] of impacts) postings.add(slot, doc, impact);
  fileVectors(postings, doc, ask, slots, 1);
}

/** @param visit takes the token by its place among those of all rows */
export function eachTerm({ rows, row }: Row, visit: (term: number, token: number, strength: number) => void): void {
  const tokensFrom = rows.tokenStarts.values[row]!;
  const to = rows.termStarts.values[row + 1]!;
  for (let i = rows.termStarts.values[row]!; i < to; i++) visit(rows.terms.values[i]!, tokensFrom + rows.termTokens.values[i]!, rows.termStrengths.values[i]!);
}

/** The terms of asks that an offer serves, with how well: neighbourhood is not symmetric. */
export function servedTerms(offer: Row, vocabulary: Vocabulary): Map<number, number> {
  const served = new Map<number, number>();
  const serve = (term: number, strength: number): void => void served.set(term, Math.max(strength, served.get(term) ?? 0));
  eachTerm(offer, (term, token, strength) => {
    const impact = strength * serves(offer.rows.needWeights.values[token]!);
    const concept = conceptOf(term);
    if (concept === undefined) serve(term, impact);
    else for (const asked of vocabulary.servedBy(concept)) serve(conceptTerm(asked.concept), impact * asked.strength);
  });
  return served;
}

function fileVectors(postings: Postings, doc: number, { rows, row }: Row, slots: Slots, wordingDamping: number): void {
  const cards = rows.topics.valuesOf(row);
  rows.topics.idsOf(row).forEach((card, i) => cards[i]! > 0 && postings.add(slots.card(card), doc, cards[i]!));
  const wordings = rows.wording.valuesOf(row);
  rows.wording.idsOf(row).forEach((id, i) => postings.add(slots.wording(id), doc, wordings[i]! * wordingDamping));
}
