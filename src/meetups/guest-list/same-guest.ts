import { fold } from '../../engine/engine.js';
import type { GuestRow } from './guest-rows.js';
import { mailboxOf } from './people.js';
import type { RowNote } from './row-notes.js';

/** A guest of the list, with all rows that speak of the same person. */
export interface PreviewedGuest extends Omit<GuestRow, 'row'> {
  /** The first is the one whose name and company are kept. */
  readonly rows: readonly [number, ...number[]];
}

/**
 * Joins the rows of one person: told by the address whatever its spelling, or, where there is none, by the same name with the same words.
 * The first row stays; what later rows say in addition is added to it.
 */
export function joinSameGuests(rows: readonly GuestRow[], emailColumn: string | undefined): { readonly guests: PreviewedGuest[]; readonly notes: RowNote[] } {
  const guests = new Map<string, PreviewedGuest>();
  const notes: RowNote[] = [];
  for (const { row, ...guest } of rows) {
    const key = keyOf(guest);
    const before = guests.get(key);
    guests.set(key, before === undefined ? { ...guest, rows: [row] } : joined(before, guest, row));
    if (before !== undefined) notes.push({ code: 'double-row', row, ...(emailColumn !== undefined && guest.email !== '' && { column: emailColumn }), values: { first: before.rows[0] } });
  }
  return { guests: [...guests.values()], notes };
}

function keyOf({ name, email, asks, offers }: Omit<GuestRow, 'row'>): string {
  return email === '' ? JSON.stringify([fold(name), asks.map(fold), offers.map(fold)]) : mailboxOf(email);
}

function joined(before: PreviewedGuest, again: Omit<GuestRow, 'row'>, row: number): PreviewedGuest {
  return {
    ...before,
    name: before.name || again.name,
    company: before.company || again.company,
    asks: [...new Set([...before.asks, ...again.asks])],
    offers: [...new Set([...before.offers, ...again.offers])],
    // Whoever said no once is asked again, not overruled.
    consents: before.consents === undefined ? again.consents : before.consents && again.consents !== false,
    day: before.day ?? again.day,
    rows: [...before.rows, row],
  };
}
