import type { MeetupSheet } from './meetup-sheet.js';

/** Where a guest is when the evening has rounds or tables. */
export interface Places {
  readonly talks: readonly {
    /** Of the round, from 1. */
    readonly number: number;
    /** Minutes from the start of the first round. */
    readonly starts: number;
    readonly ends: number;
    /** Whom the guest talks to. */
    readonly name: string;
  }[];
  /** Number of the guest's table in each round of tables, from 1. */
  readonly tables: readonly number[];
}

export function placesOf({ programme }: Pick<MeetupSheet, 'programme'>, guest: string): Places {
  const { rounds = [], tables = [] } = programme ?? {};
  return {
    talks: rounds.flatMap(({ number, starts, ends, pairs }) => pairs.filter((pair) => pair.includes(guest)).map(([giver, asker]) => ({ number, starts, ends, name: giver === guest ? asker : giver }))),
    tables: tables.flatMap((round) => {
      const table = round.findIndex((seated) => seated.includes(guest));
      return table < 0 ? [] : [table + 1];
    }),
  };
}
