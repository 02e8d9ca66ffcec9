import type { Language } from '../engine/engine.js';

/** What a reader can stop for themselves. `service` mails answer something the reader just did, or belong to consent: they cannot be stopped one by one. */
export const CATEGORIES = ['service', 'introductions', 'digest', 'meetups', 'invitations'] as const;
export type Category = (typeof CATEGORIES)[number];
export type StoppableCategory = Exclude<Category, 'service'>;
export const STOPPABLE = CATEGORIES.filter((category) => category !== 'service');

/** A rendered mail: what every template makes. */
export interface MailContent {
  readonly subject: string;
  /** Written by hand, complete without the html part. */
  readonly text: string;
  readonly html: string;
}

/** A mail as a room hands it over, rendered; it is carried from here on, never changed. */
export interface Mail extends MailContent {
  /** Names the one thing that is told to one person: a key that is in the outbox already is not queued a second time. */
  readonly key: string;
  /** Name of the template, such as `digest`: for the operator, for pace and for Feedback-ID. */
  readonly kind: string;
  readonly category: Category;
  /** One plain address. */
  readonly to: string;
  readonly accountId: string | null;
  /** Id of what the mail speaks of; `withdraw` takes back what has not left yet. */
  readonly about: string;
  readonly communityId: string;
  readonly communityName: string;
  readonly language: Language;
  /** After this moment the mail is no longer worth carrying. UTC, ISO 8601. */
  readonly validUntil: string;
  /** Not before this moment; at once when left out. UTC, ISO 8601. */
  readonly notBefore?: string;
  /** Where an answer goes; the community's organizer or the service when left out. */
  readonly replyTo?: string;
  /** Whether a copy with the very same bytes does less harm than a missing one (sign-in), so that a doubtful hand-over is repeated. */
  readonly repeatable?: boolean;
}

/**
 * pending → claimed (leased by a worker) → submitted (the SMTP server took it), or uncertain (it may have), failed, expired; withdrawn before it was claimed.
 * *Submitted* says nothing about arrival.
 */
export const OUTBOX_STATES = ['pending', 'claimed', 'submitted', 'uncertain', 'failed', 'expired', 'withdrawn'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];
