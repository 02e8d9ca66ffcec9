import { fold } from '../../engine/engine.js';
import { forbiddenCharacter, normalizeText, textFault } from '../../plain-text.js';
import type { ColumnMapping } from './guest-columns.js';
import type { GuestField } from './guest-fields.js';
import { readDay, type DateOrder } from './days.js';
import { addressFinding, consentOf, isComing, nameFinding } from './people.js';
import { echo, ROW_NOTES, type RowNote, type RowNoteCode } from './row-notes.js';
import { statementsOf } from './statements.js';
import type { TableRow } from './table.js';

/** A guest as one row tells. */
export interface GuestRow {
  readonly row: number;
  /** Empty where the row gives an address only. */
  readonly name: string;
  /** In small letters; as written where it is no address; empty where there is none. */
  readonly email: string;
  /** Whether the address may be one person's mailbox. */
  readonly isMailable: boolean;
  readonly asks: readonly string[];
  readonly offers: readonly string[];
  /** Empty where the list gives none. */
  readonly company: string;
  /** Whether the guest agreed to be on the list: undefined where the list does not ask; an unclear answer is no. */
  readonly consents: boolean | undefined;
  /** The day on which the guest comes, YYYY-MM-DD, where the list says it clearly. */
  readonly day: string | undefined;
}

export interface RowReading {
  readonly guest: GuestRow | undefined;
  readonly notes: readonly RowNote[];
}

const LONGEST_NAME = 120;
const LONGEST_CELL = 10_240;
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]/gu;
const DAMAGED = '\uFFFD';
/** What a spreadsheet would take for a formula; a bullet ("- cake") is none. */
const FORMULA = /^(?:[=@\t\r\uFF1D\uFF0B\uFF0D\uFF20]|[+-](?!\s))/u;
/** Cells that are read as people's own words. */
const WORDS: readonly GuestField[] = ['name', 'givenName', 'familyName', 'company', 'ask', 'offer'];

/** Reads one row. Nothing is dropped without a note. */
export function readGuestRow({ row, cells }: TableRow, headers: readonly string[], mapping: ColumnMapping, order: DateOrder | undefined): RowReading {
  const notes: RowNote[] = [];
  const note = (code: RowNoteCode, field?: GuestField, values: RowNote['values'] = {}): void => {
    const column = field === undefined || mapping[field] === undefined ? undefined : headers[mapping[field]];
    notes.push({ code, row, ...(column !== undefined && { column }), values });
  };
  const has = (field: GuestField): boolean => mapping[field] !== undefined;
  const cell = (field: GuestField): string => (has(field) ? cleaned(cells[mapping[field]!] ?? '', (removed) => note('invisible-removed', field, { count: removed })) : '');

  if (cells.length !== headers.length && !restIsBlank(cells, headers.length)) note('cell-count', undefined, { found: cells.length, expected: headers.length });
  const words = Object.fromEntries(WORDS.map((field) => [field, cell(field)])) as Record<GuestField, string>;
  for (const field of WORDS) {
    checkWords(words[field], field, note);
    if (has(field) && FORMULA.test(cells[mapping[field]!] ?? '')) note('formula-like', field, { text: echo(words[field]) });
  }
  const name = fullName(words);
  const email = cell('email').toLowerCase();
  if (name === '' && email === '') {
    note('missing-name', has('name') ? 'name' : 'givenName');
    return { guest: undefined, notes };
  }
  if (name === '') note('address-only', 'email');
  const inName = name.length > 2 * LONGEST_NAME ? undefined : nameFinding(name);
  if (inName !== undefined) note('name-not-allowed', has('name') ? 'name' : 'givenName', { what: inName });
  const inAddress = email === '' ? undefined : addressFinding(email);
  if (inAddress !== undefined) note(inAddress, 'email', { text: echo(email) });

  const status = cell('status');
  const coming = isComing(status);
  if (coming !== true) note(coming === false ? 'not-coming' : 'status-unclear', 'status', { status: echo(status) });
  const consents = has('consent') ? consentOf(cell('consent')) : undefined;
  if (has('consent') && consents !== true) note(consents === false ? 'consent-refused' : 'consent-unclear', 'consent', { text: echo(cell('consent')) });

  const statements = (field: 'ask' | 'offer'): string[] =>
    statementsOf(words[field], (finding) => note(finding.code, field, finding.code === 'too-short' ? { text: echo(finding.text) } : { length: finding.length, most: finding.most }));
  const [asks, offers] = [statements('ask'), statements('offer')];
  const isLeftOut = notes.some(({ code }) => ROW_NOTES[code] === 'left-out');
  if (!isLeftOut && asks.length + offers.length === 0) note('nothing-said', has('ask') ? 'ask' : 'offer');
  const day = dayOf(cell('day'), order, (text) => note('unclear-date', 'day', { text }));
  if (isLeftOut) return { guest: undefined, notes };
  const isMailable = email !== '' && (inAddress === undefined || inAddress === 'role-address');
  return { guest: { row, name, email, isMailable, asks, offers, company: words.company, consents: has('consent') ? consents === true : undefined, day }, notes };
}

/** Spreadsheets often leave empty cells behind the last column. */
function restIsBlank(cells: readonly string[], expected: number): boolean {
  return cells.length > expected && cells.slice(expected).every((cell) => cell.trim() === '');
}

function cleaned(raw: string, tellRemoved: (count: number) => void): string {
  const removed = raw.match(INVISIBLE)?.length ?? 0;
  if (removed > 0) tellRemoved(removed);
  return normalizeText(raw.replace(INVISIBLE, ''));
}

function checkWords(text: string, field: GuestField, note: (code: RowNoteCode, field: GuestField, values?: RowNote['values']) => void): void {
  if (text === '') return;
  const lines = field === 'ask' || field === 'offer';
  const onOneLine = lines ? text : text.replace(/\s+/gu, ' ');
  const forbidden = forbiddenCharacter(onOneLine, lines) ?? (text.includes(DAMAGED) ? { position: text.indexOf(DAMAGED) + 1, sign: 'U+FFFD' } : undefined);
  if (forbidden) return note('forbidden-character', field, { position: forbidden.position, sign: forbidden.sign });
  const fault = textFault(onOneLine, { min: 1, max: lines ? LONGEST_CELL : LONGEST_NAME, lines });
  if (fault?.code === 'unreadable-text') note('unreadable-text', field);
  if (fault?.code === 'too-long') note('too-long', field, { most: LONGEST_NAME });
}

/** One name of what the columns give; a name of invisible signs is none. */
function fullName({ name, givenName, familyName }: Record<GuestField, string>): string {
  const base = name || givenName;
  const full = familyName !== '' && !fold(base).includes(fold(familyName)) ? `${base} ${familyName}` : base;
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(full) ? full.replace(/\s+/gu, ' ').trim() : '';
}

function dayOf(cell: string, order: DateOrder | undefined, tellUnclear: (text: string) => void): string | undefined {
  if (cell === '') return undefined;
  const read = readDay(cell);
  if (read.kind === 'day') return read.day;
  if (read.kind === 'either' && order !== undefined) return read.readings[order];
  tellUnclear(echo(cell));
  return undefined;
}
