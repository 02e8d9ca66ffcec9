import { fold, type Language } from '../engine/engine.js';
import { message } from '../html/messages.js';
import type { Attendee } from './attendees.js';
import type { GuestFinder } from './guest-finder.js';
import { decode } from './guest-list/decoding.js';
import { echo } from './guest-list/row-notes.js';
import { readTable } from './guest-list/table.js';

/** `known`: they know each other, so nobody needs to introduce them. `never`: not these two. `must`: they are introduced, come what may. */
export const TOLD_RULES = ['known', 'never', 'must'] as const;
export type ToldRule = (typeof TOLD_RULES)[number];
/** Besides what is told: `colleagues` of one company, and a pair in whose place the organizer put another. */
export type PairRuleName = ToldRule | 'colleagues' | 'swapped';

export interface GuestPair {
  readonly rule: PairRuleName;
  readonly guests: readonly [Attendee, Attendee];
  /** Where it stands, counted as a spreadsheet counts. */
  readonly row: number;
}

/** As an organizer told it. */
export type ToldPair = GuestPair & { readonly rule: ToldRule };

/** Something the organizer should know about a row. */
export interface PairNote {
  readonly code: 'name-missing' | 'not-found' | 'ambiguous' | 'same-guest' | 'rule-unknown' | 'nothing-to-give';
  readonly row: number;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What organizers write for a rule, folded. */
const RULE_WORDS: Readonly<Record<ToldRule, readonly string[]>> = {
  known: ['', 'known', 'know', 'bekannt', 'kennen sich', 'conocidos', 'se conocen'],
  never: ['never', 'nie', 'niemals', 'nunca', 'jamas'],
  must: ['must', 'muss', 'unbedingt', 'debe', 'deben'],
};

/**
 * Reads which guests know each other, must never meet or must meet: two columns with a name or an address each, and one with the rule, which
 * may be left out. A first row that names no guest is a header. Where a row is not clear the two are rather kept apart than brought together.
 * @throws unreadable-file where a quote is not closed
 */
export function readGuestPairs(bytes: Buffer, find: GuestFinder): { readonly pairs: readonly ToldPair[]; readonly notes: readonly PairNote[] } {
  const { text } = decode(bytes);
  if (text.trim() === '') return { pairs: [], notes: [] };
  const { header, body } = readTable(text);
  const isHeader = !header.cells.slice(0, 2).some((cell) => cell.includes('@') || find(cell).length > 0);
  const [pairs, notes]: [ToldPair[], PairNote[]] = [[], []];
  for (const { row, cells } of isHeader ? body : [header, ...body]) {
    const tell = (code: PairNote['code'], values: PairNote['values'] = {}): void => void notes.push({ code, row, values });
    const [one = '', other = '', written = ''] = cells.map((cell) => cell.trim());
    const said = ruleOf(written);
    if (said === undefined) tell('rule-unknown', { rule: echo(written) });
    const rule = said ?? 'never';
    if (one === '' || other === '') {
      tell('name-missing');
      continue;
    }
    const sides = [one, other].map((name) => ({ name, found: find(name) }));
    for (const { name, found } of sides) {
      if (found.length === 0) tell('not-found', { name: echo(name) });
      else if (found.length > 1) tell('ambiguous', { name: echo(name), count: found.length, rule });
    }
    const [first, second] = sides.map(({ found }) => (rule === 'must' && found.length > 1 ? [] : found));
    for (const guests of first!.flatMap((guest) => second!.map((partner) => [guest, partner] as const))) {
      if (guests[0] === guests[1]) tell('same-guest', { name: echo(one) });
      else if (rule === 'must' && !canHelp(...guests) && !canHelp(guests[1], guests[0])) tell('nothing-to-give', { one: guests[0].name, other: guests[1].name });
      else pairs.push({ rule, guests, row });
    }
  }
  return { pairs, notes };
}

/** Whether there are words to introduce the one as a helper of the other by. */
export function canHelp(giver: Attendee, asker: Attendee): boolean {
  return giver.offers.length > 0 && asker.asks.length > 0;
}

/** What is wrong with a row and what became of it; without the row, which the caller shows. */
export function pairNoteText({ code, values }: PairNote, language: Language): string {
  return message(language, `known.note.${code}`, values);
}

function ruleOf(written: string): ToldRule | undefined {
  const said = fold(written).replace(/[.!]+$/u, '');
  return TOLD_RULES.find((rule) => RULE_WORDS[rule].includes(said));
}
