import type { Language } from '../engine/engine.js';
import { message } from '../html/messages.js';
import { wrap } from './intro-table.js';
import type { CalledGuest, Programme, RingAsk, TimedRound } from './programme.js';

/** The evening's programme as it is read out: rounds, tables, ring; empty where none is wanted. */
export function programmeText({ rounds = [], tables = [], ring = [] }: Programme, language: Language, width: number): string {
  const everybody = [...rounds.flatMap(({ pairs }) => pairs.flat()), ...tables.flat(2), ...ring, ...ring.flatMap(({ helpers }) => helpers)];
  const name = namer(everybody);
  const names = (guests: readonly CalledGuest[]): string => guests.map(name).join(', ');
  const indented = (text: string, by: number): string[] => wrap(text, width - by).map((line, i) => `${' '.repeat(i === 0 ? by : by + 2)}${line}`);

  const roundLines = ({ number, starts, ends, pairs, pausing }: TimedRound): string[] => [
    message(language, 'programme.round', { number, starts, ends }),
    ...pairs.map(([giver, asker]) => `  ${name(giver)} → ${name(asker)}`),
    ...(pausing.length === 0 ? [] : indented(message(language, 'programme.pausing', { names: names(pausing) }), 2)),
    '',
  ];
  const tableLines = (round: readonly (readonly CalledGuest[])[], i: number): string[] => [
    message(language, 'programme.tables', { number: i + 1 }),
    ...round.flatMap((table, t) => indented(message(language, 'programme.table', { number: t + 1, names: names(table) }), 2)),
    '',
  ];
  const ringLines = (ask: RingAsk, i: number): string[] => [
    ...indented(`${i + 1}. ${name(ask)}: ${ask.asks.join(' / ')}`, 0),
    ...(ask.helpers.length === 0 ? [`  – ${message(language, 'programme.ring.openly')}`] : ask.helpers.flatMap((helper) => indented(`${name(helper)}: ${helper.offer}`, 2))),
  ];
  return [...rounds.flatMap(roundLines), ...tables.flatMap(tableLines), ...(ring.length === 0 ? [] : [message(language, 'programme.ring'), ...ring.flatMap(ringLines), ''])]
    .map((line) => `${line}\n`)
    .join('');
}

/** Two guests of the same name are told apart by their addresses. */
function namer(guests: readonly CalledGuest[]): (guest: CalledGuest) => string {
  const emails = new Map<string, Set<string>>();
  for (const { name, email } of guests) emails.set(name, (emails.get(name) ?? new Set()).add(email));
  return ({ name, email }) => (emails.get(name)!.size > 1 && email !== '' ? `${name} <${email}>` : name);
}
