import type { Language } from '../../engine/engine.js';
import type { Attendee } from '../attendees.js';
import type { PairRuleName } from '../known-pairs.js';

/** `invited`: may come. `arrived`: is here. `away`: does not come, or has left. */
export const GUEST_STATES = ['invited', 'arrived', 'away'] as const;
export type GuestState = (typeof GUEST_STATES)[number];

export interface Guest {
  readonly id: string;
  readonly meetupId: string;
  /** Null for a guest without an account, of whom this meetup alone knows. */
  readonly memberId: string | null;
  readonly name: string;
  /** Where one guest's list may go by mail; null for members, whose account knows it, and where the list gave none. */
  readonly email: string | null;
  readonly language: Language;
  readonly asks: readonly string[];
  readonly offers: readonly string[];
  readonly company: string | null;
  readonly state: GuestState;
  /** Whether the guest wants to join the community, and so stays when the others are forgotten. */
  readonly joins: boolean;
  /** Tells the row of a list that made the guest, so that the same list makes nobody twice; null where none did. */
  readonly sourceHash: string | null;
}

/** What an organizer or a list said of two guests. */
export interface GuestRule {
  readonly id: string;
  readonly meetupId: string;
  readonly lowId: string;
  readonly highId: string;
  readonly rule: Exclude<PairRuleName, 'colleagues'>;
  /** Account of the organizer who said it. */
  readonly accountId: string | null;
  readonly createdAt: string;
}

/** A guest as the planner and the paper see them. The id tells apart whom no address does; it is printed nowhere. */
export function attendeeOf({ id, name, email, asks, offers, company }: Guest): Attendee & { readonly id: string } {
  return { id, name, email: email ?? id, asks, offers, ...(company !== null && { company }) };
}
