import type { Pair } from './plan-rules.js';

const FREE = -1;
/** Most pairs find a colour at once, nearly all others within a few hundred turns. */
const MOST_TURNS = 2_000;

/**
 * Gives each pair of people a colour such that no person has two pairs of the same colour, with as many colours as the busiest person has
 * pairs, or one more (Vizing 1964). Where both people of a pair have no free colour in common, a chain of two colours is turned (Kempe), and
 * other chains before it where it leads from one to the other; where this finds no end with the fewest colours, all is coloured anew with
 * one more by the fans of Misra and Gries (1992), which never fails.
 *
 * @param pairs no pair twice
 * @returns the colour of each pair, from 0
 */
export function colourEdges(people: number, pairs: readonly Pair[]): Int32Array {
  const busiest = degreesOf(people, pairs).reduce((most, degree) => Math.max(most, degree), 0);
  const few = new Colouring(people, pairs, busiest);
  if (pairs.every((_, pair) => few.colourByTurning(pair))) return few.colour;
  const more = new Colouring(people, pairs, busiest + 1);
  pairs.forEach((_, pair) => more.colourByFan(pair));
  return more.colour;
}

/** In how many pairs each person is. */
export function degreesOf(people: number, pairs: readonly Pair[]): Int32Array {
  const degrees = new Int32Array(people);
  for (const pair of pairs) for (const person of pair) degrees[person]!++;
  return degrees;
}

/** One of several, the same for the same turn: a multiplicative hash (Knuth) stands for chance, so that nothing goes round and round. */
function pick<T>(several: readonly T[], turn: number): T {
  return several[(Math.imul(turn, 0x9e3779b1) >>> 16) % several.length]!;
}

class Colouring {
  readonly colour: Int32Array;
  /** By person and colour, the pair of that colour. */
  private readonly pairOf: Int32Array;

  constructor(
    people: number,
    private readonly pairs: readonly Pair[],
    private readonly colours: number,
  ) {
    this.colour = new Int32Array(pairs.length).fill(FREE);
    this.pairOf = new Int32Array(people * colours).fill(FREE);
  }

  /** Whether the pair could be coloured, after other chains of one of its ends were turned where needed. */
  colourByTurning(pair: number): boolean {
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      if (this.colourByChain(pair)) return true;
      const person = this.pairs[pair]![turn % 2]!;
      const free = pick(this.freeAt(person), turn);
      const other = pick(
        Array.from({ length: this.colours }, (_, colour) => colour).filter((colour) => !this.isFree(person, colour)),
        turn + pair,
      );
      this.turn(person, other, free);
    }
    return false;
  }

  /** Whether the pair could be coloured by a colour free at both ends, turning one chain where needed. */
  private colourByChain(pair: number): boolean {
    const [a, b] = this.pairs[pair]!;
    for (const ofA of this.freeAt(a)) {
      for (const ofB of this.freeAt(b)) {
        if (ofA !== ofB && this.chain(b, ofA, ofB).end === a) continue;
        if (ofA !== ofB) this.turn(b, ofA, ofB);
        this.set(pair, ofA);
        return true;
      }
    }
    return false;
  }

  /** Colours the pair with one colour more than anybody has pairs: rotates a fan around its first person. */
  colourByFan(pair: number): void {
    const centre = this.pairs[pair]![0];
    const fan = this.fanOf(centre, pair);
    const ofCentre = this.freeAt(centre)[0]!;
    const ofLast = this.freeAt(this.other(fan.at(-1)!, centre))[0]!;
    if (ofCentre !== ofLast) this.turn(centre, ofLast, ofCentre);
    // The turned chain may have spoiled the end of the fan: what is left of it up to the first one who has the colour free will do.
    const end = fan.findIndex((spoke, i) => this.isFree(this.other(spoke, centre), ofLast) && this.isFan(centre, fan.slice(0, i + 1)));
    for (let i = 0; i < end; i++) {
      const next = this.colour[fan[i + 1]!]!;
      this.clear(fan[i + 1]!);
      this.set(fan[i]!, next);
    }
    this.set(fan[end]!, ofLast);
  }

  /** The longest chain of pairs around a person in which each pair's colour is free at the outer person of the one before. */
  private fanOf(centre: number, first: number): number[] {
    const fan = [first];
    const spokes = Array.from({ length: this.colours }, (_, colour) => this.at(centre, colour)).filter((pair) => pair !== FREE);
    for (;;) {
      const outer = this.other(fan.at(-1)!, centre);
      const next = spokes.find((spoke) => !fan.includes(spoke) && this.isFree(outer, this.colour[spoke]!));
      if (next === undefined) return fan;
      fan.push(next);
    }
  }

  private isFan(centre: number, fan: readonly number[]): boolean {
    return fan.every((spoke, i) => i === 0 || this.isFree(this.other(fan[i - 1]!, centre), this.colour[spoke]!));
  }

  private freeAt(person: number): number[] {
    return Array.from({ length: this.colours }, (_, colour) => colour).filter((colour) => this.isFree(person, colour));
  }

  private isFree(person: number, colour: number): boolean {
    return this.at(person, colour) === FREE;
  }

  private at(person: number, colour: number): number {
    return this.pairOf[person * this.colours + colour]!;
  }

  private other(pair: number, person: number): number {
    const [a, b] = this.pairs[pair]!;
    return a === person ? b : a;
  }

  /** The pairs of two colours by turns, from a person who lacks one of them. */
  private chain(person: number, first: number, second: number): { readonly pairs: number[]; readonly end: number } {
    const pairs: number[] = [];
    for (let [colour, next] = [first, second]; ; [colour, next] = [next, colour]) {
      const pair = this.at(person, colour);
      if (pair === FREE) return { pairs, end: person };
      pairs.push(pair);
      person = this.other(pair, person);
    }
  }

  private turn(person: number, first: number, second: number): void {
    const { pairs } = this.chain(person, first, second);
    const turned = pairs.map((pair) => (this.colour[pair] === first ? second : first));
    pairs.forEach((pair) => this.clear(pair));
    pairs.forEach((pair, i) => this.set(pair, turned[i]!));
  }

  private set(pair: number, colour: number): void {
    this.colour[pair] = colour;
    for (const person of this.pairs[pair]!) this.pairOf[person * this.colours + colour] = pair;
  }

  private clear(pair: number): void {
    for (const person of this.pairs[pair]!) this.pairOf[person * this.colours + this.colour[pair]!] = FREE;
    this.colour[pair] = FREE;
  }
}
