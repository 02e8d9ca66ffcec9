import type { Lexicon } from './lexicon.js';

/** What a statement says about where and at which level, apart from what it is about. */
export interface Facets {
  /** Regions named, by their number. */
  readonly regions: readonly number[];
  /** Whether it may be done from anywhere. */
  readonly remote: boolean;
  /** For whom: undefined where nothing is said, or both. */
  readonly level: 'beginner' | 'advanced' | undefined;
}

/** @param folded the words as the lists of their lexicons are folded */
export function facetsOf(folded: readonly string[], regions: Int16Array, lexiconOf: (index: number) => Lexicon): Facets {
  const holds = (list: 'remoteWords' | 'beginnerWords' | 'advancedWords'): boolean => folded.some((word, i) => lexiconOf(i)[list].has(word));
  const [beginner, advanced] = [holds('beginnerWords'), holds('advancedWords')];
  return {
    regions: [...new Set(regions)].filter((region) => region >= 0),
    remote: holds('remoteWords'),
    level: beginner === advanced ? undefined : beginner ? 'beginner' : 'advanced',
  };
}
