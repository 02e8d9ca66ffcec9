import { DateTime } from 'luxon';

import type { Language } from '../engine/engine.js';

/** How dates and times are written in a language; English as in most of Europe. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}

/** A day as a reader writes it, such as "21 February 2027". @param day YYYY-MM-DD */
export function longDate(language: Language, day: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).setLocale(localeOf(language)).toLocaleString(DateTime.DATE_FULL);
}

/** A day of the year that is meant, such as "21 February". @param day YYYY-MM-DD */
export function dayAndMonth(language: Language, day: string): string {
  return DateTime.fromISO(day, { zone: 'utc' })
    .setLocale(language === 'en' ? 'en-GB' : language)
    .toLocaleString({ day: 'numeric', month: 'long' });
}

/** A month for a narrow place, such as "Mar". @param month YYYY-MM */
export function shortMonth(language: Language, month: string): string {
  return new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00.000Z`)).slice(0, 3);
}

/** A month as a reader writes it, such as "March 2027". @param month YYYY-MM */
export function wholeMonth(language: Language, month: string): string {
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00.000Z`));
}

/** A day and time on a reader's clock. @param moment UTC, ISO 8601 @param timeZone IANA name */
export function momentText(language: Language, moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(moment));
}
