import type { Language } from '../../engine/engine.js';
import { message } from '../../html/messages.js';

/**
 * The closed list of what can be said about a row of a guest list, and what becomes of the row.
 * `left-out`: nobody is taken from it until it is mended. `kept`: the guest is taken, and this is worth knowing. `column`: said once of a column, at the header's row.
 */
export const ROW_NOTES = {
  'cell-count': 'kept',
  'missing-name': 'left-out',
  'address-only': 'kept',
  'name-not-allowed': 'left-out',
  'forbidden-character': 'left-out',
  'unreadable-text': 'left-out',
  'too-long': 'left-out',
  'not-coming': 'left-out',
  'invalid-address': 'kept',
  'several-addresses': 'kept',
  'role-address': 'kept',
  'double-row': 'kept',
  'consent-unclear': 'kept',
  'consent-refused': 'kept',
  'formula-like': 'kept',
  'invisible-removed': 'kept',
  'too-short': 'kept',
  'text-cut': 'kept',
  'nothing-said': 'kept',
  'status-unclear': 'kept',
  'unclear-date': 'kept',
  'column-refused': 'column',
  'column-formula': 'column',
} as const;

export type RowNoteCode = keyof typeof ROW_NOTES;

/** Something an organizer should know about a row. Rows count from 1 as in a spreadsheet; the header is a row too. */
export interface RowNote {
  readonly code: RowNoteCode;
  readonly row: number;
  /** The header of the column, as written in the file. */
  readonly column?: string;
  /** What fills the text of the note; never more than 40 characters of what was written. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** What is wrong and what to do, in the organizer's language; without the row and column, which the caller shows. */
export function noteText({ code, values }: RowNote, language: Language): string {
  return message(language, `guests.note.${code}`, values);
}

const LONGEST_ECHO = 40;

/** So much of a raw value as a message may repeat. */
export function echo(value: string): string {
  const signs = [...value.replace(/\s+/gu, ' ').trim()];
  return signs.length <= LONGEST_ECHO ? signs.join('') : `${signs.slice(0, LONGEST_ECHO - 1).join('')}…`;
}
