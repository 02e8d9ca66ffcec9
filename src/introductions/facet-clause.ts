import type { Explanation, FacetAgreement, Language, Range } from '../engine/engine.js';
import { message } from '../html/messages.js';

/** From which side a suggestion is told: the one who may give, or the one who may get. */
export type Side = 'give' | 'receive';

interface Texts {
  readonly ask: string;
  readonly offer: string;
}

const MOST_CLAUSES = 2;

/**
 * What both say of place, time, language or level, in their own words: ", both “in Palma”". Empty where that says nothing
 * beyond the phrases already quoted; what parts them comes last.
 */
export function facetClause(side: Side, name: string, texts: Texts, { matched, facets }: Pick<Explanation, 'matched' | 'facets'>, language: Language): string {
  const telling = facets.filter((facet) => !isQuoted(facet.ask, matched.ask) || !isQuoted(facet.offer, matched.offer));
  const clauses = [...telling.filter(({ agrees }) => agrees), ...telling.filter(({ agrees }) => !agrees)].map((facet) => clauseOf(side, name, texts, facet, language));
  return clauses.slice(0, MOST_CLAUSES).join('');
}

function clauseOf(side: Side, name: string, texts: Texts, { agrees, ask, offer }: FacetAgreement, language: Language): string {
  const asked = first(texts.ask, ask);
  const offered = first(texts.offer, offer);
  if (asked === undefined && offered === undefined) return '';
  if (asked === undefined) return message(language, side === 'give' ? 'reason.facet.offered.you' : 'reason.facet.offered.other', { name, words: offered! });
  if (offered === undefined) return message(language, side === 'receive' ? 'reason.facet.asked.you' : 'reason.facet.asked.other', { name, words: asked });
  const [theirs, yours] = side === 'give' ? [asked, offered] : [offered, asked];
  if (!agrees) return message(language, 'reason.facet.but', { name, theirs, yours });
  return theirs.toLowerCase() === yours.toLowerCase() ? message(language, 'reason.facet.both', { words: yours }) : message(language, 'reason.facet.each', { name, theirs, yours });
}

/** One phrase is enough: the first, as it stands. */
function first(text: string, ranges: readonly Range[]): string | undefined {
  const range = ranges[0];
  return range && text.slice(range[0], range[1]).replace(/\s+/gu, ' ');
}

function isQuoted(ranges: readonly Range[], matched: readonly Range[]): boolean {
  return ranges.slice(0, 1).every(([from, to]) => matched.some(([start, end]) => start <= from && to <= end));
}
