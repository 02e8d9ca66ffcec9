import type { Language } from '../../engine/engine.js';
import { message } from '../../html/messages.js';
import type { DateOrder } from './days.js';
import type { Encoding } from './decoding.js';
import type { GuestField } from './guest-fields.js';
import type { Delimiter } from './table.js';

/** What only the organizer can say of a file, with what a page needs to ask it. */
export type OpenQuestion =
  /** Three real names as each reading shows them; the first reading is the likelier. */
  | { readonly code: 'choose-encoding'; readonly readings: readonly { readonly encoding: Encoding; readonly names: readonly string[] }[] }
  /** The header and first rows as each separator parts them. */
  | { readonly code: 'unclear-delimiter'; readonly readings: readonly { readonly delimiter: Delimiter; readonly rows: readonly (readonly string[])[] }[] }
  /** No column says who the guests are, or none what they look for or offer. */
  | { readonly code: 'missing-column'; readonly wanted: 'person' | 'statement'; readonly headers: readonly string[] }
  /** Columns count from 1. */
  | { readonly code: 'double-column'; readonly field: GuestField; readonly header: string; readonly columns: readonly [number, number] }
  | { readonly code: 'unclear-date'; readonly row: number; readonly text: string; readonly readings: Readonly<Record<DateOrder, string>> };

const DELIMITER_SIGNS: Record<Delimiter, string> = { ',': ',', ';': ';', '\t': 'Tab', '|': '|' };

/** The question as one sentence, with the possible answers, in the organizer's language. */
export function questionText(question: OpenQuestion, language: Language): string {
  const text = (values: Readonly<Record<string, string | number>>): string => message(language, `guests.question.${question.code}`, values);
  switch (question.code) {
    case 'choose-encoding':
      return text({ readings: question.readings.map(({ encoding, names }) => `${encoding}: ${names.join(', ')}`).join(' / ') });
    case 'unclear-delimiter':
      return text({ delimiters: question.readings.map(({ delimiter }) => DELIMITER_SIGNS[delimiter]).join('  ') });
    case 'missing-column':
      return text({ wanted: question.wanted, headers: question.headers.join(' | ') });
    case 'double-column':
      return text({ header: question.header, one: question.columns[0], other: question.columns[1] });
    case 'unclear-date':
      return text({ row: question.row, text: question.text, dayFirst: question.readings['day-first'], monthFirst: question.readings['month-first'] });
  }
}
