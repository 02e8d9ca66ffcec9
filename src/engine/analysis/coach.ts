import type { Analysis, Analyzer, Token } from './analyzer.js';
import { fold } from './folding.js';
import { LANGUAGES, type Language } from './language.js';
import { namesPerson } from './persons.js';

/** What makes an ask something a stranger can act on. */
export const ASK_PARTS = ['what', 'who', 'purpose', 'where', 'when'] as const;
export type AskPart = (typeof ASK_PARTS)[number];

export interface Coaching {
  /** 1 (says nothing one could act on) to 5 (a stranger could name the right person at once). */
  readonly concreteness: number;
  readonly missing: readonly AskPart[];
  /** The missing part whose answer would help most; none for an ask that is concrete. */
  readonly askFor?: AskPart;
}

/** Word lists of one language, as read from data/coach.yaml. */
export type CoachWords = Readonly<Record<'vague' | 'hedges' | 'persons' | 'times' | 'places' | 'purposes', string>>;

type WordLists = Readonly<Record<keyof CoachWords, ReadonlySet<string>>>;

/** Fitted by least squares with a ridge to a third of data/judgments/concreteness.tsv; the other asks test it. */
const WEIGHTS = { base: 1.92, said: 0.47, who: 0.56, purpose: 0.6, where: 0.51, when: 0.43, numbers: 0.62, vague: -1.25, hedged: -0.57 } as const;
const CONCRETE = 4.5;
const TELLING = 0.5;
const DATE = /\b\d{1,2}(?::\d{2}|[./]\d{1,2}\.?|(?:st|nd|rd|th)\b|\s?(?:am|pm|uhr|h)\b)/i;

/** Tells how concrete an ask is, and what to ask its writer for. */
export class AskCoach {
  private readonly words: Readonly<Record<Language, WordLists>>;

  constructor(
    words: Readonly<Record<Language, CoachWords>>,
    private readonly analyzer: Analyzer,
  ) {
    const listsOf = (lists: CoachWords): WordLists =>
      Object.fromEntries(Object.entries(lists).map(([name, text]) => [name, new Set(text.split(/\s+/u).filter(Boolean).map(fold))])) as Record<keyof CoachWords, Set<string>>;
    this.words = Object.fromEntries(LANGUAGES.map((language) => [language, listsOf(words[language])])) as Record<Language, WordLists>;
  }

  /** @param language of the ask where it is known; guessed otherwise */
  coach(text: string, language?: Language): Coaching {
    const signals = this.signals(this.analyzer.analyze(text, 'ask', language));
    const present = new Set(ASK_PARTS.filter((part) => signals[part] > 0));
    let sum: number = WEIGHTS.base;
    for (const [name, weight] of Object.entries(WEIGHTS)) if (name !== 'base') sum += weight * signals[name as Exclude<keyof typeof WEIGHTS, 'base'>];
    const concreteness = Math.round(Math.max(1, Math.min(5, sum)) * 10) / 10;
    const missing = ASK_PARTS.filter((part) => !present.has(part));
    const askFor = concreteness >= CONCRETE ? undefined : mostValuable(missing, present);
    return { concreteness, missing, ...(askFor && { askFor }) };
  }

  private signals(ask: Analysis): Readonly<Record<AskPart | 'said' | 'numbers' | 'vague' | 'hedged', number>> {
    const { tokens, facets, text } = ask;
    const inList = (list: keyof CoachWords, token: Token): boolean => this.words[token.language][list].has(fold(token.word)) || this.words[ask.language][list].has(fold(token.word));
    const named = new Set(ask.mentions.filter(({ concept }) => !this.analyzer.vocabulary.concept(concept).everyday).flatMap(({ tokens: its }) => its));
    const occupations = new Set(ask.mentions.filter(({ concept }) => this.analyzer.vocabulary.concept(concept).id.startsWith('occupation-')).flatMap(({ tokens: its }) => its));
    const isVague = (token: Token): boolean => inList('vague', token);
    const telling = tokens.filter(
      (token, i) =>
        token.role !== 'stop' &&
        token.role !== 'frame' &&
        token.role !== 'setting' &&
        !isVague(token) &&
        !inList('hedges', token) &&
        !inList('times', token) &&
        (named.has(i) || token.rarity >= TELLING),
    );
    const said = telling.reduce((sum, token) => sum + (named.has(tokens.indexOf(token)) ? 1 : 0.6), 0);
    const isPerson = (token: Token, i: number): boolean => occupations.has(i) || inList('persons', token) || (token.rarity >= TELLING && namesPerson(token.word, token.language) && !isVague(token));
    const who = tokens.some((token, i) => isPerson(token, i) && said > 0);
    const things = telling.filter((token) => !isPerson(token, tokens.indexOf(token)) || token.parts.length > 1);
    const content = tokens.filter(({ role }) => role !== 'stop' && role !== 'frame');
    const purposeful = (token: Token, i: number): boolean =>
      inList('purposes', token) && tokens.slice(0, i).some((before) => telling.includes(before)) && tokens.slice(i + 1, i + 4).some((next) => telling.includes(next));
    return {
      said: 1 - Math.exp(-said / 2.5),
      what: Number(things.length > 0),
      who: Number(who),
      purpose: Number(telling.length > 1 && tokens.some((token, i) => i > 0 && purposeful(token, i))),
      where: Number(facets.regions.length > 0 || facets.remote || tokens.some((token) => inList('places', token))),
      when: Number(DATE.test(text) || tokens.some((token) => inList('times', token))),
      numbers: Number(/\d/.test(text)),
      vague: content.length === 0 ? 1 : content.filter(isVague).length / content.length,
      hedged: Math.min(1, tokens.filter((token) => inList('hedges', token)).length / 3),
    };
  }
}

/** First what is wanted; then what it is for, who it could be, where, and when. */
function mostValuable(missing: readonly AskPart[], present: ReadonlySet<AskPart>): AskPart | undefined {
  const order: readonly AskPart[] = present.has('what') || present.has('who') ? ['purpose', 'where', 'when', 'what', 'who'] : ['what', 'purpose', 'where', 'when', 'who'];
  return order.find((part) => missing.includes(part));
}
