import type { Range } from '../engine/engine.js';

/** A text in which phrases stand between brackets, and where they are when the brackets are gone. */
export function phrasesOf(marked: string): { readonly text: string; readonly ranges: readonly Range[] } {
  const parts = marked.split(/[[\]]/u);
  let end = 0;
  const spans = parts.map((part): Range => [end, (end += part.length)]);
  return { text: parts.join(''), ranges: spans.filter((_, i) => i % 2 === 1) };
}
