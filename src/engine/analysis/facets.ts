import type { Lexicon } from './lexicon.js';
import type { Word } from './tokenizer.js';

/** What a statement says about where and at which level, apart from what it is about. */
export interface Facets {
  /** Regions named, by their number. */
  readonly regions: readonly number[];
  /** Whether it may be done from anywhere. */
  readonly remote: boolean;
  /** For whom: undefined where nothing is said, or both. */
  readonly level: 'beginner' | 'advanced' | undefined;
}

export function facetsOf(words: readonly Word[], regions: Int16Array, lexiconOf: (index: number) => Lexicon): Facets {
  const holds = (list: 'remoteWords' | 'beginnerWords' | 'advancedWords'): boolean =>
    words.some(({ word }, i) => {
      const lexicon = lexiconOf(i);
      return lexicon[list].has(lexicon.fold(word));
    });
  const [beginner, advanced] = [holds('beginnerWords'), holds('advancedWords')];
  return {
    regions: [...new Set(regions)].filter((region) => region >= 0),
    remote: holds('remoteWords'),
    level: beginner === advanced ? undefined : beginner ? 'beginner' : 'advanced',
  };
}
