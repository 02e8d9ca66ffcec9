import type { Word } from './tokenizer.js';

/** The words of time of one language as people write them: lists in the order of the calendar, alternatives split by spaces. */
export interface TimeVocabulary {
  /** January to December. */
  readonly months: readonly string[];
  /** Monday to Sunday. */
  readonly weekdays: readonly string[];
  /** The same, shortened; they count only where two are joined ("Mo–Fr"). */
  readonly shortWeekdays: readonly string[];
  /** A name of several words is joined by hyphens: "fin-de-semana". */
  readonly weekend: string;
  readonly workdays: string;
  /** Morning, afternoon, evening. */
  readonly dayParts: readonly string[];
  /** Before a word of time: "next", "coming". */
  readonly relative: string;
  readonly from: string;
  readonly until: string;
  /** Between the ends of a span: "3 to 6 May". */
  readonly to: string;
  /** What may stand within a span: "and", "of", "the". */
  readonly joints: string;
  /** Before a time that is past: "since March". */
  readonly since: string;
  /** "**One** evening", "**a** weekend" tell how long, not when. */
  readonly counts: string;
  /** Times of no month, weekday or part of the day: "tomorrow", "weekly", "o'clock". */
  readonly other: string;
}

/** What a text names of the calendar; 0 on an axis where it names nothing. */
export interface Times {
  /** Twelve bits from January. */
  readonly months: number;
  /** Seven bits from Monday, and one for Friday evening, which belongs to Friday and to the weekend. */
  readonly days: number;
  /** Bits: morning, afternoon, evening. */
  readonly dayParts: number;
}

export const NO_TIMES: Times = { months: 0, days: 0, dayParts: 0 };

/** A phrase of time: words from..to. No clock: "next weekend" is a weekend, whichever. */
export interface TimeSpan extends Times {
  readonly from: number;
  readonly to: number;
}

const FRIDAY = 4;
const FRIDAY_EVENING = 1 << 7;
const WORKDAYS = 0b11111;
const WEEKEND = 0b1100000 | FRIDAY_EVENING;
/** "From September" and "until May" reach this many months. */
const OPEN_MONTHS = 6;
const NUMBER = /^(?:[0-3]?\d(?:st|nd|rd|th|º)?|20\d\d)$/u;
const CLOCK = /^(?:[01]?\d|2[0-4])(?:am|pm|h|uhr)$/u;
const NINE = '9'.charCodeAt(0);
const RANGE_GAP = /^\s?[-–—]\s?$/u;
const SHORT_GAP = /^\s?[-–—/+&]\s?$/u;
const INNER_GAP = /^[\s.]*(?:[-–—/]\s*)?$/u;

type Part = 'named' | 'number' | 'relative' | 'from' | 'until' | 'to' | 'joint' | 'since';

/** The words of time of one language, ready for look-up. */
export class TimeWords {
  private readonly named = new Map<string, Times>();
  /** Names of several words, by their first. */
  private readonly phrases = new Map<string, { readonly words: readonly string[]; readonly times: Times }[]>();
  private readonly parts = new Map<string, Part>();
  private readonly short = new Map<string, number>();
  readonly counts: ReadonlySet<string>;

  constructor(vocabulary: TimeVocabulary, fold: (word: string) => string) {
    const list = (text: string): string[] => text.split(/\s+/u).filter(Boolean).map(fold);
    const name = (text: string, its: Partial<Times>): void => {
      const times = { ...NO_TIMES, ...its };
      for (const written of list(text)) {
        const words = written.split('-');
        if (words.length === 1) this.named.set(written, times);
        else this.phrases.set(words[0]!, [...(this.phrases.get(words[0]!) ?? []), { words, times }]);
      }
    };
    name(vocabulary.other, {});
    vocabulary.months.forEach((text, i) => name(text, { months: 1 << i }));
    vocabulary.weekdays.forEach((text, i) => name(text, { days: dayBits(i) }));
    name(vocabulary.weekend, { days: WEEKEND });
    name(vocabulary.workdays, { days: WORKDAYS });
    vocabulary.dayParts.forEach((text, i) => name(text, { dayParts: 1 << i }));
    vocabulary.shortWeekdays.forEach((text, i) => list(text).forEach((word) => this.short.set(word, i)));
    for (const word of list(vocabulary.joints)) this.parts.set(word, 'joint');
    for (const part of ['to', 'until', 'from', 'since', 'relative'] as const) for (const word of list(vocabulary[part])) this.parts.set(word, part);
    this.counts = new Set(list(vocabulary.counts));
  }

