import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname } from 'node:path';

import type { Command } from 'commander';

import { Analyzer, Engine, FEWEST_SEATS, LANGUAGES, MOST_SEATS, planIntroductions, type Language } from '../engine/engine.js';
import { DomainError } from '../errors.js';
import { message } from '../html/messages.js';
import { loadEngineResources } from '../knowledge/resources.js';
import { readAttendees } from './attendees.js';
import { clashText } from './clash-text.js';
import { guestFinder, type GuestFinder } from './guest-finder.js';
import { ENCODINGS } from './guest-list/decoding.js';
import { questionText } from './guest-list/open-questions.js';
import { noteText, type RowNote } from './guest-list/row-notes.js';
import { DELIMITERS } from './guest-list/table.js';
import { introList, languageOf, outcomeOf, type IntroList } from './intro-list.js';
import { introListCsv } from './intro-list.csv.js';
import { introTable } from './intro-table.js';
import { pairNoteText, readGuestPairs, type GuestPair } from './known-pairs.js';
import { sheetOfIntroList, type WordReader } from './list-to-sheet.js';
import type { PaperFiles } from './paper-files.js';
import { programmeOf, type Programme, type ProgrammeWishes } from './programme.js';
import { programmeText } from './programme-text.js';
import { roomOf } from './room.js';
import { topicOf } from './topic-of.js';
import { Weighing } from './weighing.js';
import { guestCalled, whyNotThese, type PairAnswer } from './why-not-these.js';

interface IntrosFlags extends PaperFiles {
  readonly perPerson: string;
  readonly perGiver?: string;
  readonly known?: string;
  /** True where the option stands without a length. */
  readonly rounds?: string | true;
  readonly tables?: string;
  readonly tableRounds: string;
  readonly ring?: true;
  readonly why?: readonly string[];
  readonly format: string;
  readonly out?: string;
  readonly language?: string;
  readonly title?: string;
  readonly place?: string;
  readonly when?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly nameColumn?: string;
  readonly emailColumn?: string;
  readonly askColumn?: string;
  readonly offerColumn?: string;
}

const FORMATS = ['table', 'csv', 'json'];
const WIDTH = 100;
const MOST_INTRODUCTIONS = 20;
const ROUND_MINUTES = 8;
const LONGEST_ROUND = 120;
const MOST_TABLE_ROUNDS = 20;

export function addIntrosCommand(program: Command): void {
  program
    .command('intros <attendees.csv>')
    .description('From the sign-ups of a meetup to an intro list: for each guest whom they can help, then who can help them.')
    .option('--per-person <n>', 'introductions in which a guest is helped, at the most', '3')
    .option('--per-giver <n>', 'introductions in which a guest helps, at the most; as many as --per-person when left out')
    .option('--known <known.csv>', 'pairs of names or addresses, and a rule: known (when left out), never, must')
    .option('--rounds [minutes]', `timed rounds of two, ${ROUND_MINUTES} minutes each when not told`)
    .option('--tables <seats>', `tables of ${FEWEST_SEATS} to ${MOST_SEATS}`)
    .option('--table-rounds <n>', 'how often the tables change', '3')
    .option('--ring', 'the order in which the whole room hears each ask, with the three best helpers')
    .option('--why <two guests...>', 'answers why these two are not on the list, instead of printing it')
    .option('--format <format>', FORMATS.join(', '), 'table')
    .option('--out <file>', 'write there instead of to the terminal')
    .option('--language <code>', `of headings, hints and paper: ${LANGUAGES.join(', ')}; when left out English, and each card in its guest's language`)
    .option('--html <file>', 'a page to print or to hold on a phone: host sheet, cards, map')
    .option('--pdf <file>', "the host's sheet")
    .option('--cards <file>', "the guests' cards as PDF, eight to a page with cut marks")
    .option('--map <file>', 'who can help whom, as SVG')
    .option('--title <text>', 'title of the meetup on paper; the name of the file when left out')
    .option('--place <text>', 'place of the meetup on paper')
    .option('--when <text>', 'day and time of the meetup on paper, as you write them')
    .option('--name-column <header>', 'column of the names')
    .option('--email-column <header>', 'column of the addresses')
    .option('--ask-column <header>', 'column of what people look for')
    .option('--offer-column <header>', 'column of what people offer')
    .option('--encoding <name>', `how the file is written: ${ENCODINGS.join(', ')}; recognised when left out`)
    .option('--delimiter <sign>', 'what separates the columns; recognised when left out')
    .action(async (file: string, flags: IntrosFlags) => {
      await intros(file, flags);
    });
}

