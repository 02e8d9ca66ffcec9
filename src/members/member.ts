import type { Language } from '../engine/engine.js';

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
