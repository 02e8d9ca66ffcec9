import type { Role } from '../accounts/account.js';
import type { Language } from '../engine/engine.js';

/** What somebody who joins says about themselves. */
export interface JoinDraft {
  readonly name: string;
  /** The preferred one first: mails are written in it. */
  readonly languages: Language[];
  /** Whether German and Spanish texts address them formally. */
  readonly formal: boolean;
  readonly ask: string | null;
  readonly offer: string | null;
  readonly role: Role;
  /** New name of the community, where its first organizer comes in; null else. */
  readonly communityName: string | null;
}

/** Days that a wish to join waits for its confirmation. */
export const JOIN_DAYS = 7;
