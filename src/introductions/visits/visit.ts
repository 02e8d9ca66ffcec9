import type { BoardChoice, Statement } from '../../members/statement.js';
import { daysAfter } from '../../members/statement.js';

export interface VisitDraft {
  readonly text: string;
  readonly place: string;
  /** First day, YYYY-MM-DD. */
  readonly from: string;
  /** Last day. */
  readonly to: string;
  readonly board?: BoardChoice | null | undefined;
}

/** A visit: an ask bound to a place and days; it ends by itself with its last day. */
export type Visit = Statement & { readonly place: string; readonly neededFrom: string; readonly neededBy: string };

/** Longer stays are no visits, later ones are not planned yet. */
export const LONGEST_DAYS = 60;
const LATEST_DAYS = 366;

export type VisitFault = 'backwards' | 'over' | 'too-far' | 'too-long';

/** What is wrong with the days of a visit, or undefined. */
export function visitFault({ from, to }: Pick<VisitDraft, 'from' | 'to'>, today: string): VisitFault | undefined {
  if (to < from) return 'backwards';
  if (to < today) return 'over';
  if (from > daysAfter(today, LATEST_DAYS)) return 'too-far';
  return to > daysAfter(from, LONGEST_DAYS) ? 'too-long' : undefined;
}

export function isVisit(ask: Statement): ask is Visit {
  return ask.place !== null && ask.neededFrom !== null && ask.neededBy !== null;
}
