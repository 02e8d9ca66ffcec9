import type { Language } from '../engine/engine.js';
import { message } from '../html/messages.js';
import type { Member } from '../members/member.js';
import type { Statement } from '../members/statement.js';
import { askerName } from './asker-name.js';

const ADDRESS = /[^\s@<>()]+@[^\s@<>()]+/gu;
const LINK = /(?:https?:\/\/|www\.)\S+/giu;
/** Six digits and more, however they are grouped; dates and prices are shorter or have their words. */
const PHONE = /\+?\d(?:[\s()/.-]{0,2}\d){5,}/gu;

/**
 * An ask in a form that may be passed on to people outside: the asker's first name and words, without surname, address, link or number.
 * Whoever can help answers to whoever passed it on.
 */
export function forwardable(ask: Pick<Statement, 'text' | 'board'>, asker: Pick<Member, 'name'>, language: Language): string {
  const name = askerName(ask, asker, language);
  return message(language, 'connect.forward', { name, ask: withoutContact(ask.text, surnamesOf(asker)) });
}

function withoutContact(text: string, surnames: readonly string[]): string {
  const bare = text.replace(ADDRESS, '…').replace(LINK, '…').replace(PHONE, '…');
  return surnames.reduce((left, surname) => left.replace(new RegExp(`(?<![\\p{L}])${surname.replace(/[^\p{L}\p{N}]/gu, '\\$&')}(?![\\p{L}])`, 'giu'), '…'), bare);
}

function surnamesOf({ name }: Pick<Member, 'name'>): string[] {
  return name
    .trim()
    .split(/\s+/u)
    .slice(1)
    .filter((part) => part.length > 2);
}
