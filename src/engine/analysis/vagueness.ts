import type { Lexicon } from './lexicon.js';
import type { Role } from './roles.js';
import type { Word } from './tokenizer.js';

const TELLS: ReadonlySet<Role> = new Set(['need', 'context', 'background', 'lacking', 'excluded']);

/**
 * Whether an ask names wishes and no need: "new impulses", "nette Leute", "networking". Nobody could act on it, so it gets the coach and no person.
 * At least one word must be such a wish: of an ask in words that no list knows, nothing is held.
 */
export function isVague(words: readonly Word[], roles: readonly Role[], lexiconOf: (index: number) => Lexicon): boolean {
  let wishes = false;
  for (let i = 0; i < words.length; i++) {
    const lexicon = lexiconOf(i);
    const word = lexicon.fold(words[i]!.word);
    const isWish = lexicon.vagueWords.has(word);
    if (TELLS.has(roles[i]!) && !isWish && !lexicon.weakWords.has(word)) return false;
    wishes ||= isWish && roles[i] !== 'stop';
  }
  return wishes;
}
