import type { PlanEdge } from './plan-rules.js';

export const FEWEST_SEATS = 3;
export const MOST_SEATS = 8;

export interface TablesRequest {
  /** At least 3. */
  readonly people: number;
  /** Wanted seats at a table, 3 to 8; some tables have one less where the people do not fill them, or one or two more where there are very few. */
  readonly seats: number;
  readonly rounds: number;
  /** Planned introductions, or any affinities: whom it is good to have at one table. */
  readonly edges: readonly PlanEdge[];
}

export interface Tables {
  /** By round, the tables; people in the order in which they sit round it, those who help each other side by side. */
  readonly rounds: readonly (readonly (readonly number[])[])[];
  /** How many edges have both people at one table in some round, and the sum of their affinities. */
  readonly together: number;
  readonly affinity: number;
  /** How often two people sit together again, in all rounds. */
  readonly repeats: number;
}

/** Outweighs whatever affinity a person can find at a table: 7 others, 2 each. */
const REPEAT = 16;
/** A sweep rarely changes anything after the fifth. */
const MOST_SWEEPS = 12;

/**
 * Tables for several rounds: people of introductions come together, and people who sat together do not again as far as possible.
 * Each round starts from a Latin arrangement, which seats few people together twice while the tables are more than their seats, and is improved by
 * exchanges of two people until none gains (local search; the social golfer problem has no known good exact method). Deterministic.
 *
 * @throws RangeError for fewer than 3 people, for tables of other than 3 to 8, for fewer rounds than one
 */
export function tablesOf({ people, seats, rounds, edges }: TablesRequest): Tables {
  if (people < FEWEST_SEATS) throw new RangeError(`A table needs at least ${FEWEST_SEATS} people, and there are ${people}.`);
  if (!Number.isInteger(seats) || seats < FEWEST_SEATS || seats > MOST_SEATS) throw new RangeError(`A table has ${FEWEST_SEATS} to ${MOST_SEATS} seats, not ${seats}.`);
  if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError(`There is at least one round, not ${rounds}.`);
  const count = Math.min(Math.ceil(people / seats), Math.floor(people / FEWEST_SEATS));
  const acquaintance = new Acquaintance(people, edges);
  let repeats = 0;
  const arranged = Array.from({ length: rounds }, (_, round) => {
    const tableOf = Int32Array.from({ length: people }, (__, person) => (person + round * Math.floor(person / count)) % count);
    improve(tableOf, count, acquaintance);
    const tables = membersOf(tableOf, count).map((table) => seated(table, acquaintance));
    repeats += acquaintance.meet(tables);
    return tables;
  });
  const met = edges.filter(({ giver, asker }) => acquaintance.timesOf(giver, asker) > 0);
  return { rounds: arranged, together: met.length, affinity: met.reduce((sum, { affinity }) => sum + affinity, 0), repeats };
}

/** What it is worth that two people sit at one table: their affinities the first time, less than nothing from then on. */
class Acquaintance {
  private readonly affinity: readonly Map<number, number>[];
  private readonly times: readonly Map<number, number>[];

  constructor(people: number, edges: readonly PlanEdge[]) {
    [this.affinity, this.times] = [Array.from({ length: people }, () => new Map()), Array.from({ length: people }, () => new Map())];
    for (const { giver, asker, affinity } of edges) for (const [a, b] of [[giver, asker] as const, [asker, giver] as const]) this.affinity[a]!.set(b, (this.affinity[a]!.get(b) ?? 0) + affinity);
  }

  timesOf(a: number, b: number): number {
    return this.times[a]!.get(b) ?? 0;
  }

  worth(a: number, b: number): number {
    const times = this.timesOf(a, b);
    return times > 0 ? -REPEAT * times : (this.affinity[a]!.get(b) ?? 0);
  }

  /** What a table is worth to a person, somebody else's seat being empty. */
  worthAt(person: number, table: readonly number[], without: number): number {
    return table.reduce((sum, other) => sum + (other === person || other === without ? 0 : this.worth(person, other)), 0);
  }

  /** Whom a person would like to sit with and has not yet. */
  wishesOf(person: number): number[] {
    return [...this.affinity[person]!.keys()].filter((other) => this.timesOf(person, other) === 0).sort((a, b) => a - b);
  }

  /** Notes who sat together; how many of them did so before. */
  meet(tables: readonly (readonly number[])[]): number {
    let again = 0;
    for (const table of tables) {
      for (const a of table) {
        for (const b of table) {
          if (a === b) continue;
          const times = this.timesOf(a, b);
          if (times > 0 && a < b) again++;
          this.times[a]!.set(b, times + 1);
        }
      }
    }
    return again;
  }
}

/** Exchanges people of different tables as long as that gains. */
function improve(tableOf: Int32Array, count: number, acquaintance: Acquaintance): void {
  const tables = membersOf(tableOf, count);
  for (let sweep = 0, moved = true; moved && sweep < MOST_SWEEPS; sweep++) {
    moved = false;
    for (let person = 0; person < tableOf.length; person++) moved = exchange(person, tableOf, tables, acquaintance) || moved;
  }
}

/** Brings a person to a better table by the exchange that gains most; those who meet somebody again look at all tables. */
function exchange(person: number, tableOf: Int32Array, tables: number[][], acquaintance: Acquaintance): boolean {
  const from = tableOf[person]!;
  const isRepeated = tables[from]!.some((other) => other !== person && acquaintance.timesOf(person, other) > 0);
  const wished = isRepeated ? [...tables.keys()] : [...new Set(acquaintance.wishesOf(person).map((other) => tableOf[other]!))];
  let best = { gain: 1e-9, other: -1 };
  for (const to of wished) {
    if (to === from) continue;
    for (const other of tables[to]!) {
      const after = acquaintance.worthAt(person, tables[to]!, other) + acquaintance.worthAt(other, tables[from]!, person);
      const before = acquaintance.worthAt(person, tables[from]!, person) + acquaintance.worthAt(other, tables[to]!, other);
      if (after - before > best.gain) best = { gain: after - before, other };
    }
  }
  if (best.other < 0) return false;
  const to = tableOf[best.other]!;
  tables[from]!.splice(tables[from]!.indexOf(person), 1, best.other);
  tables[to]!.splice(tables[to]!.indexOf(best.other), 1, person);
  [tableOf[person], tableOf[best.other]] = [to, from];
  return true;
}

/** People of a table in an order in which neighbours are worth most to each other, the first one staying: exchanges of two seats. */
function seated(table: readonly number[], acquaintance: Acquaintance): number[] {
  const seats = [...table].sort((a, b) => a - b);
  const worth = (): number => seats.reduce((sum, person, i) => sum + acquaintance.worth(person, seats[(i + 1) % seats.length]!), 0);
  for (let best = worth(), moved = true; moved;) {
    moved = false;
    for (let a = 1; a < seats.length; a++) {
      for (let b = a + 1; b < seats.length; b++) {
        [seats[a], seats[b]] = [seats[b]!, seats[a]!];
        const now = worth();
        if (now > best + 1e-9) [best, moved] = [now, true];
        else [seats[a], seats[b]] = [seats[b]!, seats[a]!];
      }
    }
  }
  return seats;
}

function membersOf(tableOf: Int32Array, count: number): number[][] {
  const tables = Array.from({ length: count }, (): number[] => []);
  tableOf.forEach((table, person) => tables[table]!.push(person));
  return tables;
}
