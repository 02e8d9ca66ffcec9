import { RegexpTokenizer } from 'natural/lib/natural/tokenizers/index.js';

/** A word of the text, by character offsets of the original writing: text.slice(from, to) === word. */
export interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  /** Counts clauses (split at commas, dashes, brackets) and sentences of the text, from 0. */
  readonly clause: number;
  readonly sentence: number;
}

// Letters or digits, then marks; keeps C++, C#, B2B, 3D, Node.js and gendered forms such as Gründer*innen together.
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[*:_/](?:innen|in)(?!\p{L})|\.(?:js|net|io|ai)(?!\p{L})|\+\+|#)?/giu;
const SENTENCE_END = /[.;!?\n•·|]|\s[-–—]\s/u;
const CLAUSE_END = /[,:()–—/]|\s-\s/u;

const tokenizer = new RegexpTokenizer({ pattern: WORD, gaps: false });

/** Splits a text into words. Never fails; a text without a letter or digit gives none. */
export function tokenize(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  let clause = 0;
  let sentence = 0;
  for (const word of tokenizer.tokenize(text) ?? []) {
    const from = text.indexOf(word, end);
    const gap = text.slice(end, from);
    if (words.length > 0 && SENTENCE_END.test(gap)) {
      sentence++;
      clause++;
    } else if (words.length > 0 && CLAUSE_END.test(gap)) clause++;
    end = from + word.length;
    words.push({ word, from, to: end, clause, sentence });
  }
  return words;
}
