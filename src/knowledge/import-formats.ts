import { parse, CsvError } from 'csv-parse/sync';

import { LANGUAGES, type Language } from '../engine/engine.js';
import { DomainError } from '../errors.js';

export const IMPORT_FORMATS = ['esco', 'skos', 'tsv'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

export interface ImportFile {
  readonly path: string;
  readonly text: string;
}

/** Where something was written; rows count from 1, a header is row 1. */
export interface Place {
  readonly path: string;
  readonly row: number;
}

export interface Skipped extends Place {
  readonly reason: string;
}

/** What the files say of one concept, labels still as written there, the preferred one first. */
export interface ConceptDraft {
  readonly place: Place;
  readonly labels: Readonly<Record<Language, string[]>>;
  readonly links: ConceptLink[];
}

interface ConceptLink extends Place {
  readonly property: 'broader' | 'related';
  /** The other concept's name in the files, or the id of a concept that Gern has. */
  readonly target: string;
}

/** The concepts of all files by the name (mostly a URI) that they have there. */
export interface ImportedTable {
  readonly drafts: ReadonlyMap<string, ConceptDraft>;
  /** Rows, without headers and empty ones. */
  readonly read: number;
  readonly skipped: readonly Skipped[];
}

/** @throws unreadable-file when the header is none of the three */
export function recognizeFormat({ path, text }: ImportFile): ImportFormat {
  const header = text.slice(0, text.search(/\r|\n|$/u));
  const cells = header.split('\t').map((cell) => cell.trim());
  if (header.includes('conceptUri')) return 'esco';
  if (cells[0] === 'uri') return 'tsv';
  if (cells.length >= 3 && (cells[0] === 'concept' || isSkosProperty(propertyOf(cells[1]!)))) return 'skos';
  throw unreadable(
    path,
    `the first line is that of no format known here (${IMPORT_FORMATS.join(', ')}). Name the format with --format to hear what is missing; docs/vocabulary.md describes all three.`,
  );
}

/**
 * Joins the files by the names of their concepts.
 * @throws unreadable-file when a file is not of this format
 */
export function readImport(files: readonly ImportFile[], format: ImportFormat): ImportedTable {
  const table = new Table();
  const readFile = { esco: readEsco, skos: readSkos, tsv: readLabelTable }[format];
  for (const file of files) readFile(file, table);
  return table;
}

class Table implements ImportedTable {
  readonly drafts = new Map<string, ConceptDraft>();
  readonly skipped: Skipped[] = [];
  read = 0;

  draft(name: string, place: Place): ConceptDraft {
    let draft = this.drafts.get(name);
    if (draft === undefined) this.drafts.set(name, (draft = { place, labels: { de: [], en: [], es: [] }, links: [] }));
    return draft;
  }

  skip(place: Place, reason: string): void {
    this.skipped.push({ ...place, reason });
  }
}

/** A CSV of ESCO: one language, told by the file's name; the alternative labels on lines of one cell. */
function readEsco({ path, text }: ImportFile, table: Table): void {
  const language = /[_-](de|en|es)\.csv$/iu.exec(path)?.[1]?.toLowerCase() as Language | undefined;
  if (language === undefined) throw unreadable(path, 'the name does not tell the language. Name the file as ESCO does, ending in _de.csv, _en.csv or _es.csv.');
  const [header = [], ...rows] = parseCsv(path, text);
  const [uri, ...labelColumns] = ['conceptUri', 'preferredLabel', 'altLabels', 'hiddenLabels'].map((name) => header.indexOf(name));
  if (uri === undefined || uri < 0 || labelColumns[0] === -1)
    throw unreadable(path, 'the columns conceptUri and preferredLabel are missing. Take occupations_en.csv or skills_en.csv of an ESCO download as CSV.');
  rows.forEach((cells, index) => {
    const place = { path, row: index + 2 };
    table.read++;
    if (cells.length !== header.length) return table.skip(place, `the row has ${cells.length} cells, the header ${header.length}; look for a stray quote or separator`);
    const name = cells[uri]!.trim();
    const labels = labelColumns.flatMap((column) => (cells[column] ?? '').split(/\r\n?|\n/u)).filter((label) => label.trim() !== '');
    addLabels(table, place, name, { [language]: labels });
  });
}

/** A table with the column `uri`, and for each language `en_preferred` and `en_alternative`, the latter joined by bars. */
function readLabelTable({ path, text }: ImportFile, table: Table): void {
  const [header, ...lines] = linesOf(text);
  const columns = (header ?? '').split('\t').map((name) => name.trim());
  if (columns[0] !== 'uri' || !LANGUAGES.some((language) => columns.includes(`${language}_preferred`)))
    throw unreadable(path, 'the header needs the columns uri and en_preferred, de_preferred or es_preferred (en_alternative and so on if wanted), separated by tabs.');
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const place = { path, row: index + 2 };
    const cells = line.split('\t');
    table.read++;
    if (cells.length > columns.length) return table.skip(place, `the row has ${cells.length} cells, the header ${columns.length}; look for a stray tab`);
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    const labels = LANGUAGES.map((language) => [language, [cell(`${language}_preferred`), ...cell(`${language}_alternative`).split('|')].filter((label) => label.trim() !== '')]);
    addLabels(table, place, cells[0]!.trim(), Object.fromEntries(labels));
  });
}

