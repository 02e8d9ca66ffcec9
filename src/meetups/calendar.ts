import ical, { ICalCalendarMethod } from 'ical-generator';

import type { Language } from '../engine/engine.js';
import { message } from '../html/messages.js';

/** A meetup as a calendar shows it; instants in UTC, each reader's calendar turns them into local time. */
export interface CalendarMeetup {
  /** Lasting: a calendar that gets the same id again changes its entry instead of making a second one. */
  readonly id: string;
  readonly title: string;
  /** Empty where it is not known. */
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** A talk of two within a meetup, as the one sees it who gets the file. */
export interface CalendarRound {
  /** From 1. */
  readonly number: number;
  /** The other person. */
  readonly name: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/**
 * An iCalendar file (RFC 5545) of a meetup and, for one guest, its rounds of two.
 * @param changedAt when the meetup was last changed; the same input gives the same bytes
 */
export function meetupCalendar(meetup: CalendarMeetup, rounds: readonly CalendarRound[], language: Language, changedAt: Date): string {
  // No time zone is set on the calendar: with one, ical-generator writes floating times.
  const calendar = ical({ name: meetup.title, method: ICalCalendarMethod.PUBLISH, prodId: { company: 'Gern', product: 'Gern', language: language.toUpperCase() } });
  const place = meetup.place === '' ? {} : { location: meetup.place };
  calendar.createEvent({ id: meetup.id, stamp: changedAt, start: meetup.startsAt, end: meetup.endsAt, summary: meetup.title, ...place });
  for (const { number, name, startsAt, endsAt } of rounds)
    calendar.createEvent({ id: `${meetup.id}/round/${number}`, stamp: changedAt, start: startsAt, end: endsAt, summary: message(language, 'calendar.round', { number, name }), ...place });
  return calendar.toString();
}
