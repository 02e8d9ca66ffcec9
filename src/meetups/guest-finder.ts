import { fold } from '../engine/engine.js';
import type { Attendee } from './attendees.js';
import { mailboxOf } from './guest-list/people.js';

/** All guests of a list who are called so: by name in any spelling of letters, or by address. */
export type GuestFinder = (words: string) => readonly Attendee[];

export function guestFinder(attendees: readonly Attendee[]): GuestFinder {
  const called = new Map<string, Attendee[]>();
  for (const attendee of attendees) {
    const keys = new Set([keyOf(attendee.name), ...(attendee.email === '' ? [] : [keyOf(attendee.email)])]);
    for (const key of keys) called.set(key, [...(called.get(key) ?? []), attendee]);
  }
  return (words) => called.get(keyOf(words)) ?? [];
}

function keyOf(words: string): string {
  const trimmed = words.trim();
  return trimmed.includes('@') ? mailboxOf(trimmed) : fold(trimmed).replace(/\s+/gu, ' ');
}
