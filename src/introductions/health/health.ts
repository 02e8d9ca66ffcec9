import { told, toldShare, type Told, type ToldShare } from './told.js';

/** What became of an introduction, as both sides may know: a decline and silence are one. */
export const OUTCOMES = ['introduced', 'under-way', 'over'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Days up to which a first yes belongs to a span; later ones to the last but one, asks without any to the last. */
export const YES_SPANS = [
  ['day', 1],
  ['three', 3],
  ['week', 7],
  ['month', 30],
] as const;
export type YesSpan = (typeof YES_SPANS)[number][0] | 'later' | 'none';

/** Introductions within a month, of one giver; the last stands for all above. */
export const LOADS = [1, 2, 3, 4, 5] as const;

/** How a network is, in numbers that show nobody. */
export interface NetworkHealth {
  /** Asks of the last half year. */
  readonly asks: Told;
  /** Of them those that led to an introduction or are fulfilled. */
  readonly answered: ToldShare;
  /** Half of the first yeses came within so many whole days, at least one; null where there are too few to tell. */
  readonly medianDays: number | null;
  /** Members who were introduced as givers within the last half year. */
  readonly gave: ToldShare;
  readonly firstYes: readonly { readonly span: YesSpan; readonly asks: Told }[];
  /** How many givers had how many introductions within the last 30 days. */
  readonly load: readonly { readonly introductions: (typeof LOADS)[number]; readonly givers: Told }[];
  /** The last twelve months, the oldest first. */
  readonly months: readonly MonthOfIntroductions[];
}

export interface MonthOfIntroductions {
  /** YYYY-MM. */
  readonly month: string;
  readonly all: Told;
  readonly by: Readonly<Record<Outcome, Told>>;
}

/** What the tables say. */
export interface HealthFacts {
  readonly members: number;
  /** Who gave within the half year. */
  readonly givers: number;
  /** Days until the first yes of each ask of the half year, undefined without one; and whether it was answered. */
  readonly asks: readonly { readonly daysToYes: number | undefined; readonly answered: boolean }[];
  /** Introductions of each giver within 30 days. */
  readonly loads: readonly number[];
  readonly months: readonly { readonly month: string; readonly by: Readonly<Record<Outcome, number>> }[];
}

/** Few yeses have no median worth telling. */
const FEWEST_YES = 5;

export function healthOf({ members, givers, asks, loads, months }: HealthFacts): NetworkHealth {
  const days = asks.flatMap(({ daysToYes }) => daysToYes ?? []).sort((a, b) => a - b);
  const spans = new Map<YesSpan, number>();
  for (const { daysToYes } of asks) spans.set(spanOf(daysToYes), (spans.get(spanOf(daysToYes)) ?? 0) + 1);
  const most = LOADS.at(-1)!;
  return {
    asks: told(asks.length),
    answered: toldShare(asks.filter(({ answered }) => answered).length, asks.length),
    medianDays: days.length < FEWEST_YES ? null : Math.max(1, Math.ceil(days[Math.floor((days.length - 1) / 2)]!)),
    gave: toldShare(givers, members),
    firstYes: [...YES_SPANS.map(([span]) => span), 'later' as const, 'none' as const].map((span) => ({ span, asks: told(spans.get(span) ?? 0) })),
    load: LOADS.map((introductions) => ({ introductions, givers: told(loads.filter((load) => Math.min(load, most) === introductions).length) })),
    months: months.map(({ month, by }) => ({
      month,
      all: told(by.introduced + by['under-way'] + by.over),
      by: { introduced: told(by.introduced), 'under-way': told(by['under-way']), over: told(by.over) },
    })),
  };
}

function spanOf(daysToYes: number | undefined): YesSpan {
  if (daysToYes === undefined) return 'none';
  return YES_SPANS.find(([, most]) => daysToYes <= most)?.[0] ?? 'later';
}

/** The month of a day and those before it, the oldest first. @param day YYYY-MM-DD */
export function monthsUntil(day: string, count: number): string[] {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return Array.from({ length: count }, (_, back) => new Date(Date.UTC(year, month - count + back, 1)).toISOString().slice(0, 7));
}
