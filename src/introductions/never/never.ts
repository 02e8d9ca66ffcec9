import { fold } from '../../engine/engine.js';

/** Somebody whom a member does not want to be introduced to, as the member wrote it; nobody checks whether they are here. */
export interface NeverName {
  readonly id: string;
  readonly communityId: string;
  /** Whose wish it is. */
  readonly memberId: string;
  /** A first and a last name, or a mail address. */
  readonly typed: string;
}

/** How a wish shows the other person to the one whose wish it is: as much as they knew by then. */
export type ShownAs = 'name' | 'first-name';

/** A person as a written name is held against them. */
export interface Named {
  /** Words of the name, folded. */
  readonly words: ReadonlySet<string>;
  /** Folded; undefined for a member without an account. */
  readonly address: string | undefined;
}

export function namedAs(name: string, address: string | undefined): Named {
  return { words: new Set(wordsOf(name)), address: address && fold(address.trim()) };
}

/** Whether a wish says enough to mean a person: a first name alone would mean many. */
export function isEnough(typed: string): boolean {
  return typed.includes('@') || wordsOf(typed).length > 1;
}

/** Whether a written name or address means this person. Rather one too many than the one left out: further names of the person do not matter. */
export function means(typed: string, { words, address }: Named): boolean {
  return typed.includes('@') ? fold(typed.trim()) === address : isEnough(typed) && wordsOf(typed).every((word) => words.has(word));
}

function wordsOf(name: string): string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
