import { createHash } from 'node:crypto';

import { DomainError } from '../../errors.js';
import { binaryKind, decode, type Encoding } from './decoding.js';
import { orderOf, readDay, type DateOrder } from './days.js';
import { recognizeColumns, type ColumnMapping, type RecognizedColumns, type ToldColumns } from './guest-columns.js';
import { readGuestRow } from './guest-rows.js';
import type { KnownShapeName } from './known-shapes.js';
import type { OpenQuestion } from './open-questions.js';
import { echo, ROW_NOTES, type RowNote } from './row-notes.js';
import { joinSameGuests, type PreviewedGuest } from './same-guest.js';
import { readTable, unreadable, type Delimiter, type Table } from './table.js';

/** Answers to open questions; what is not told is recognised. */
export interface PreviewOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly columns?: ToldColumns;
  readonly dateOrder?: DateOrder;
  /** Whether a list of people will do that says nothing of asks and offers. */
  readonly peopleOnly?: boolean;
}

/** What a guest list would bring, shown before anything is taken over. */
export interface GuestListPreview {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** The service whose export this is, where it is one that Gern knows. */
  readonly shape: KnownShapeName | undefined;
  readonly headers: readonly string[];
  readonly mapping: ColumnMapping;
  /** Headers of columns that are not used; nothing of them is kept. */
  readonly unusedColumns: readonly string[];
  /** The first rows as they were parted into cells. */
  readonly firstRows: readonly (readonly string[])[];
  readonly guests: readonly PreviewedGuest[];
  /** In the order of the rows. */
  readonly notes: readonly RowNote[];
  /** What the organizer has to say first; a list can be confirmed when nothing is open. */
  readonly questions: readonly OpenQuestion[];
  /** Rows with something in them; rows joined to an earlier one; rows left out with a note. */
  readonly counts: { readonly read: number; readonly merged: number; readonly leftOut: number };
  /** SHA-256, hexadecimal, of guests and mapping: names exactly what was seen, so that a confirmation can mean nothing else. */
  readonly hash: string;
}

const MEGABYTE = 1024 * 1024;
const MOST_BYTES = 10 * MEGABYTE;
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 60;
const MOST_CELL_BYTES = 10 * 1024;
const SHOWN_ROWS = 5;
const SHOWN_NAMES = 3;

/**
 * First step of an import: reads a guest list (CSV of any usual writing) and tells, row by row, what it would bring.
 * Pure: the same bytes and options give the same preview.
 * @throws unreadable-file (fault empty-file, not-a-table or open-quote) or too-large (fault with the first place)
 */
export function previewGuestList(bytes: Buffer, options: PreviewOptions = {}): GuestListPreview {
  requireReadable(bytes);
  const decoded = decode(bytes, options.encoding);
  const table = readTable(decoded.text, options.delimiter);
  requireSmall(table);
  const headers = table.header.cells.map((header) => header.trim());
  const columns = recognizeColumns(headers, options.columns ?? {});
  const { mapping } = columns;
  const missing = missingColumns(mapping).filter((wanted) => wanted !== 'statement' || options.peopleOnly !== true);
  const days = mapping.day === undefined ? [] : table.body.map(({ cells }) => (cells[mapping.day!] ?? '').trim());
  const order = options.dateOrder ?? orderOf(days);
  const doubled = columns.doubled
    .filter((one) => options.columns?.[one.field] === undefined || typeof options.columns[one.field] === 'string')
    .filter(({ columns: [one, other] }) => differ(table, one, other));

  const readings = missing.length > 0 ? [] : table.body.map((row) => readGuestRow(row, headers, mapping, order));
  const { guests, notes: doubles } = joinSameGuests(
    readings.flatMap(({ guest }) => guest ?? []),
    mapping.email === undefined ? undefined : headers[mapping.email],
  );
  const notes = [...columnNotes(table.header.row, headers, columns), ...readings.flatMap((reading) => reading.notes), ...doubles].sort((a, b) => a.row - b.row);
  const leftOut = new Set(notes.filter(({ code }) => ROW_NOTES[code] === 'left-out').map(({ row }) => row)).size;
  return {
    encoding: decoded.encoding,
    delimiter: table.delimiter,
    shape: columns.shape,
    headers,
    mapping,
    unusedColumns: headers.filter((_, at) => !Object.values(mapping).includes(at)),
    firstRows: table.body.slice(0, SHOWN_ROWS).map(({ cells }) => cells),
    guests,
    notes,
    questions: [
      ...(decoded.doubt.length > 0 ? [{ code: 'choose-encoding', readings: namesInEachReading(bytes, decoded.doubt, options) } as const] : []),
      ...(table.doubt.length > 0 ? [{ code: 'unclear-delimiter', readings: table.doubt.map((delimiter) => ({ delimiter, rows: firstRows(decoded.text, delimiter) })) } as const] : []),
      ...missing.map((wanted) => ({ code: 'missing-column', wanted, headers }) as const),
      ...doubled.map(({ field, columns: [one, other] }) => ({ code: 'double-column', field, header: headers[one]!, columns: [one + 1, other + 1] }) as const),
      ...unclearDays(days, order, table),
    ],
    counts: { read: table.body.length, merged: doubles.length, leftOut },
    hash: createHash('sha256').update(JSON.stringify({ mapping, guests })).digest('hex'),
  };
}

