import { fold, foldGerman } from './folding.js';
import type { Language, LanguageData } from './language.js';
import { SpokenWords } from './spoken-languages.js';
import { TimeWords } from './times.js';

/** A phrase as folded words; `atStart` means it counts only at the start of a clause. */
export interface Phrase {
  readonly words: readonly string[];
  readonly atStart: boolean;
}

const MEMO_LIMIT = 50_000;

/** The word lists of one language, folded and ready for look-up. */
export class Lexicon {
  readonly language: Language;
  readonly stopWords: ReadonlySet<string>;
  readonly frameWords: ReadonlySet<string>;
  readonly weakWords: ReadonlySet<string>;
  readonly negationExceptions: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  readonly politeWords: ReadonlySet<string>;
  /** Negators that stand before what is left out. */
  readonly without: ReadonlySet<string>;
  readonly remoteWords: ReadonlySet<string>;
  readonly beginnerWords: ReadonlySet<string>;
  readonly advancedWords: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly vagueWords: ReadonlySet<string>;
  readonly times: TimeWords;
  readonly spoken: SpokenWords;
  readonly phrases: Readonly<Record<'request' | 'offer' | 'self' | 'for' | 'background' | 'negation', readonly Phrase[]>>;

  private readonly folded = new Map<string, string>();

  constructor(data: LanguageData) {
    this.language = data.code;
    const set = (words: readonly string[]): Set<string> => new Set(words.map((word) => this.fold(word)));
    const list = (words: string): Set<string> => set(words.split(/\s+/u).filter(Boolean));
    this.stopWords = list(data.stopWords);
    this.frameWords = list(data.frameWords);
    this.weakWords = list(data.weakWords);
    this.negationExceptions = set(data.negationExceptions);
    this.conjunctions = set(data.conjunctions);
    this.politeWords = set(data.politeWords);
    this.without = set(data.without);
    this.remoteWords = set(data.remoteWords);
    this.beginnerWords = set(data.beginnerWords);
    this.advancedWords = set(data.advancedWords);
    this.prepositions = set(data.prepositions);
    this.vagueWords = list(data.vagueWords);
    this.times = new TimeWords(data.times, (word) => this.fold(word));
    this.spoken = new SpokenWords(data.spoken, (word) => this.fold(word));
    const phrases = (texts: readonly string[]): Phrase[] => texts.map((text) => this.phrase(text)).sort((a, b) => b.words.length - a.words.length);
    this.phrases = {
      request: phrases(data.requestPhrases),
      offer: phrases(data.offerPhrases),
      self: phrases(data.selfPhrases),
      for: phrases(data.forPhrases),
      background: phrases(data.backgroundPhrases),
      negation: phrases(data.negators),
    };
  }

  /** The folding under which this language's lists are kept. */
  fold(word: string): string {
    let folded = this.folded.get(word);
    if (folded === undefined) {
      if (this.folded.size >= MEMO_LIMIT) this.folded.clear();
      this.folded.set(word, (folded = this.language === 'de' ? foldGerman(word) : fold(word)));
    }
    return folded;
  }

  private phrase(text: string): Phrase {
    const atStart = text.startsWith('^');
    return { words: (atStart ? text.slice(1) : text).split(' ').map((word) => this.fold(word)), atStart };
  }
}

/** The longest of the phrases that stands at this place of the folded words, or undefined. */
export function phraseAt(phrases: readonly Phrase[], words: readonly string[], at: number, isStart: boolean): Phrase | undefined {
  return phrases.find((phrase) => (isStart || !phrase.atStart) && phrase.words.every((word, i) => words[at + i] === word));
}
