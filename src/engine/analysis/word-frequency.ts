import { LANGUAGES, type Language } from './language.js';
import type { Stemmer } from './stemmer.js';

/** Zipf: the r-th word of a language makes up about ZIPF / r of a text; a statement has about WORDS words. */
const ZIPF = 0.1;
const WORDS = 15;
/** Words beyond the list are taken to be rarer than its last rank by this factor. */
const UNLISTED_RANK = 25_000;

/** Share of each stem in everyday text. */
export type StemProbability = Readonly<Record<Language, ReadonlyMap<string, number>>>;

/**
 * How telling a word is, from the everyday frequency of its stem alone: 0 (in every statement) to 1 (rare).
 * It depends on the language, never on what other members wrote, so that an affinity is a property of two texts.
 */
export class WordFrequency {
  private readonly rarest = -Math.log((ZIPF / UNLISTED_RANK) * WORDS);

  constructor(private readonly probability: StemProbability) {}

  /** @param frequentWords of each language, most frequent first */
  static compile(frequentWords: Readonly<Record<Language, readonly string[]>>, stemmer: Stemmer): StemProbability {
    const probability = { de: new Map<string, number>(), en: new Map<string, number>(), es: new Map<string, number>() };
    for (const language of LANGUAGES) {
      const known = probability[language];
      frequentWords[language].forEach((word, index) => {
        const stem = stemmer.stem(word, language);
        known.set(stem, (known.get(stem) ?? 0) + ZIPF / (index + 1));
      });
    }
    return probability;
  }

  /** Inverse document frequency of a stem, scaled to 0..1. */
  rarity(stem: string, language: Language): number {
    const p = this.probability[language].get(stem) ?? ZIPF / UNLISTED_RANK;
    return Math.max(0, Math.min(1, -Math.log(Math.min(1, p * WORDS)) / this.rarest));
  }
}
