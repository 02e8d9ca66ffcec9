import type { Language, StatementKind } from '../engine/engine.js';

export const STATEMENT_KINDS = ['ask', 'offer'] as const satisfies readonly StatementKind[];
/** How long the text of a statement is, in characters, and that it may hold several lines. */
export const STATEMENT_TEXT = { min: 3, max: 1_000, lines: true };
/** `expired` is never stored: a day passes by itself. */
export const STATEMENT_STATES = ['open', 'fulfilled', 'expired'] as const;
export type StatementState = (typeof STATEMENT_STATES)[number];
export type StoredState = Exclude<StatementState, 'expired'>;
/** How an ask may stand on the board of the community. */
export const BOARD_CHOICES = ['unnamed', 'named'] as const;
export type BoardChoice = (typeof BOARD_CHOICES)[number];

/** One need or one gift, in the member's own words. */
export interface Statement {
  readonly id: string;
  readonly communityId: string;
  readonly memberId: string;
  readonly kind: StatementKind;
  readonly text: string;
  readonly language: Language;
  /** Whether the member named the language; otherwise it was guessed. */
  readonly languageTold: boolean;
  readonly state: StoredState;
  /** First day on which it is needed: the arrival of a visit (local date), or null. */
  readonly neededFrom: string | null;
  /** Last day on which it is needed (local date), or null. */
  readonly neededBy: string | null;
  readonly place: string | null;
  /** Last day before the statement asks whether it is still true (local date); null for one that never does. */
  readonly liveUntil: string | null;
  /** How the member shows this ask to everybody of the community; null for not at all. */
  readonly board: BoardChoice | null;
  /** What became of it, in the member's words; private unless both agree. */
  readonly story: string | null;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** Days that a statement lives before it is asked whether it is still true. */
export const LIFE_DAYS: Readonly<Record<StatementKind, number>> = { ask: 90, offer: 182 };

/** The day some days after a day or moment, in the calendar of UTC. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10);
}

export function stateOn(statement: Pick<Statement, 'state' | 'neededBy' | 'liveUntil'>, today: string): StatementState {
  const ends = [statement.neededBy, statement.liveUntil].filter((day) => day !== null);
  if (statement.state === 'open' && ends.some((day) => day < today)) return 'expired';
  return statement.state;
}
