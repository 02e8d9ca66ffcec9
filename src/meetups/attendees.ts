import { parse, CsvError } from 'csv-parse/sync';

import { DomainError } from '../errors.js';
import { COLUMNS, recognizeColumns, type Column } from './columns.js';

export interface Attendee {
  readonly name: string;
  /** Empty where the file gives none. */
  readonly email: string;
  readonly asks: readonly string[];
  readonly offers: readonly string[];
}

/** Something an organizer should know about a row; rows count from 1, the header is row 1. */
export interface RowWarning {
  readonly row: number;
  readonly column?: string;
  readonly detail: string;
}

export interface AttendeeList {
  readonly attendees: readonly Attendee[];
  readonly read: number;
  readonly merged: number;
  readonly skipped: number;
  readonly warnings: readonly RowWarning[];
}

const LARGEST_FILE = 10 * 1024 * 1024;
const LONGEST_STATEMENT = 1_000;
const SHORTEST_STATEMENT = 3;

/**
 * Reads the messy export of a sign-up form: UTF-8 or Windows-1252, separated by comma, semicolon or tab.
 * @param told names of columns where their headers are not recognised
 * @throws unreadable-file or too-large, saying what to do
 */
export function readAttendees(bytes: Buffer, told: Partial<Record<Column, string>> = {}): AttendeeList {
  if (bytes.length > LARGEST_FILE)
    throw new DomainError('too-large', `The file has ${Math.ceil(bytes.length / 1024 / 1024)} MB; ${LARGEST_FILE / 1024 / 1024} MB is the most. Leave out columns that are not needed.`);
  const text = decode(bytes);
  if (text.trim() === '') throw unreadable('The file is empty. Export the guests once more, with the header row.');
  const rows = parseRows(text);
  const [headers = [], ...body] = rows;
  const columns = recognizeColumns(headers, told);
  const missing = COLUMNS.filter((column) => told[column] !== undefined && columns[column] === undefined);
  if (missing.length > 0) throw unreadable(`There is no column "${told[missing[0]!]}". The file has: ${headers.join(' | ')}`);
  if (columns.name === undefined && columns.email === undefined)
    throw unreadable(`No column holds names or addresses. Name one with --name-column or --email-column. The file has: ${headers.join(' | ')}`);
  if (columns.ask === undefined && columns.offer === undefined)
    throw unreadable(`No column says what people look for or offer. Name them with --ask-column and --offer-column. The file has: ${headers.join(' | ')}`);
  return collect(body, headers, columns);
}

function collect(body: readonly string[][], headers: readonly string[], columns: Partial<Record<Column, number>>): AttendeeList {
  const warnings: RowWarning[] = [];
  const attendees = new Map<string, Attendee>();
  let read = 0;
  let merged = 0;
  let skipped = 0;
  body.forEach((cells, index) => {
    const row = index + 2;
    if (cells.every((cell) => cell.trim() === '')) return;
    read++;
    const cell = (column: Column): string => (columns[column] === undefined ? '' : (cells[columns[column]] ?? '').trim());
    const warn = (detail: string, column?: Column): void => {
      const header = column && columns[column] !== undefined ? headers[columns[column]] : undefined;
      warnings.push({ row, detail, ...(header !== undefined && { column: header }) });
    };
    if (cells.length !== headers.length) warn(`The row has ${cells.length} cells, the header ${headers.length}. Check the row for a stray separator.`);
    const [name, email] = [cell('name').replace(/\s+/gu, ' '), cell('email').toLowerCase()];
    if (name === '' && email === '') {
      skipped++;
      warn('Neither a name nor an address, so nobody can be introduced. Add a name; the row was skipped.', 'name');
      return;
    }
    if (email !== '' && !/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/u.test(email)) warn('This does not look like an address. The guest is kept, the address is shown as written.', 'email');
    const asks = statementsOf(cell('ask'), (detail) => warn(detail, 'ask'));
    const offers = statementsOf(cell('offer'), (detail) => warn(detail, 'offer'));
    if (asks.length + offers.length === 0) warn('The guest neither asks nor offers, so there is nothing to match yet.', 'ask');
    const key = email === '' ? `row ${row}` : canonical(email);
    const before = attendees.get(key);
    if (before) {
      merged++;
      warn(`The same person as an earlier row by the address; what both say was joined.`, 'email');
    }
    attendees.set(key, {
      name: before?.name || name || email,
      email: before?.email ?? email,
      asks: [...new Set([...(before?.asks ?? []), ...asks])],
      offers: [...new Set([...(before?.offers ?? []), ...offers])],
    });
  });
  return { attendees: [...attendees.values()], read, merged, skipped, warnings };
}

/** Addresses that reach the same mailbox: without case, and without a "+tag". */
function canonical(email: string): string {
  return email.normalize('NFC').replace(/\+[^@]*(?=@)/u, '');
}

const BULLET = /^\s*(?:[-–—*•·]|\d{1,2}[.)])\s+/u;
const INLINE_NUMBER = /\s+(?=\d{1,2}\)\s)/u;
const SEPARATOR = /\s+[/|]\s+|\s*[|•;]\s*/u;

/** A cell may hold several statements: on lines, as bullets, numbered, or between slashes and bars. */
export function statementsOf(cell: string, warn: (detail: string) => void): string[] {
  const pieces = cell
    .normalize('NFC')
    .split(/\r\n?|\n/u)
    .flatMap((line) => line.split(INLINE_NUMBER))
    .flatMap((line) => line.replace(BULLET, '').split(SEPARATOR))
    .map((piece) => piece.replace(BULLET, '').replace(/\s+/gu, ' ').trim())
    .filter((piece) => piece !== '' && !/^(?:[-–—./]+|n\/?a|none|keine?|nichts|nada)$/iu.test(piece));
  return pieces.flatMap((piece) => {
    if (piece.length < SHORTEST_STATEMENT || !/\p{L}/u.test(piece)) {
      warn(`"${piece}" is too short to say anything and was left out.`);
      return [];
    }
    if (piece.length > LONGEST_STATEMENT) {
      warn(`A text of ${piece.length} characters was cut to ${LONGEST_STATEMENT}. Shorter asks are answered more often.`);
      return [piece.slice(0, LONGEST_STATEMENT)];
    }
    return [piece];
  });
}

/** UTF-8 where the bytes are valid UTF-8, else Windows-1252, which any bytes are. */
function decode(bytes: Buffer): string {
  if (bytes.includes(0)) throw unreadable('This is not a CSV file but something binary. Save it as "CSV UTF-8" and try again.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function parseRows(text: string): string[][] {
  try {
    return parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? ` in line ${error.lines}` : '';
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') throw unreadable(`A quote was opened and never closed. Look for a single " in the file; the reading ended${line}.`);
    throw unreadable(`The table cannot be read${line}: a quote stands where none belongs. Quotes inside a cell must be doubled.`);
  }
}

/** The separator that stands most often outside quotes in the header. */
function delimiterOf(text: string): string {
  const header = (text.split(/\r\n?|\n/u)[0] ?? '').replace(/"[^"]*"/gu, '');
  const count = (separator: string): number => header.split(separator).length;
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best), ',');
}

function unreadable(detail: string): DomainError {
  return new DomainError('unreadable-file', detail);
}
