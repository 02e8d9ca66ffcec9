import { CsvError, parse } from 'csv-parse/sync';

import { DomainError } from '../../errors.js';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A row counts as a spreadsheet counts it, from 1; a cell with line breaks is still one row. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly delimiter: Delimiter;
  /** The separators that are possible, the likeliest first, where it is not sure; else empty. */
  readonly doubt: readonly Delimiter[];
  readonly header: TableRow;
  readonly body: readonly TableRow[];
}

interface Fitting {
  readonly delimiter: Delimiter;
  readonly columns: number;
  /** Share of the rows with as many cells as the header. */
  readonly agreement: number;
  readonly rows: readonly (readonly string[])[];
}

/** The separator is told by this much of the file. */
const SAMPLE = 100_000;
const SAMPLE_ROWS = 60;
/** Two separators that fit about equally well leave a doubt. */
const ABOUT_EQUAL = 0.9;
/** So many rows that only another separator splits make a mixed file. */
const MIXED = 0.1;

/**
 * Parts a text into rows and cells; blank rows keep their number and are left out.
 * @throws unreadable-file with the fault empty-file, not-a-table or open-quote
 */
export function readTable(text: string, told?: Delimiter): Table {
  const lines = text.replace(/\r\n?/gu, '\n');
  const { delimiter, doubt } = told === undefined ? inferDelimiter(lines) : { delimiter: told, doubt: [] };
  const rows = parseRows(lines, delimiter)
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [header, ...body] = rows;
  if (header === undefined) throw unreadable('empty-file', 'The file is empty. Export the guests once more, with the header row, and save them as "CSV UTF-8".');
  return { delimiter, doubt, header, body };
}

function inferDelimiter(text: string): Pick<Table, 'delimiter' | 'doubt'> {
  const sample = text.length <= SAMPLE ? text : text.slice(0, text.lastIndexOf('\n', SAMPLE) + 1 || SAMPLE);
  const fit = ({ columns, agreement }: Fitting): number => (columns < 2 ? 0 : columns * agreement);
  const fittings = DELIMITERS.map((delimiter) => fitting(sample, delimiter)).sort((a, b) => fit(b) - fit(a));
  const [best, second] = [fittings[0]!, fittings[1]!];
  if (fit(best) === 0) return { delimiter: fittings.sort((a, b) => b.columns - a.columns)[0]!.delimiter, doubt: [] };
  const rival = fit(second) >= ABOUT_EQUAL * fit(best) ? second : fittings.find((other) => other !== best && isMixed(best, other));
  return { delimiter: best.delimiter, doubt: rival === undefined ? [] : [best.delimiter, rival.delimiter] };
}

function fitting(sample: string, delimiter: Delimiter): Fitting {
  const rows = sampleRows(sample, delimiter);
  const columns = rows[0]?.length ?? 0;
  const same = rows.slice(1).filter((cells) => cells.length === columns).length;
  return { delimiter, columns, agreement: rows.length < 2 ? 1 : same / (rows.length - 1), rows };
}

/** Rows that the one separator leaves whole and the other cuts. */
function isMixed(best: Fitting, other: Fitting): boolean {
  const others = best.rows.slice(1).filter((cells, i) => cells.length === 1 && (other.rows[i + 1]?.length ?? 0) === best.columns);
  return others.length > 0 && others.length >= MIXED * (best.rows.length - 1);
}

function sampleRows(sample: string, delimiter: Delimiter): string[][] {
  try {
    return parse(sample, { delimiter, relax_column_count: true, skip_empty_lines: true, to: SAMPLE_ROWS, record_delimiter: '\n' });
  } catch {
    // A broken quote is told by the reading of the whole file; the header alone tells the separator then.
    return [(sample.split('\n', 1)[0] ?? '').replace(/"[^"]*"/gu, '').split(delimiter)];
  }
}

function parseRows(text: string, delimiter: Delimiter): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, record_delimiter: '\n' });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = rowOfBrokenQuote(text, delimiter);
    const end = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'is never closed' : 'is not closed where its cell ends';
    throw unreadable('open-quote', `The quote opened in row ${row} ${end}. Look there for a single "; a quote inside a cell must be doubled.`, row);
  }
}

/** The row in which the cell stands whose quote does not end at a separator or line end; 1 where none is found. */
function rowOfBrokenQuote(text: string, delimiter: Delimiter): number {
  let row = 1;
  let isCellStart = true;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '"' && isCellStart) {
      let end = text.indexOf('"', at + 1);
      while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
      const next = end < 0 ? undefined : text[end + 1];
      if (end < 0 || (next !== undefined && next !== delimiter && next !== '\n')) return row;
      at = end;
      isCellStart = false;
    } else if (sign === '"') return row;
    else {
      if (sign === '\n') row++;
      isCellStart = sign === '\n' || sign === delimiter;
    }
  }
  return row;
}

export function unreadable(code: 'empty-file' | 'not-a-table' | 'open-quote', detail: string, row?: number): DomainError {
  return new DomainError('unreadable-file', detail, [{ code, detail, ...(row !== undefined && { row }) }]);
}
