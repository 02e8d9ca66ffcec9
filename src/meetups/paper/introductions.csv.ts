import { stringify } from 'csv-stringify/sync';

import type { MeetupSheet } from './meetup-sheet.js';
import { placesOf } from './places.js';

/** What a spreadsheet takes for the start of a formula, also behind white space it skips, and in the wide forms of East Asian fonts. */
const FORMULA_START = /^[\s\u0000\u200B\uFEFF]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** Rows as CSV in which no cell can become a formula: such a cell begins with an apostrophe. */
export function harmlessCsv(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(rows.map((cells) => cells.map((cell) => (typeof cell === 'string' && FORMULA_START.test(cell) ? `'${cell}` : cell))));
}

/**
 * The host's introductions as a table, in their order. Column names are English, as they are read by programs. Where the evening has rounds
 * or tables, it tells the round in which the two talk, and the table of each by round, such as "3 1 5".
 */
export function introductionsCsv(sheet: MeetupSheet): string {
  const { introductions, programme } = sheet;
  const tables = (guest: string): string => placesOf(sheet, guest).tables.join(' ');
  const round = (giver: string, asker: string): number | '' => placesOf(sheet, giver).talks.find(({ name }) => name === asker)?.number ?? '';
  return harmlessCsv([
    ['order', 'giver', 'asker', 'ask', 'offer', 'sentence', 'connector', ...(programme ? ['round', 'giver tables', 'asker tables'] : [])],
    ...introductions.map(({ giver, asker, ask, offer, sentence, connector }, i) => [
      i + 1,
      giver,
      asker,
      ask,
      offer,
      sentence,
      connector ?? '',
      ...(programme ? [round(giver, asker), tables(giver), tables(asker)] : []),
    ]),
  ]);
}
