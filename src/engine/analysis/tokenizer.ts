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

/** "3. Mai", "3.–6.": the dot of an ordinal ends no sentence. */
const ORDINAL = /^[0-3]?\d$/u;
const AFTER_ORDINAL = /^(?:[0-3]?\d$|jan|feb|m[äa]r|apr|mai|jun|jul|aug|sep|okt|nov|dez)/iu;
const ORDINAL_GAP = /^\.\s?[-–]?\s?$/u;

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
    const inDate = words.length > 0 && ORDINAL_GAP.test(gap) && ORDINAL.test(words.at(-1)!.word) && AFTER_ORDINAL.test(word);
    if (words.length > 0 && !inDate && SENTENCE_END.test(gap)) {
      sentence++;
      clause++;
    } else if (words.length > 0 && !inDate && CLAUSE_END.test(gap)) clause++;
    end = from + word.length;
    words.push({ word, from, to: end, clause, sentence });
  }
  return words;
}
