import type { IntroList } from './intro-list.js';
import { harmlessCsv } from './paper/introductions.csv.js';
import type { CalledGuest, Programme } from './programme.js';

const COLUMNS = ['guest', 'guest email', 'side', 'name', 'email', 'ask', 'offer', 'affinity', 'reason'];

/**
 * An intro list as CSV, a row for each guest and each side of an introduction: whom they can help stands first (P1). Column names are English, as
 * they are read by programs. Where the evening has rounds or tables, `round` tells when the two talk, and rows of the side `table` tell where each
 * guest sits in each round.
 */
export function introListCsv({ guests }: IntroList, { rounds, tables }: Programme): string {
  const isPlanned = rounds !== undefined || tables !== undefined;
  const talk = new Map(
    (rounds ?? []).flatMap(({ number, pairs }) => pairs.flatMap(([one, other]) => [[`${keyOf(one)}\n${keyOf(other)}`, number] as const, [`${keyOf(other)}\n${keyOf(one)}`, number] as const])),
  );
  const seats = (tables ?? []).map((round) => new Map(round.flatMap((seated, table) => seated.map((guest) => [keyOf(guest), table + 1] as const))));
  const rows = guests.flatMap((guest) => {
    const sides = (['give', 'receive'] as const).flatMap((side) =>
      guest[side].map((one) => {
        const { name, email, ask, offer, affinity, reason } = one;
        return [guest.name, guest.email, side, name, email, ask, offer, affinity.toFixed(3), reason, ...(isPlanned ? [talk.get(`${keyOf(guest)}\n${keyOf(one)}`) ?? '', ''] : [])];
      }),
    );
    return [...sides, ...seats.map((tableOf, round) => [guest.name, guest.email, 'table', '', '', '', '', '', '', round + 1, tableOf.get(keyOf(guest)) ?? ''])];
  });
  return harmlessCsv([[...COLUMNS, ...(isPlanned ? ['round', 'table'] : [])], ...rows]);
}

function keyOf({ name, email }: CalledGuest): string {
  return `${name}\n${email}`;
}
