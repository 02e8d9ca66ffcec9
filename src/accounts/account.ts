import type { Language } from '../engine/engine.js';

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