async function intros(file: string, flags: IntrosFlags): Promise<void> {
  const perPerson = whole('--per-person', flags.perPerson, 1, MOST_INTRODUCTIONS);
  const perGiver = flags.perGiver === undefined ? perPerson : whole('--per-giver', flags.perGiver, 1, MOST_INTRODUCTIONS);
  const wishes = programmeWishes(flags);
  const format = oneOf('--format', FORMATS, flags.format);
  if (flags.why !== undefined && flags.why.length !== 2) throw new DomainError('wrong-use', '--why takes two guests, each in quotes: --why "Lena Vogt" "Emre Acar".');
  if (format === 'csv' && (flags.why !== undefined || wishes.ring)) throw new DomainError('wrong-use', '--ring and --why are told as table or json, not as csv.');
  const told = oneOf('--language', LANGUAGES, flags.language);
  const language = told ?? 'en';
  const columns = { name: flags.nameColumn, email: flags.emailColumn, ask: flags.askColumn, offer: flags.offerColumn };
  const encoding = oneOf('--encoding', ENCODINGS, flags.encoding);
  const delimiter = oneOf('--delimiter', DELIMITERS, flags.delimiter === '\\t' ? '\t' : flags.delimiter);
  const list = readAttendees(readBytes(file), {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    columns: Object.fromEntries(Object.entries(columns).filter(([, header]) => header !== undefined)),
  });
  for (const question of list.questions) process.stderr.write(`${file}: ${questionText(question, language)}\n`);
  for (const warning of list.warnings) process.stderr.write(`${file}: ${describe(warning, language)}\n`);

  const find = guestFinder(list.attendees);
  const pairs = flags.known === undefined ? [] : readPairs(flags.known, find, language);
  const asked = (flags.why ?? []).map((name) => guestCalled(name, find, language));
  const [one, other] = asked;
  if (one !== undefined && one === other) throw new DomainError('wrong-use', `--why takes two different guests, and both are ${one.name}.`);

  const resources = loadEngineResources();
  const analyzer = new Analyzer(resources.knowledge);
  const engine = new Engine(analyzer, resources.weights);
  const room = roomOf(list.attendees, new Weighing(engine), { perPerson, perGiver }, pairs, one && other ? [[one, other]] : []);
  const plan = planIntroductions(room.request);
  if (plan.kind === 'none possible') throw new DomainError('not-possible', clashText(plan, room, language));
  const result = introList(list, room, outcomeOf(room, plan), engine);
  const why = one && other && whyNotThese(room, plan, one, other, language);
  const programme = programmeOf(room, plan, wishes);
  const output = render({ list: result, programme, ...(why && { why }) }, format, language, flags.out === undefined);
  if (flags.out === undefined) process.stdout.write(output);
  else writeFileSync(flags.out, output);
  if ((flags.html ?? flags.pdf ?? flags.cards ?? flags.map) !== undefined) {
    // Fonts and PDF are loaded only when they are wanted.
    const { writePapers } = await import('./paper-files.js');
    const head = { title: flags.title ?? basename(file, extname(file)), place: flags.place ?? '', dateText: flags.when ?? '', language };
    const reader: WordReader = { languageOf: (attendee) => told ?? languageOf(attendee, engine), topicOf: (ask) => topicOf(ask, analyzer, language) };
    // The time of the guest list, not of this run: the same list gives the same bytes (P11).
    const unprintable = await writePapers(flags, sheetOfIntroList(result, list.attendees, head, reader, programme), statSync(file).mtime);
    if (unprintable.length > 0) process.stderr.write(`${message(language, 'paper.unprintable', { names: unprintable.join(', ') })}\n`);
  }
  const { read, merged, skipped, warnings, introductions, askers, served, proof } = result.summary;
  process.stderr.write(`${message(language, 'intros.summary', { read, merged, skipped, warnings })}\n`);
  process.stderr.write(`${message(language, 'intros.plan', { introductions, askers, served, optimal: proof.optimal ? 'yes' : 'no', more: proof.servedGap, gap: proof.gap })}\n`);
}

function programmeWishes({ rounds, tables, tableRounds, ring }: IntrosFlags): ProgrammeWishes {
  return {
    ...(rounds !== undefined && { roundMinutes: rounds === true ? ROUND_MINUTES : whole('--rounds', rounds, 1, LONGEST_ROUND) }),
    ...(tables !== undefined && { seats: whole('--tables', tables, FEWEST_SEATS, MOST_SEATS) }),
    tableRounds: whole('--table-rounds', tableRounds, 1, MOST_TABLE_ROUNDS),
    ring: ring === true,
  };
}

/** The pairs of the file; what is not clear in it is told row by row. */
function readPairs(file: string, find: GuestFinder, language: Language): readonly GuestPair[] {
  const { pairs, notes } = readGuestPairs(readBytes(file), find);
  for (const note of notes) process.stderr.write(`${file}: ${message(language, 'guests.place', { row: note.row, column: 'none' })}: ${pairNoteText(note, language)}\n`);
  return pairs;
}

/** @throws wrong-use for anything but a whole number between the two */
function whole(flag: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (!/^\d+$/u.test(value) || number < least || number > most) throw new DomainError('wrong-use', `${flag} takes a whole number from ${least} to ${most}, not "${value}".`);
  return number;
}

/** @throws wrong-use for a value that is not among the known */
function oneOf<T extends string>(flag: string, known: readonly T[], value: string | undefined): T | undefined {
  const found = known.find((one) => one === value);
  if (value !== undefined && found === undefined) throw new DomainError('wrong-use', `${flag} takes ${known.map((one) => (one === '\t' ? '\\t' : one)).join(', ')}, not "${value}".`);
  return found;
}

function describe(note: RowNote, language: Language): string {
  const { row, column } = note;
  return `${message(language, 'guests.place', { row, column: column ?? 'none' })}: ${noteText(note, language)}`;
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new DomainError('unreadable-file', `${file} cannot be read: ${(error as Error).message}`);
  }
}

interface Printed {
  readonly list: IntroList;
  readonly programme: Programme;
  readonly why?: readonly PairAnswer[];
}

function render({ list, programme, why }: Printed, format: string | undefined, language: Language, toTerminal: boolean): string {
  if (format === 'json') return JSON.stringify({ ...list, ...programme, ...(why && { why }) }, null, 2) + '\n';
  if (format === 'csv') return introListCsv(list, programme);
  if (why) return why.map(({ text }) => `${text}\n`).join('');
  const isTerminal = toTerminal && process.stdout.isTTY;
  const width = isTerminal ? Math.min(process.stdout.columns, WIDTH) : WIDTH;
  return introTable(list, language, { width, bold: isTerminal }) + programmeText(programme, language, width);
}
