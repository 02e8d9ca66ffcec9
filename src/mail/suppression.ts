import { createHmac, timingSafeEqual } from 'node:crypto';

import { STOPPABLE, type Category, type StoppableCategory } from './mail.js';

/** Why an address gets no mail: a mailbox that does not exist, a reader who called a mail spam, one who wants none. */
export type SuppressionReason = 'bounced' | 'complained' | 'unsubscribed-all';

/** What a link of a mail stops: one category for one reader. */
export interface Subscription {
  readonly subject: string;
  readonly category: StoppableCategory;
}

/** Service mails answer the reader's own doing; only a mailbox that is not there stops them. */
export function stops(reason: SuppressionReason, category: Category): boolean {
  return category !== 'service' || reason === 'bounced';
}

/** Addresses that reach the same mailbox in practice have one hash. */
export function addressHash(secret: string, address: string): string {
  return createHmac('sha256', secret)
    .update(`address:${address.normalize('NFC').trim().toLowerCase()}`)
    .digest('hex');
}

/** The account; where the reader has none, the hash of the address. */
export function subjectOf(secret: string, { accountId, recipient }: { readonly accountId: string | null; readonly recipient: string }): string {
  return accountId ?? addressHash(secret, recipient);
}

/** Proves by itself that this install wrote it, so that a million mails need no row each, and never runs out. */
export function tokenOf(secret: string, { subject, category }: Subscription): string {
  return `${subject}.${category}.${seal(secret, subject, category)}`;
}

/** Undefined where this install did not write the token. */
export function readToken(secret: string, token: string): Subscription | undefined {
  const [subject = '', name = '', given = '', ...more] = token.split('.');
  const category = STOPPABLE.find((known) => known === name);
  if (category === undefined || more.length > 0) return undefined;
  const [expected, told] = [Buffer.from(seal(secret, subject, category)), Buffer.from(given)];
  return expected.length === told.length && timingSafeEqual(expected, told) ? { subject, category } : undefined;
}

function seal(secret: string, subject: string, category: Category): string {
  return createHmac('sha256', secret).update(`unsubscribe:${subject}:${category}`).digest('base64url').slice(0, SEAL_LENGTH);
}

/** In base64url characters: 132 bits. */
const SEAL_LENGTH = 22;
