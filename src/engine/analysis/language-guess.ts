import { LANGUAGES, type Language } from './language.js';
import type { LabelIndex } from './label-index.js';
import type { Lexicon } from './lexicon.js';
import type { Stemmer } from './stemmer.js';
import type { Word } from './tokenizer.js';

const STOP_WORD = 1.5;
const FREQUENT = 1;
const LABEL = 0.8;
const LETTERS: Record<Language, RegExp> = { de: /[äöüß]/iu, en: /(?:th|wh|ck$|ing$|ly$)/iu, es: /[ñáíóú]|ción$|dad$/iu };
const LETTER = 0.4;
const MEMO_LIMIT = 50_000;

/** Place of each word among the frequent ones of a language, from 0. */
export type WordRanks = Readonly<Record<Language, ReadonlyMap<string, number>>>;

/** Guesses the language of short, code-switched text by what each word is known as; ties go to the first of LANGUAGES. */
export class LanguageGuesser {
  private readonly memo = new Map<string, Record<Language, number>>();

  constructor(
    private readonly lexicons: Readonly<Record<Language, Lexicon>>,
    private readonly ranks: WordRanks,
    private readonly labels: LabelIndex,
    private readonly stemmer: Stemmer,
  ) {}

  static compile(lexicons: Readonly<Record<Language, Lexicon>>, frequentWords: Readonly<Record<Language, readonly string[]>>): WordRanks {
    const ranks = { de: new Map<string, number>(), en: new Map<string, number>(), es: new Map<string, number>() };
    for (const language of LANGUAGES) {
      frequentWords[language].forEach((word, rank) => {
        const folded = lexicons[language].fold(word);
        if (!ranks[language].has(folded)) ranks[language].set(folded, rank);
      });
    }
    return ranks;
  }

  guess(words: readonly Word[]): Language {
    const sums = { de: 0, en: 0, es: 0 };
    for (const { word } of words) {
      const evidence = this.evidence(word);
      for (const language of LANGUAGES) sums[language] += evidence[language];
    }
    let best: Language = LANGUAGES[0];
    for (const language of LANGUAGES) if (sums[language] > sums[best] + 1e-9) best = language;
    return best;
  }

  /** How strongly one word speaks for each language: 0 (unknown there) to about 2. */
  evidence(word: string): Readonly<Record<Language, number>> {
    let known = this.memo.get(word);
    if (known === undefined) {
      if (this.memo.size >= MEMO_LIMIT) this.memo.clear();
      this.memo.set(word, (known = { de: this.weigh(word, 'de'), en: this.weigh(word, 'en'), es: this.weigh(word, 'es') }));
    }
    return known;
  }

  private weigh(word: string, language: Language): number {
    const lexicon = this.lexicons[language];
    const folded = lexicon.fold(word);
    let sum = LETTERS[language].test(word) ? LETTER : 0;
    if (lexicon.stopWords.has(folded) || lexicon.frameWords.has(folded)) sum += STOP_WORD;
    else {
      const rank = this.ranks[language].get(folded);
      const frequent = rank === undefined ? 0 : FREQUENT * (1 - (0.7 * Math.log(rank + 1)) / Math.log(10_000));
      sum += Math.max(frequent, this.labels.knows(this.stemmer.stem(word, language), language) ? LABEL : 0);
    }
    return sum;
  }
}
