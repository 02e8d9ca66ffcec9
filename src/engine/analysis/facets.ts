import type { Lexicon } from './lexicon.js';
import { spokenLanguages, type SpokenLanguage } from './spoken-languages.js';
import { NO_TIMES, timeSpans, united, type Times, type TimeSpan } from './times.js';
import type { Word } from './tokenizer.js';

export type FacetKind = 'place' | 'remote' | 'level' | 'language' | 'time';
export type Level = 'beginner' | 'advanced';

/** A phrase that says a facet, by character offsets of the text. */
export type Saying = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'place'; readonly region: number }
  | { readonly kind: 'remote' }
  | { readonly kind: 'level'; readonly level: Level }
  | { readonly kind: 'language'; readonly code: string }
  | { readonly kind: 'time'; readonly times: Times }
);

/** What a statement says about where, when, in which language and at which level, apart from what it is about. */
export interface Facets {
  /** Regions named, by their number. */
  readonly regions: readonly number[];
  /** Whether it may be done from anywhere. */
  readonly remote: boolean;
  /** For whom: undefined where nothing is said, or both. */
  readonly level: Level | undefined;
  /** In which languages, by ISO 639-1 code: wanted in an ask, spoken in an offer. */
  readonly languages: readonly string[];
  readonly times: Times;
  /** The phrases that say so, in the order of the text. */
  readonly sayings: readonly Saying[];
}

/** The facets of a text, with which of its words only say where or when. */
export interface FoundFacets {
  readonly facets: Facets;
  /** Numbers of the words that carry no topic: places, times, "online". A language keeps its role, as leaving it out cost more than it brought. */
  readonly settings: ReadonlySet<number>;
}

/** @param folded the words as the lists of their lexicons are folded */
export function facetsOf(text: string, words: readonly Word[], folded: readonly string[], regions: Int16Array, lexiconOf: (index: number) => Lexicon): FoundFacets {
  const settings = new Set<number>();
  const isSmall = (i: number): boolean => lexiconOf(i).stopWords.has(folded[i]!);
  const carriesNothing = (i: number): boolean => isSmall(i) || lexiconOf(i).frameWords.has(folded[i]!);
  const sayings: Saying[] = [];
  /** With the small words before it: "in Palma", "por las tardes". */
  const range = (from: number, to: number): { from: number; to: number } => {
    let start = from;
    while (start > 0 && words[start - 1]!.clause === words[from]!.clause && lexiconOf(start - 1).prepositions.has(folded[start - 1]!)) start--;
    return { from: words[start]!.from, to: words[to - 1]!.to };
  };

  words.forEach((_, i) => {
    const lexicon = lexiconOf(i);
    const region = regions[i]!;
    if (region >= 0) {
      settings.add(i);
      if (i > 0 && regions[i - 1] === region && words[i - 1]!.clause === words[i]!.clause) sayings.push({ ...(sayings.pop() as Saying & { kind: 'place' }), to: words[i]!.to });
      else sayings.push({ kind: 'place', region, ...range(i, i + 1) });
    } else if (lexicon.remoteWords.has(folded[i]!)) {
      settings.add(i);
      sayings.push({ kind: 'remote', ...range(i, i + 1) });
    }
    const level = lexicon.beginnerWords.has(folded[i]!) ? 'beginner' : lexicon.advancedWords.has(folded[i]!) ? 'advanced' : undefined;
    if (level) sayings.push({ kind: 'level', level, ...range(i, i + 1) });
  });
  const spans = timeSpans(text, words, folded, (i) => lexiconOf(i).times, isSmall);
  for (const { from, to, months, days, dayParts } of spans) {
    for (let i = from; i < to; i++) if (!isSmall(i)) settings.add(i);
    sayings.push({ kind: 'time', times: { months, days, dayParts }, ...range(from, to) });
  }
  const spoken = spokenLanguages(words, folded, (i) => lexiconOf(i).spoken, carriesNothing);
  for (const { code, from, to } of spoken) sayings.push({ kind: 'language', code, ...range(from, to) });
  return { facets: facetsWith(sayings, spans, spoken), settings };
}

function facetsWith(sayings: readonly Saying[], spans: readonly TimeSpan[], spoken: readonly SpokenLanguage[]): Facets {
  const levels = new Set(sayings.flatMap((saying) => (saying.kind === 'level' ? [saying.level] : [])));
  return {
    regions: [...new Set(sayings.flatMap((saying) => (saying.kind === 'place' ? [saying.region] : [])))],
    remote: sayings.some(({ kind }) => kind === 'remote'),
    level: levels.size === 1 ? [...levels][0] : undefined,
    languages: [...new Set(spoken.map(({ code }) => code))],
    times: spans.length === 0 ? NO_TIMES : united(spans),
    sayings: sayings.length > 1 ? [...sayings].sort((a, b) => a.from - b.from) : sayings,
  };
}
