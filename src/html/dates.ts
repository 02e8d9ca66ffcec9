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