const SKOS_PROPERTIES = ['prefLabel', 'altLabel', 'hiddenLabel', 'broader', 'related'];

/** Lines of concept, property, value and language; the header may be missing. */
function readSkos({ path, text }: ImportFile, table: Table): void {
  const lines = linesOf(text);
  if (!lines.some((line) => isSkosProperty(propertyOf(line.split('\t')[1] ?? ''))))
    throw unreadable(path, `no line is "concept, property, value, language", separated by tabs, with a property of ${SKOS_PROPERTIES.join(', ')}.`);
  const preferred = new Set<string>();
  lines.forEach((line, index) => {
    const cells = line.split('\t').map((cell) => cell.trim());
    const [name = '', written = '', value = '', code = ''] = cells;
    if (line.trim() === '' || (index === 0 && name === 'concept' && written === 'property')) return;
    const place = { path, row: index + 1 };
    table.read++;
    if (name === '' || value === '') return table.skip(place, 'concept, property and value are needed, separated by tabs');
    const property = propertyOf(written);
    if (!isSkosProperty(property)) return table.skip(place, `the property "${written}" is not read; these are: ${SKOS_PROPERTIES.join(', ')}`);
    if (property === 'broader' || property === 'related') return void table.draft(name, place).links.push({ ...place, property, target: value });
    const language = LANGUAGES.find((known) => known === code.replace(/^@/u, '').split('-')[0]!.toLowerCase());
    if (language === undefined) return table.skip(place, `the language "${code}" is none of ${LANGUAGES.join(', ')}`);
    const labels = table.draft(name, place).labels[language];
    // The first label is the preferred one, wherever its line stands; a second preferred one is as good as an alternative.
    const first = property === 'prefLabel' && !preferred.has(`${language} ${name}`);
    if (first) preferred.add(`${language} ${name}`);
    labels.splice(first ? 0 : labels.length, 0, value);
  });
}

function addLabels(table: Table, place: Place, name: string, labels: Partial<Record<Language, readonly string[]>>): void {
  if (name === '') return table.skip(place, 'the URI is missing');
  const languages = LANGUAGES.filter((language) => (labels[language] ?? []).length > 0);
  if (languages.length === 0) return table.skip(place, 'there is no label');
  const draft = table.draft(name, place);
  const twice = languages.filter((language) => draft.labels[language].length > 0);
  if (twice.length > 0) return table.skip(place, `${name} has labels in ${twice.join(', ')} already; the earlier ones are kept`);
  for (const language of languages) draft.labels[language].push(...labels[language]!);
}

/** "skos:prefLabel" and "http://www.w3.org/2004/02/skos/core#prefLabel" are prefLabel. */
function propertyOf(written: string): string {
  return written.trim().replace(/^.*[#/:]/u, '');
}

function isSkosProperty(property: string): boolean {
  return SKOS_PROPERTIES.includes(property);
}

function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/u);
}

function parseCsv(path: string, text: string): string[][] {
  const header = text.slice(0, text.search(/\r|\n|$/u));
  try {
    return parse(text, { delimiter: header.includes(',') ? ',' : ';', relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable(path, `the table breaks off at line ${String(error.lines)}: a quote was never closed, or stands where none belongs. Quotes inside a cell must be doubled.`);
  }
}

function unreadable(path: string, detail: string): DomainError {
  return new DomainError('unreadable-file', `${path}: ${detail}`);
}
