import { stringify } from 'csv-stringify/sync';

import type { MeetupSheet } from './meetup-sheet.js';

/** What a spreadsheet takes for the start of a formula, also behind white space it skips, and in the wide forms of East Asian fonts. */
const FORMULA_START = /^[\s\u0000\u200B\uFEFF]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** Rows as CSV in which no cell can become a formula: such a cell begins with an apostrophe. */
export function harmlessCsv(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(rows.map((cells) => cells.map((cell) => (typeof cell === 'string' && FORMULA_START.test(cell) ? `'${cell}` : cell))));
}

/** The host's introductions as a table, in their order. Column names are English, as they are read by programs. */
export function introductionsCsv({ introductions }: MeetupSheet): string {
  return harmlessCsv([
    ['order', 'giver', 'asker', 'ask', 'offer', 'sentence', 'connector'],
    ...introductions.map(({ giver, asker, ask, offer, sentence, connector }, i) => [i + 1, giver, asker, ask, offer, sentence, connector ?? '']),
  ]);
}
