import type { Vocabulary } from '../analysis/vocabulary.js';
import { FULL_IMPACT } from '../index/postings.js';
import type { Alignment } from './alignment.js';
import { ANY_ASK, FULL_SUM, type Outlook } from './ceiling.js';
import { servedTerms, type Slots } from './filing.js';
import type { Row } from './rows.js';

/** A slot to be added up, with the whole number by which its impacts count. */
export interface SoughtSlot {
  readonly slot: number;
  readonly weight: number;
}

/** What the candidate pass adds up for one ask, or for one offer among asks. */
export interface Sought {
  /** In groups of which each row counts only its highest: the ways in which one word of the ask can be met. */
  readonly needs: readonly (readonly SoughtSlot[])[];
  readonly themes: readonly SoughtSlot[];
  readonly wordings: readonly SoughtSlot[];
  readonly outlook: Outlook;
}

/** @param alignment that has taken the ask */
export function soughtOffers({ rows, row }: Row, { meetings, tokens, servedBy, strengths }: Alignment, slots: Slots): Sought {
  const from = rows.tokenStarts.values[row]!;
  const weights = rows.needWeights.values.subarray(from, rows.tokenStarts.values[row + 1]!);
  const needTotal = rows.needTotals.values[row]!;
  const needs: SoughtSlot[][] = Array.from(weights, () => []);
  for (let i = 0; i < meetings; i++) {
    const token = tokens[i]!;
    const share = needTotal > 0 ? (weights[token]! * strengths[i]!) / needTotal : 0;
    needs[token]!.push({ slot: slots.term(servedBy[i]!), weight: wholeWeight(share) });
  }
  let [most, cubes, leastNeed] = [0, 0, Infinity];
  for (const weight of weights) {
    cubes += weight ** 3;
    most = Math.max(most, weight);
    if (weight > 0) leastNeed = Math.min(leastNeed, weight);
  }
  const corePerNeed = cubes > 0 ? (most ** 2 * needTotal) / cubes : 0;
  return {
    needs: needs.filter((ways) => ways.length > 0),
    ...soughtVectors({ rows, row }, slots, 1),
    outlook: { needTotal, leastNeed, corePerNeed, hasContext: rows.contextTotals.values[row]! > 0, ...hasOf({ rows, row }) },
  };
}

/** Every term on its own, so that a word met in two ways counts twice: the bound holds, though it is less tight than that of offers. */
export function soughtAsks(offer: Row, vocabulary: Vocabulary, slots: Slots): Sought {
  return {
    needs: [...servedTerms(offer, vocabulary)].map(([term, strength]) => [{ slot: slots.term(term), weight: wholeWeight(strength) }]),
    ...soughtVectors(offer, slots, offer.rows.wordingDampings.values[offer.row]!),
    outlook: { ...ANY_ASK, ...hasOf(offer) },
  };
}

function soughtVectors({ rows, row }: Row, slots: Slots, wordingDamping: number): Pick<Sought, 'themes' | 'wordings'> {
  const [cards, wordings] = [rows.topics.valuesOf(row), rows.wording.valuesOf(row)];
  return {
    themes: Array.from(rows.topics.idsOf(row), (card, i) => ({ slot: slots.card(card), weight: wholeWeight(cards[i]!) })),
    wordings: Array.from(rows.wording.idsOf(row), (id, i) => ({ slot: slots.wording(id), weight: wholeWeight(wordings[i]! * wordingDamping) })),
  };
}

function hasOf({ rows, row }: Row): Pick<Outlook, 'hasRegions' | 'hasLanguages' | 'hasVector'> {
  const { regions, languages } = rows.asideOf(row).facets;
  return { hasRegions: regions.length > 0, hasLanguages: languages.length > 0, hasVector: rows.vectorOf(row) !== undefined };
}

/** At least 1, so that whatever is met at all leaves a trace. */
function wholeWeight(value: number): number {
  return Math.max(1, Math.ceil((value * FULL_SUM) / FULL_IMPACT));
}
