import type { Language } from '../engine/engine.js';
import type { TextFault } from '../plain-text.js';

export const ROLES = ['member', 'organizer', 'admin'] as const;
/** `organizer` of a community; `admin` looks after the install. */
export type Role = (typeof ROLES)[number];

/** A person with a confirmed address. What others see of them is their member's profile, not this. */
export interface Account {
  readonly id: string;
  /** As the person wrote it. */
  readonly address: string;
  readonly language: Language;
  /** Whether German texts say "Sie". */
  readonly formal: boolean;
  readonly createdAt: string;
}

/** In which community an account is which member, and with which role. */
export interface Membership {
  readonly communityId: string;
  readonly memberId: string;
  readonly accountId: string;
  readonly role: Role;
}

/** Addresses that reach the same mailbox in practice: NFC, without case. */
export function addressKey(address: string): string {
  return address.normalize('NFC').trim().toLowerCase();
}

const LOCAL_PART = /^[^\s\p{Cc}"'(),:;<>@[\\\]`]{1,64}$/u;
const DOMAIN_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u;
/** RFC 5321, 4.5.3.1.3, without the angle brackets. In bytes. */
const LONGEST_ADDRESS = 254;

/** What is wrong with an address, or undefined. One plain address on a named host: no display name, no quotes, no address literal. */
export function addressFault(address: string): TextFault | undefined {
  const [local = '', domain = '', ...rest] = address.split('@');
  const labels = domain.split('.');
  const isPlain = rest.length === 0 && LOCAL_PART.test(local) && !/^\.|\.\.|\.$/u.test(local);
  const isNamed = labels.every((label) => DOMAIN_LABEL.test(label)) && (domain === 'localhost' || (labels.length > 1 && !/^\d+$/u.test(labels.at(-1)!)));
  if (isPlain && isNamed && Buffer.byteLength(address) <= LONGEST_ADDRESS) return undefined;
  return { code: 'invalid-address', detail: 'Please write one plain address, such as nina@example.org.' };
}

/** An address that its owner recognizes and a stranger learns little from. */
export function maskedAddress(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  return `${[...local][0] ?? ''}…@${domain}`;
}
