import { DateTime } from 'luxon';

import type { Cadence } from '../../members/member.js';

/** One fair plan for a whole community and the digests that tell it. `waiting`: an organizer looks at it first. */
export const ROUND_STATES = ['waiting', 'released'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

export interface Round {
  readonly id: string;
  readonly communityId: string;
  /** The community's local date on which it was planned; one round a community and date. */
  readonly date: string;
  readonly state: RoundState;
}

/** One introduction that a round proposes. A surprise is a weak tie and shown to the giver only. */
export interface RoundEntry {
  readonly id: string;
  readonly roundId: string;
  readonly giverId: string;
  readonly askerId: string;
  readonly askId: string;
  readonly offerId: string;
  readonly affinity: number;
  readonly kind: 'planned' | 'surprise';
  /** Account of the organizer who took it out, or null. */
  readonly forbiddenBy: string | null;
}

/** ISO weekday on which rounds are planned, the hour from which they are, and how many days late one is still worth planning. */
const ROUND_WEEKDAY = 1;
const PLANNED_FROM_HOUR = 4;
const LATEST_DAYS = 3;
/** Local hour at which digests arrive, and days after the round's date until which they may. */
const MORNING_HOUR = 8;
export const TOLD_WITHIN_DAYS = 4;
/** Days between two digests of a member. A week may be a day short: a round can come late. */
const CADENCE_DAYS: Readonly<Record<Exclude<Cadence, 'never'>, number>> = { weekly: 6, fitting: 6, monthly: 27 };

export function localDate(now: Date, zone: string): string {
  return DateTime.fromJSDate(now, { zone }).toFormat('yyyy-MM-dd');
}

/** The date of the round that should exist by now, in the community's time zone; undefined between rounds. */
export function roundDate(now: Date, zone: string): string | undefined {
  const local = DateTime.fromJSDate(now, { zone });
  const day = local.startOf('day').minus({ days: (local.weekday - ROUND_WEEKDAY + 7) % 7 });
  const age = Math.round(local.startOf('day').diff(day, 'days').days);
  if (age > LATEST_DAYS || (age === 0 && local.hour < PLANNED_FROM_HOUR)) return undefined;
  return day.toISODate() ?? undefined;
}

/** The member's local date when it is morning there or later and the round may still be told; undefined else. */
export function tellingDate(round: Pick<Round, 'date'>, now: Date, zone: string): string | undefined {
  const local = DateTime.fromJSDate(now, { zone });
  const date = local.toISODate();
  if (date === null || local.hour < MORNING_HOUR || date < round.date) return undefined;
  return daysBetween(round.date, date) <= TOLD_WITHIN_DAYS ? date : undefined;
}

/** Whether a member wants a digest on this local date, given that of the last one. */
export function wantsDigest(cadence: Cadence, last: string | undefined, date: string): boolean {
  return cadence !== 'never' && (last === undefined || daysBetween(last, date) >= CADENCE_DAYS[cadence]);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
