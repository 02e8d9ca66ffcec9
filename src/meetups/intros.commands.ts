import { readFileSync, writeFileSync } from 'node:fs';

import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';

import { Analyzer, Engine } from '../engine/engine.js';
import { DomainError } from '../errors.js';
import { message } from '../html/messages.js';
import { loadEngineResources } from '../knowledge/resources.js';
import { readAttendees, type RowWarning } from './attendees.js';
import { introList, type IntroList } from './intro-list.js';
import { introTable } from './intro-table.js';

interface IntrosFlags {
  readonly perPerson: string;
  readonly format: string;
  readonly out?: string;
  readonly nameColumn?: string;
  readonly emailColumn?: string;
  readonly askColumn?: string;
  readonly offerColumn?: string;
}

const FORMATS = ['table', 'csv', 'json'];
const WIDTH = 100;

export function addIntrosCommand(program: Command): void {
  program
    .command('intros <attendees.csv>')
    .description('From the sign-ups of a meetup to an intro list: for each guest whom they can help, then who can help them.')
    .option('--per-person <n>', 'introductions a guest and side', '3')
    .option('--format <format>', FORMATS.join(', '), 'table')
    .option('--out <file>', 'write there instead of to the terminal')
    .option('--name-column <header>', 'column of the names')
    .option('--email-column <header>', 'column of the addresses')
    .option('--ask-column <header>', 'column of what people look for')
    .option('--offer-column <header>', 'column of what people offer')
    .action((file: string, flags: IntrosFlags) => {
      intros(file, flags);
    });
}

function intros(file: string, flags: IntrosFlags): void {
  const perPerson = Number(flags.perPerson);
  if (!Number.isInteger(perPerson) || perPerson < 1 || perPerson > 20) throw new DomainError('wrong-use', `--per-person takes a whole number from 1 to 20, not "${flags.perPerson}".`);
  if (!FORMATS.includes(flags.format)) throw new DomainError('wrong-use', `--format takes ${FORMATS.join(', ')}, not "${flags.format}".`);
  const told = { name: flags.nameColumn, email: flags.emailColumn, ask: flags.askColumn, offer: flags.offerColumn };
  const list = readAttendees(readBytes(file), Object.fromEntries(Object.entries(told).filter(([, header]) => header !== undefined)));
  for (const warning of list.warnings) process.stderr.write(`${file}: ${describe(warning)}\n`);

  const resources = loadEngineResources();
  const result = introList(list, new Engine(new Analyzer(resources.knowledge), resources.weights), perPerson);
  const output = render(result, flags.format, flags.out === undefined);
  if (flags.out === undefined) process.stdout.write(output);
  else writeFileSync(flags.out, output);
  process.stderr.write(`${message('en', 'intros.summary', result.summary)}\n`);
}

function describe({ row, column, detail }: RowWarning): string {
  return `row ${row}${column === undefined ? '' : `, column "${column}"`}: ${detail}`;
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new DomainError('unreadable-file', `${file} cannot be read: ${(error as Error).message}`);
  }
}

function render(list: IntroList, format: string, toTerminal: boolean): string {
  if (format === 'json') return JSON.stringify(list, null, 2) + '\n';
  if (format === 'csv') {
    const rows = list.guests.flatMap(({ name, email, give, receive }) => [
      ...give.map((one) => [name, email, 'give', one.name, one.email, one.ask, one.offer, one.affinity.toFixed(3), one.reason]),
      ...receive.map((one) => [name, email, 'receive', one.name, one.email, one.ask, one.offer, one.affinity.toFixed(3), one.reason]),
    ]);
    return stringify([['guest', 'guest email', 'side', 'name', 'email', 'ask', 'offer', 'affinity', 'reason'], ...rows], { escape_formulas: true });
  }
  const isTerminal = toTerminal && process.stdout.isTTY;
  return introTable(list, 'en', { width: isTerminal ? Math.min(process.stdout.columns, WIDTH) : WIDTH, bold: isTerminal });
}
