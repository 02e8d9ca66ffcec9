import type { Language } from '../engine/engine.js';
import { message } from '../html/messages.js';
import { firstName, type Member } from '../members/member.js';
import type { Statement } from '../members/statement.js';

/** What pages call the asker before both have said yes: the first name, unless the ask stands on the board without it. */
export function askerName({ board }: Pick<Statement, 'board'>, asker: Pick<Member, 'name'>, language: Language): string {
  return board === 'unnamed' ? message(language, 'board.somebody') : firstName(asker);
}
