import { DateTime, IANAZone } from 'luxon';

import type { Language } from '../engine/engine.js';
import { DomainError } from '../errors.js';

/** An evening with guests of its own. */
export interface Meetup {
  readonly id: string;
  readonly communityId: string;
  readonly title: string;
  readonly place: string | null;
  /** Wall time at the place, YYYY-MM-DDTHH:mm; a change of the zone's rules moves the instant, not the invitation. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Of the host's sheet and all headings. */
  readonly language: Language;
  /** Introductions in which a guest is helped, at the most. */
  readonly perGuest: number;
  /** Introductions in which a guest helps, at the most. */
  readonly perGiver: number;
  /** How long a talk of two lasts, one after the other from the beginning on; null: there are none by the clock. */
  readonly roundMinutes: number | null;
  /** On which ground guests without an account get their list by mail, as the mail tells them; null: they get none. */
  readonly mailBasis: string | null;
  readonly createdAt: string;
  readonly changedAt: string;
}

export type MeetupDraft = Pick<Meetup, 'title' | 'place' | 'startsAt' | 'endsAt' | 'timeZone' | 'language' | 'perGuest' | 'perGiver' | 'roundMinutes' | 'mailBasis'>;

export const MOST_INTRODUCTIONS = 20;
/** In minutes. */
export const LONGEST_ROUND = 120;
/** Days after the evening for which guests are kept who do not join. */
export const GUESTS_KEPT_DAYS = 14;
const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u;
const WRITTEN = "yyyy-MM-dd'T'HH:mm";
const LONGEST_HOURS = 7 * 24;
const LATEST_YEARS = 5;

/** The instant of a wall time. @throws invalid-time where the clocks of the zone skip it or show it twice, with a time to take instead; unknown-zone */
export function instantOf(wallTime: string, zone: string, pointer = '/startsAt'): Date {
  if (!IANAZone.isValidZone(zone)) throw new DomainError('unknown-zone', `"${zone}" is no time zone by its IANA name, such as Europe/Madrid.`);
  const local = DateTime.fromFormat(wallTime, WRITTEN, { zone });
  if (!WALL_TIME.test(wallTime) || !local.isValid) throw invalidTime('Write day and time as they are at the place, such as 2027-05-20T19:00.', pointer);
  const shown = local.toFormat(WRITTEN);
  if (shown !== wallTime) throw invalidTime(`The clocks go forward that night, so ${wallTime.slice(11)} does not exist. Take ${shown}.`, pointer);
  if (local.getPossibleOffsets().length > 1) throw invalidTime(`The clocks go back that night, so ${wallTime.slice(11)} comes twice. Take ${nextOnce(local)}.`, pointer);
  return local.toJSDate();
}

/** @throws invalid-time where the times of a meetup are no evening */
export function checkTimes({ startsAt, endsAt, timeZone }: Pick<Meetup, 'startsAt' | 'endsAt' | 'timeZone'>, now: Date): void {
  const [from, to] = [instantOf(startsAt, timeZone), instantOf(endsAt, timeZone, '/endsAt')];
  if (to <= from) throw invalidTime('The meetup ends before it begins.', '/endsAt');
  if (to.getTime() - from.getTime() > LONGEST_HOURS * 3_600_000) throw invalidTime('A meetup lasts a week at the most.', '/endsAt');
  if (Math.abs(from.getTime() - now.getTime()) > LATEST_YEARS * 366 * 86_400_000) throw invalidTime(`A meetup is at most ${LATEST_YEARS} years away.`, '/startsAt');
}

/** Whether the evening is over, so that its guests can tell what came of it. */
export function isOver({ endsAt, timeZone }: Pick<Meetup, 'endsAt' | 'timeZone'>, now: Date): boolean {
  return DateTime.fromFormat(endsAt, WRITTEN, { zone: timeZone }).toJSDate() <= now;
}

/** Whether the guests who do not join must go. */
export function mustForget({ endsAt, timeZone }: Pick<Meetup, 'endsAt' | 'timeZone'>, now: Date): boolean {
  return DateTime.fromFormat(endsAt, WRITTEN, { zone: timeZone }).plus({ days: GUESTS_KEPT_DAYS }).toJSDate() <= now;
}

/** Day and time as readers of a language write them. */
export function whenText({ startsAt, timeZone }: Pick<Meetup, 'startsAt' | 'timeZone'>, language: Language): string {
  return DateTime.fromFormat(startsAt, WRITTEN, { zone: timeZone })
    .setLocale(language === 'en' ? 'en-GB' : language)
    .toLocaleString({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' });
}

function invalidTime(detail: string, pointer: string): DomainError {
  return new DomainError('invalid-time', detail, [{ code: 'invalid-time', pointer, detail }]);
}

/** The next minute that the clocks show once. */
function nextOnce(local: DateTime): string {
  let next = local;
  while (next.getPossibleOffsets().length > 1) next = next.plus({ minutes: 1 });
  return next.toFormat(WRITTEN);
}
