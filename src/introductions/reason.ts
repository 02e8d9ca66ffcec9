import type { Explanation, Language, Range } from '../engine/engine.js';
import { message } from '../html/messages.js';
import { facetClause, type Side } from './facet-clause.js';

/** One sentence why, in the reader's language, made of the members' own phrases. */
export function reasonFor(
  side: Side,
  name: string,
  texts: { readonly ask: string; readonly offer: string },
  { matched, concepts, facets }: Pick<Explanation, 'matched' | 'concepts' | 'facets'>,
  language: Language,
): string {
  const concept = concepts[0]?.[language];
  return message(language, `reason.${side}`, {
    name,
    ask: quote(texts.ask, matched.ask),
    offer: quote(texts.offer, matched.offer),
    concept: concept === undefined || concept === '' ? 'none' : concept,
    facets: facetClause(side, name, texts, { matched, facets }, language),
  });
}

/** Where phrases that were quoted stand in a text; none where the text was quoted whole, or has changed since. */
export function quotedIn(text: string, quoted: string): Range[] {
  const ranges: Range[] = [];
  for (const phrase of quoted.split(JOINED)) {
    const from = text.indexOf(phrase, ranges.at(-1)?.[1] ?? 0);
    if (from < 0 || phrase.length === text.length) return [];
    ranges.push([from, from + phrase.length]);
  }
  return ranges;
}

const JOINED = ' … ';

/** The phrases of a text, in the order of the text. */
export function quote(text: string, ranges: readonly Range[]): string {
  const phrases = ranges.map(([from, to]) => text.slice(from, to).replace(/\s+/gu, ' '));
  return phrases.length > 0 ? phrases.join(JOINED) : text.replace(/\s+/gu, ' ');
}
