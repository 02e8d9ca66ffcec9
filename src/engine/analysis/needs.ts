import { phraseAt, type Lexicon } from './lexicon.js';
import type { Word } from './tokenizer.js';

const JOINT = /[\n;•·|]|\s\/\s|(?:^|\s)\d{1,2}[.)]\s/u;
const FEWEST_WORDS = 2;

/**
 * Where each need of an ask begins and ends, as words from..to, when it names several: parted by line breaks, bullets, semicolons or numbers,
 * or by a new "I also need". One need gives none: the text as a whole is it.
 */
export function needsOf(text: string, words: readonly Word[], lexiconOf: (index: number) => Lexicon): readonly (readonly [from: number, to: number])[] {
  const folded = words.map(({ word }, i) => lexiconOf(i).fold(word));
  const starts = words.map((_, i) => i).filter((i) => i > 0 && (JOINT.test(text.slice(words[i - 1]!.to, words[i]!.from)) || asksAnew(words, folded, i, lexiconOf(i))));
  const bounds = [0, ...starts, words.length];
  const spans = bounds.slice(1).map((to, i) => [bounds[i]!, to] as const);
  const needs = spans.filter(([from, to]) => folded.slice(from, to).filter((word, i) => !lexiconOf(from + i).stopWords.has(word) && !lexiconOf(from + i).frameWords.has(word)).length >= FEWEST_WORDS);
  return needs.length > 1 ? needs : [];
}

/** A sentence or clause that begins with a request of its own. */
function asksAnew(words: readonly Word[], folded: readonly string[], at: number, lexicon: Lexicon): boolean {
  if (words[at]!.clause === words[at - 1]!.clause) return false;
  const first = lexicon.conjunctions.has(folded[at]!) || lexicon.stopWords.has(folded[at]!) ? at + 1 : at;
  return phraseAt(lexicon.phrases.request, folded, at, true) !== undefined || (first < folded.length && phraseAt(lexicon.phrases.request, folded, first, true) !== undefined);
}
