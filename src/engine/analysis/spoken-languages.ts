import type { Word } from './tokenizer.js';

/** How one language says in which language something is wanted or given, as people write it; words split by spaces. */
export interface SpokenVocabulary {
  /** Names of languages and their forms, by ISO 639-1 code. */
  readonly names: Readonly<Record<string, string>>;
  /** Before the name: "**in** English". */
  readonly in: string;
  /** Beside the name: "**speaks** German", "German **speaker**". */
  readonly speaks: string;
  /** Endings of a word that begins with the name: "deutsch**sprachig**". */
  readonly endings: string;
  /** What takes the name back: "**kein** Deutsch". */
  readonly not: string;
  /** Beginnings of words of work on language, where the language is what it is about: "**translat**e into German". */
  readonly work: string;
  /** Beginnings of words for teaching: "**lessons** in English" are about English, "piano lessons in English" are not. */
  readonly taught: string;
}

/** A phrase that says in which language: words from..to. */
export interface SpokenLanguage {
  /** ISO 639-1. */
  readonly code: string;
  /** The word that names it. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Words between the name and "speaks", at the most. */
const REACH = 2;

/** The vocabulary of one language, ready for look-up. */
export class SpokenWords {
  readonly in: ReadonlySet<string>;
  readonly speaks: ReadonlySet<string>;
  readonly not: ReadonlySet<string>;
  private readonly codes = new Map<string, string>();
  private readonly work: RegExp;
  private readonly taught: RegExp;

  constructor(vocabulary: SpokenVocabulary, fold: (word: string) => string) {
    const list = (text: string): string[] => text.split(/\s+/u).filter(Boolean).map(fold);
    const endings = list(vocabulary.endings);
    for (const [code, names] of Object.entries(vocabulary.names)) {
      for (const name of list(names)) {
        this.codes.set(name, code);
        for (const ending of endings) this.codes.set(`${name}${ending}`, `${code}+`);
      }
    }
    this.in = new Set(list(vocabulary.in));
    this.speaks = new Set(list(vocabulary.speaks));
    this.not = new Set(list(vocabulary.not));
    const beginning = (text: string): RegExp => new RegExp(`^(?:${list(text).join('|')})`, 'u');
    this.work = beginning(vocabulary.work);
    this.taught = beginning(vocabulary.taught);
  }

  /** The language that a word names; `speaks` where the word says by itself that somebody speaks it. */
  named(word: string): { readonly code: string; readonly speaks: boolean } | undefined {
    const code = this.codes.get(word);
    return code === undefined ? undefined : { code: code.slice(0, 2), speaks: code.endsWith('+') };
  }

  isWork(word: string): boolean {
    return this.work.test(word);
  }

  isTaught(word: string): boolean {
    return this.taught.test(word);
  }
}

/**
 * In which languages a text says that something is wanted or given. A language that is the topic ("Spanish lessons", "translation from Spanish") is none of them.
 * @param folded the words under the folding of their language  @param isSmall whether a word carries no topic
 */
export function spokenLanguages(words: readonly Word[], folded: readonly string[], wordsAt: (index: number) => SpokenWords, isSmall: (index: number) => boolean): SpokenLanguage[] {
  const found: SpokenLanguage[] = [];
  let last: SpokenLanguage | undefined;
  words.forEach(({ sentence, clause }, i) => {
    const its = wordsAt(i);
    const named = its.named(folded[i]!);
    if (named === undefined) return;
    const inSentence = (at: number): boolean => words[at]?.sentence === sentence;
    const near = (at: number): boolean => words[at]?.clause === clause;
    if ([i - 1, i - 2, i - 3].some((at) => near(at) && its.not.has(folded[at]!))) return;
    // "In German, English or Spanish": a list goes on.
    const goesOn = last !== undefined && inSentence(last.at) && i - last.at <= 2 && (i === last.at + 1 || isSmall(i - 1));
    const says = goesOn ? i : saidAt(words, folded, i, its, named.speaks, isSmall);
    if (says === undefined) return;
    const sentenceWords = folded.filter((_, at) => inSentence(at));
    if (sentenceWords.some((word) => its.isWork(word))) return;
    last = { code: named.code, at: i, from: Math.min(i, says), to: Math.max(i, says) + 1 };
    found.push(last);
  });
  return found;
}

/** The word that says that the language is spoken, which may be the name itself. */
function saidAt(words: readonly Word[], folded: readonly string[], i: number, its: SpokenWords, speaks: boolean, isSmall: (index: number) => boolean): number | undefined {
  const { clause } = words[i]!;
  const near = (at: number): boolean => words[at]?.clause === clause;
  if (speaks) return i;
  // "In English football", "auf spanische Weine": there the name is an adjective.
  if (near(i - 1) && its.in.has(folded[i - 1]!)) {
    const isAdjective = near(i + 1) && !isSmall(i + 1);
    const isTopic = near(i - 2) && its.isTaught(folded[i - 2]!) && (!near(i - 3) || isSmall(i - 3));
    return isAdjective || isTopic ? undefined : i - 1;
  }
  for (let distance = 1; distance <= REACH; distance++) {
    for (const at of [i - distance, i + distance]) if (near(at) && its.speaks.has(folded[at]!)) return at;
  }
  return undefined;
}
