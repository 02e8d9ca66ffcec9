import type { Language } from '../engine/engine.js';
import { textFault, type TextFault } from '../plain-text.js';

/** How often a member hears by digest; `fitting`: only when an ask fits what they offer. */
export const CADENCES = ['weekly', 'monthly', 'fitting', 'never'] as const;
/** More introductions a month than a day has hours nobody can give well. */
export const MOST_CAPACITY = 30;
export type Cadence = (typeof CADENCES)[number];

/** What exactly is shared after two yes. */
export interface ContactCard {
  readonly memberId: string;
  readonly sharesAddress: boolean;
  readonly phone: string | null;
  readonly link: string | null;
  readonly note: string | null;
}

export interface Member {
  readonly id: string;
  readonly communityId: string;
  readonly name: string;
  readonly languages: readonly Language[];
  readonly place: string | null;
  /** IANA name. */
  readonly timeZone: string;
  readonly line: string | null;
  /** Last day of a pause (local date), or null. */
  readonly pausedUntil: string | null;
  /** How many people a month they are glad to be introduced to as a giver, 0..30. */
  readonly capacity: number;
  readonly cadence: Cadence;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** A paused member is neither suggested nor shown suggestions; the last day of the pause belongs to it. */
export function isPaused({ pausedUntil }: Pick<Member, 'pausedUntil'>, today: string): boolean {
  return pausedUntil !== null && today <= pausedUntil;
}

/** What others call a member before both have said yes. */
export function firstName({ name }: Pick<Member, 'name'>): string {
  return name.trim().split(/\s+/u)[0] ?? name;
}

const NAME = { min: 1, max: 80, lines: false };
const ADDRESS_LIKE = /@|\/\/|\bwww\.|[\p{L}\p{N}-]{2,}\.(?:com|net|org|info|biz|io|me|app|shop|link|xyz|de|at|ch|eu|es|cat|mx|co|ar|uk)(?![\p{L}\p{N}])/iu;

/** What is wrong with a name, or undefined: names are shown to others, so they cannot carry links or addresses past a consent. */
export function nameFault(name: string): TextFault | undefined {
  return textFault(name, NAME) ?? (ADDRESS_LIKE.test(name) ? { code: 'name-not-allowed', detail: 'Names cannot hold links or addresses.' } : undefined);
}
