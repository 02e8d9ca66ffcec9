import { FEWEST_SEATS, ringOf, roundsOf, tablesOf, type PlanEdge } from '../engine/engine.js';
import { DomainError } from '../errors.js';
import type { Room } from './room.js';

/** What of an evening is wanted; what is left out is not made. */
export interface ProgrammeWishes {
  /** Length of a 1:1 round. */
  readonly roundMinutes?: number;
  /** Seats at a table, 3 to 8. */
  readonly seats?: number;
  readonly tableRounds: number;
  readonly ring: boolean;
}

/** A guest as they are called out; the address tells two of the same name apart. */
export interface CalledGuest {
  readonly name: string;
  readonly email: string;
}

export interface TimedRound {
  /** From 1. */
  readonly number: number;
  /** Minutes from the start of the first round. */
  readonly starts: number;
  readonly ends: number;
  /** The giver first (P1). */
  readonly pairs: readonly (readonly [CalledGuest, CalledGuest])[];
  /** Who has a talk at all, but none now. */
  readonly pausing: readonly CalledGuest[];
}

export interface RingAsk extends CalledGuest {
  readonly asks: readonly string[];
  /** At most three, best first; nobody where it is to be asked openly. */
  readonly helpers: readonly (CalledGuest & { readonly offer: string; readonly affinity: number })[];
}

/** How the evening goes; only what was wanted is there. */
export interface Programme {
  readonly rounds?: readonly TimedRound[];
  /** By round, the tables with their people in the order in which they sit. */
  readonly tables?: readonly (readonly (readonly CalledGuest[])[])[];
  /** In the order in which the asks are read out; those that nobody is known to help come last. */
  readonly ring?: readonly RingAsk[];
}

/** Who is brought together: as planned, or as somebody changed it. */
interface PlannedPairs {
  readonly introductions: readonly PlanEdge[];
}

/** Between two rounds, to find the next partner. */
const PAUSE_MINUTES = 2;

/** @throws not-possible where there are too few guests for a table */
export function programmeOf(room: Room, plan: PlannedPairs, { roundMinutes, seats, tableRounds, ring }: ProgrammeWishes): Programme {
  return {
    ...(roundMinutes !== undefined && { rounds: timedRounds(room, plan, roundMinutes) }),
    ...(seats !== undefined && { tables: seatedTables(room, plan, seats, tableRounds) }),
    ...(ring && { ring: ringAsks(room) }),
  };
}

function called({ people }: Room, person: number): CalledGuest {
  const { name, email } = people[person]!;
  return { name, email };
}

function timedRounds(room: Room, { introductions }: PlannedPairs, minutes: number): TimedRound[] {
  const { rounds } = roundsOf({ people: room.people.length, introductions, minutes, pause: PAUSE_MINUTES });
  return rounds.map(({ starts, ends, meetings, free }, i) => ({
    number: i + 1,
    starts,
    ends,
    pairs: meetings.map(({ introductions: [first] }) => {
      const { giver, asker } = introductions[first!]!;
      return [called(room, giver), called(room, asker)] as const;
    }),
    pausing: free.map((person) => called(room, person)),
  }));
}

function seatedTables(room: Room, { introductions }: PlannedPairs, seats: number, rounds: number): CalledGuest[][][] {
  const people = room.people.length;
  if (people < FEWEST_SEATS) throw new DomainError('not-possible', `A table needs at least ${FEWEST_SEATS} guests, and the list has ${people}. Leave out --tables.`);
  return tablesOf({ people, seats, rounds, edges: introductions }).rounds.map((tables) => tables.map((table) => table.map((person) => called(room, person))));
}

function ringAsks(room: Room): RingAsk[] {
  const { people, servings, request } = room;
  const { turns, unserved } = ringOf({ ...request, forbidden: request.rules?.forbidden ?? [] });
  const ask = (asker: number, helpers: RingAsk['helpers']): RingAsk => ({ ...called(room, asker), asks: people[asker]!.asks, helpers });
  return [
    ...turns.map(({ asker, helpers }) =>
      ask(
        asker,
        helpers.map(({ giver, affinity, edge }) => ({ ...called(room, giver), offer: servings[edge!]!.offer.text, affinity })),
      ),
    ),
    ...unserved.map(({ asker }) => ask(asker, [])),
  ];
}
