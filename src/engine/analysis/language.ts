import type { SpokenVocabulary } from './spoken-languages.js';
import type { TimeVocabulary } from './times.js';

/** The languages Gern understands, in the order in which ties are broken. */
export const LANGUAGES = ['de', 'en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What `data/language/<code>.yaml` holds: word lists in plain writing, phrases as words separated by spaces (`^` = start of a clause). */
export interface LanguageData {
  readonly code: Language;
  readonly stopWords: string;
  readonly frameWords: string;
  readonly weakWords: string;
  readonly requestPhrases: readonly string[];
  readonly offerPhrases: readonly string[];
  readonly selfPhrases: readonly string[];
  readonly forPhrases: readonly string[];
  readonly backgroundPhrases: readonly string[];
  readonly negators: readonly string[];
  readonly negationExceptions: readonly string[];
  readonly conjunctions: readonly string[];
  /** What makes of a negation a request to be spared something. */
  readonly politeWords: readonly string[];
  readonly without: readonly string[];
  /** Words that say that the place does not matter, or for which level of skill something is meant. */
  readonly remoteWords: readonly string[];
  readonly beginnerWords: readonly string[];
  readonly advancedWords: readonly string[];
  /** Small words that stand before a place, a time or a language. */
  readonly prepositions: readonly string[];
  readonly times: TimeVocabulary;
  readonly spoken: SpokenVocabulary;
  /** Words of wishes that name no need ("impulses", "networking") and words that hedge; from data/coach.yaml. */
  readonly vagueWords: string;
}