  timesOf(word: string): Times | undefined {
    return this.named.get(word);
  }

  /** The name of several words that begins at this place of the folded words. */
  phraseAt(folded: readonly string[], at: number): { readonly length: number; readonly times: Times } | undefined {
    const phrase = this.phrases.get(folded[at]!)?.find(({ words }) => words.every((word, i) => folded[at + i] === word));
    return phrase && { length: phrase.words.length, times: phrase.times };
  }

  partOf(word: string): Part | undefined {
    return this.parts.get(word);
  }

  shortWeekday(word: string): number | undefined {
    return this.short.get(word);
  }
}

/**
 * The phrases of time of a text: "in May", "next weekend", "3.–6. Mai", "del 3 al 6 de mayo", "ab September".
 * @param folded the words under the folding of their language  @param isSmall whether a word has an everyday meaning besides ("may")
 */
export function timeSpans(text: string, words: readonly Word[], folded: readonly string[], wordsAt: (index: number) => TimeWords, isSmall: (index: number) => boolean): TimeSpan[] {
  const parts = words.map((_, i) => partAt(text, words, folded, i, wordsAt, isSmall));
  words.forEach((_, i) => {
    const phrase = wordsAt(i).phraseAt(folded, i);
    if (phrase) parts.fill({ name: 'named', times: phrase.times }, i, i + phrase.length);
  });
  if (!parts.some((part) => part?.name === 'named')) return [];
  const spans: TimeSpan[] = [];
  for (let from = 0; from < words.length; from++) {
    if (parts[from] === undefined) continue;
    let to = from + 1;
    while (to < words.length && parts[to] !== undefined && isInner(text, words, to)) to++;
    const span = spanOf(text, words, parts as readonly (TimePart | undefined)[], from, to);
    if (span) spans.push(span);
    from = to - 1;
  }
  return spans;
}

interface TimePart {
  readonly name: Part;
  readonly times: Times;
}

function partAt(text: string, words: readonly Word[], folded: readonly string[], i: number, wordsAt: (index: number) => TimeWords, isSmall: (index: number) => boolean): TimePart | undefined {
  const word = folded[i]!;
  const its = wordsAt(i);
  const times = its.timesOf(word);
  if (times && (!isSmall(i) || isDated(words, folded, i, its))) {
    const tellsHowLong = (times.dayParts !== 0 || times.days === WEEKEND) && its.counts.has(folded[i - 1] ?? '');
    return { name: 'named', times: tellsHowLong ? NO_TIMES : times };
  }
  const short = its.shortWeekday(word);
  if (short !== undefined && [i - 1, i + 1].some((near) => isShortPair(text, words, folded, Math.min(i, near), its))) return { name: 'named', times: { ...NO_TIMES, days: 1 << short } };
  const isDigit = word.charCodeAt(0) <= NINE;
  if (isDigit && CLOCK.test(word)) return { name: 'named', times: NO_TIMES };
  const name = isDigit && NUMBER.test(word) ? 'number' : its.partOf(word);
  return name && { name, times: NO_TIMES };
}

/** A month that is also a small word: beside a number, after "in", or with a capital within a sentence. */
function isDated(words: readonly Word[], folded: readonly string[], i: number, its: TimeWords): boolean {
  const before = folded[i - 1] ?? '';
  const part = its.partOf(before);
  const capital = /^\p{Lu}/u.test(words[i]!.word) && i > 0 && words[i - 1]!.sentence === words[i]!.sentence;
  return NUMBER.test(before) || NUMBER.test(folded[i + 1] ?? '') || part === 'from' || part === 'until' || part === 'since' || before === 'in' || capital;
}

function isShortPair(text: string, words: readonly Word[], folded: readonly string[], at: number, its: TimeWords): boolean {
  const [one, other] = [words[at], words[at + 1]];
  return (
    one !== undefined &&
    other !== undefined &&
    its.shortWeekday(folded[at]!) !== undefined &&
    its.shortWeekday(folded[at + 1]!) !== undefined &&
    /^\p{Lu}/u.test(one.word) &&
    SHORT_GAP.test(text.slice(one.to, other.from))
  );
}

