import type { IntroPlan } from '../../engine/engine.js';

/** The plan of a meetup as a whole; what it brings together are its introductions. */
export interface StoredPlan {
  readonly meetupId: string;
  /** Grows with each planning. */
  readonly revision: number;
  /** Guests here who look for something, and how many of them are helped. */
  readonly askers: number;
  readonly served: number;
  readonly unserved: readonly { readonly guestId: string; readonly reason: IntroPlan['unserved'][number]['reason'] }[];
  readonly proof: IntroPlan['proof'];
  /** Account of whoever caused it. */
  readonly accountId: string | null;
  readonly madeAt: string;
}

/** Two guests who are to be brought together, or were. Accounts tell who changed what the plan proposed. */
export interface MeetupIntroduction {
  readonly id: string;
  readonly meetupId: string;
  readonly giverId: string;
  readonly askerId: string;
  readonly ask: string;
  readonly offer: string;
  /** 0..1. */
  readonly affinity: number;
  /** Whether a rule of the organizer wants it. */
  readonly must: boolean;
  /** Stays in every new plan. */
  readonly lockedBy: string | null;
  readonly lockedAt: string | null;
  /** Put in the place of another. */
  readonly swappedBy: string | null;
  /** Brought together already: stays, whatever changes. */
  readonly happenedBy: string | null;
  readonly happenedAt: string | null;
}

/** Somebody who could take a giver's place, with the words that meet the ask. */
export interface Substitute {
  readonly giverId: string;
  readonly name: string;
  readonly offer: string;
}

export function stays({ lockedBy, happenedBy }: Pick<MeetupIntroduction, 'lockedBy' | 'happenedBy'>): boolean {
  return lockedBy !== null || happenedBy !== null;
}
