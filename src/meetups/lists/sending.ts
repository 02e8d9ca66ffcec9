import type { Language } from '../../engine/engine.js';
import { message } from '../../html/messages.js';

/** How many lists were queued, and why the others were not. */
export interface SendingCounts {
  readonly queued: number;
  /** Queued by an earlier press: nobody gets a second list. */
  readonly already: number;
  /** Nobody to meet: no mail. */
  readonly nothingToSay: number;
  /** No account, and the meetup states no ground on which to write. */
  readonly basisMissing: number;
  /** No account, and no address that takes mail. */
  readonly noAddress: number;
}

/** What was sent and what was not, and what would help; a sentence or two each. */
export function sendingTexts({ queued, already, nothingToSay, basisMissing, noAddress }: SendingCounts, language: Language): string[] {
  const told = message(language, 'evening.sent', { queued, already, nothing: nothingToSay, noAddress });
  return basisMissing === 0 ? [told] : [told, message(language, 'evening.sent.basis', { count: basisMissing })];
}