function isInner(text: string, words: readonly Word[], i: number): boolean {
  return INNER_GAP.test(text.slice(words[i - 1]!.to, words[i]!.from));
}

/** Leading and trailing joints do not belong to the phrase; without a named time there is none. */
function spanOf(text: string, words: readonly Word[], parts: readonly (TimePart | undefined)[], start: number, end: number): TimeSpan | undefined {
  let [from, to] = [start, end];
  while (from < to && (parts[from]!.name === 'joint' || (parts[from]!.name === 'to' && parts[from + 1]?.name !== 'named'))) from++;
  while (from < to && !['named', 'number'].includes(parts[to - 1]!.name)) to--;
  const run = parts.slice(from, to) as TimePart[];
  const named = run.map((_, i) => i).filter((i) => run[i]!.name === 'named');
  if (named.length === 0) return undefined;
  const opening = run.slice(0, named[0]).map(({ name }) => name);
  const isRange = named.length > 1 && named.some((at, k) => k > 0 && joins(text, words, run, from, named[k - 1]!, at));
  const all = named.map((at) => run[at]!.times);
  return { from, to, ...(isRange ? ranged(all) : opened(opening, all)) };
}

/** Whether "to", "until" or a dash stands between two named times. */
function joins(text: string, words: readonly Word[], run: readonly TimePart[], from: number, one: number, other: number): boolean {
  if (run.slice(one + 1, other).some(({ name }) => name === 'to' || name === 'until')) return true;
  return other === one + 1 && RANGE_GAP.test(text.slice(words[from + one]!.to, words[from + other]!.from));
}

function ranged(all: readonly Times[]): Times {
  const { months, days, dayParts } = united(all);
  const ends = (axis: 'months' | 'days'): [number, number] => [all.find((one) => one[axis] !== 0)?.[axis] ?? 0, all.findLast((one) => one[axis] !== 0)?.[axis] ?? 0];
  return { months: months === 0 ? 0 : circle(ends('months'), 12), days: days === 0 ? 0 : circle(ends('days'), 7) | (days & FRIDAY_EVENING & WEEKEND), dayParts };
}

/** All from the first bit of the one to the first of the other, round the year or the week. */
function circle([one, other]: readonly [number, number], size: number): number {
  const [first, last] = [lowest(one), lowest(other)];
  let bits = 1 << first;
  for (let at = first; at !== last; bits |= 1 << at) at = (at + 1) % size;
  return bits;
}

function opened(opening: readonly Part[], all: readonly Times[]): Times {
  const times = united(all);
  if (opening.includes('since')) return NO_TIMES;
  const [starts, ends] = [opening.includes('from'), opening.includes('until') || opening.includes('to')];
  if (!starts && !ends) return times;
  // "Until Friday" is a deadline, no wish for Fridays.
  if (times.months === 0) return { ...times, days: 0 };
  const month = lowest(times.months);
  const far = (month + (starts ? OPEN_MONTHS - 1 : 13 - OPEN_MONTHS)) % 12;
  return { ...times, months: circle(starts ? [1 << month, 1 << far] : [1 << far, 1 << month], 12) };
}

export function united(all: readonly Times[]): Times {
  return all.reduce((sum, one) => ({ months: sum.months | one.months, days: sum.days | one.days, dayParts: sum.dayParts | one.dayParts }), NO_TIMES);
}

/** Whether both name times of one axis, and none that they share. */
export function timesClash(one: Times, other: Times): boolean {
  const clash = (axis: keyof Times): boolean => one[axis] !== 0 && other[axis] !== 0 && (one[axis] & other[axis]) === 0;
  return clash('months') || clash('days') || clash('dayParts');
}

/** Whether both name times that they share, and none that part them. */
export function timesMeet(one: Times, other: Times): boolean {
  return !timesClash(one, other) && [one.months & other.months, one.days & other.days, one.dayParts & other.dayParts].some((bits) => bits !== 0);
}

function dayBits(day: number): number {
  return day === FRIDAY ? (1 << FRIDAY) | FRIDAY_EVENING : 1 << day;
}

function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