function requireReadable(bytes: Buffer): void {
  if (bytes.length > MOST_BYTES) throw tooLarge(`The file has ${Math.ceil(bytes.length / MEGABYTE)} MB; ${MOST_BYTES / MEGABYTE} MB is the most. Leave out columns that are not needed.`);
  if (bytes.length === 0) throw unreadable('empty-file', 'The file is empty. Export the guests once more, with the header row, and save them as "CSV UTF-8".');
  const kind = binaryKind(bytes);
  if (kind !== undefined)
    throw unreadable('not-a-table', `This is not a CSV file but ${kind === 'something binary' ? kind : `${kind} (binary)`}. Open it in a spreadsheet and save it as "CSV UTF-8".`);
}

function requireSmall({ header, body }: Table): void {
  const wide = [header, ...body].find(({ cells }) => cells.length > MOST_COLUMNS);
  if (wide) throw tooLarge(`Row ${wide.row} has ${wide.cells.length} columns; ${MOST_COLUMNS} are the most. Leave out columns that are not needed.`, wide.row);
  if (body.length > MOST_ROWS) throw tooLarge(`The list has ${body.length} rows; ${MOST_ROWS} are the most. Part the file; row ${body[MOST_ROWS]!.row} is the first too many.`, body[MOST_ROWS]!.row);
  for (const { row, cells } of [header, ...body]) {
    const at = cells.findIndex((cell) => Buffer.byteLength(cell) > MOST_CELL_BYTES);
    if (at < 0) continue;
    const column = header.cells[at] ?? String(at + 1);
    throw tooLarge(`Row ${row}, column "${echo(column)}" holds ${Math.ceil(Buffer.byteLength(cells[at]!) / 1024)} kB; ${MOST_CELL_BYTES / 1024} kB is the most. Shorten the cell.`, row, column);
  }
  if (body.length === 0) throw unreadable('empty-file', 'The file has a header and no rows. Export the guests once more, when somebody has signed up.', header.row);
}

function tooLarge(detail: string, row?: number, column?: string): DomainError {
  return new DomainError('too-large', detail, [{ code: 'too-large', detail, ...(row !== undefined && { row }), ...(column !== undefined && { column }) }]);
}

function missingColumns({ name, givenName, email, ask, offer }: ColumnMapping): ('person' | 'statement')[] {
  return [...(name === undefined && givenName === undefined && email === undefined ? (['person'] as const) : []), ...(ask === undefined && offer === undefined ? (['statement'] as const) : [])];
}

function columnNotes(row: number, headers: readonly string[], { mapping, refused }: RecognizedColumns): RowNote[] {
  const formulas = Object.values(mapping).filter((at) => /^[=+@\uFF1D\uFF0B\uFF20-]/u.test(headers[at]!));
  return [
    ...refused.map((at) => ({ code: 'column-refused', row, column: headers[at]!, values: {} }) as const),
    ...formulas.map((at) => ({ code: 'column-formula', row, column: headers[at]!, values: {} }) as const),
  ];
}

function differ({ body }: Table, one: number, other: number): boolean {
  return body.some(({ cells }) => (cells[one] ?? '').trim() !== (cells[other] ?? '').trim());
}

/** Three real names as each reading shows them: those that differ, or whole lines where no name does. */
function namesInEachReading(bytes: Buffer, doubt: readonly Encoding[], options: PreviewOptions): { encoding: Encoding; names: string[] }[] {
  const texts = doubt.map((encoding) => decode(bytes, encoding).text);
  const names = texts.map((text) => namesOf(text, options));
  const lines = texts.map((text) => text.split(/\r\n?|\n/u).map(echo));
  const shown = names[0]!.some((name, i) => name !== names[1]![i]) ? names : lines;
  const places = shown[0]!.flatMap((text, i) => (text === shown[1]![i] ? [] : [i])).slice(0, SHOWN_NAMES);
  return doubt.map((encoding, reading) => ({ encoding, names: places.map((place) => shown[reading]![place] ?? '') }));
}

function namesOf(text: string, { delimiter, columns = {} }: PreviewOptions): string[] {
  const { header, body } = readTable(text, delimiter);
  const { mapping } = recognizeColumns(header.cells, columns);
  const parts = [mapping.name ?? mapping.givenName, mapping.familyName].filter((at) => at !== undefined);
  return body.map(({ cells }) => echo(parts.map((at) => cells[at] ?? '').join(' ')));
}

function firstRows(text: string, delimiter: Delimiter): (readonly string[])[] {
  const { header, body } = readTable(text, delimiter);
  return [header, ...body.slice(0, SHOWN_ROWS)].map(({ cells }) => cells.map(echo));
}

function unclearDays(days: readonly string[], order: DateOrder | undefined, { body }: Table): OpenQuestion[] {
  if (order !== undefined) return [];
  for (const [i, cell] of days.entries()) {
    const read = readDay(cell);
    if (read.kind === 'either') return [{ code: 'unclear-date', row: body[i]!.row, text: echo(cell), readings: read.readings }];
  }
  return [];
}
