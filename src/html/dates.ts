import { DateTime } from 'luxon';

import type { Language } from '../engine/engine.js';

/** A day as a reader writes it, such as "21 February 2027". @param day YYYY-MM-DD */
export function longDate(language: Language, day: string): string {
  return DateTime.fromISO(day, { zone: 'utc' })
    .setLocale(language === 'en' ? 'en-GB' : language)
    .toLocaleString(DateTime.DATE_FULL);
}
