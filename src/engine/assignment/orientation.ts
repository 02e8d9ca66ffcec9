import type { Pair } from './plan-rules.js';

/** Which of two people helps the other, for pairs that must meet either way: by pair, whether the first one gives. */
export type Orientation = { readonly kind: 'oriented'; readonly firstGives: readonly boolean[] } | TooTight;

/** Pairs, by their places in the list, that cannot all hold, and the people whose limits are in the way. */
interface TooTight {
  readonly kind: 'too tight';
  readonly pairs: readonly number[];
  readonly people: readonly number[];
  readonly limits: readonly Limit[];
}

type Limit = 'given' | 'received';

/**
 * Gives each pair a direction such that nobody gives or receives more than they may, or says which pairs leave no room for that.
 * Whoever is over a limit passes one on along a chain of pairs to somebody below it; where no chain leads to such a person, the people
 * along the chains have fewer places together than pairs among them (Hakimi 1965; Frank and Gyarfas 1978).
 */
export function orient(pairs: readonly Pair[], given: ArrayLike<number>, received: ArrayLike<number>): Orientation {
  const firstGives = pairs.map(() => true);
  const at = new Map<number, number[]>();
  pairs.forEach((pair, index) => pair.forEach((person) => at.set(person, [...(at.get(person) ?? []), index])));
  const people = [...at.keys()].sort((a, b) => a - b);
  const giverOf = (index: number): number => pairs[index]![firstGives[index]! ? 0 : 1];
  const askerOf = (index: number): number => pairs[index]![firstGives[index]! ? 1 : 0];
  const gives = (person: number): number => at.get(person)!.filter((index) => giverOf(index) === person).length;
  const receives = (person: number): number => at.get(person)!.length - gives(person);

  /** Turns the pairs of a chain from one who has too many to one who has room; else the people the chains reach. */
  const relieve = (from: number, near: typeof giverOf, far: typeof askerOf, hasRoom: (person: number) => boolean): number[] | undefined => {
    const reached = new Map<number, number | undefined>([[from, undefined]]);
    for (const person of reached.keys()) {
      if (person !== from && hasRoom(person)) {
        let index = reached.get(person);
        while (index !== undefined) {
          const before = near(index);
          firstGives[index] = !firstGives[index];
          index = reached.get(before);
        }
        return undefined;
      }
      for (const index of at.get(person)!) if (near(index) === person && !reached.has(far(index))) reached.set(far(index), index);
    }
    return [...reached.keys()];
  };

  const tight = (inTheWay: readonly number[], limit: Limit): Orientation => {
    const within = new Set(inTheWay);
    return { kind: 'too tight', pairs: pairs.flatMap((pair, index) => (pair.every((person) => within.has(person)) ? [index] : [])), people: [...within].sort((a, b) => a - b), limits: [limit] };
  };
  for (const person of people) {
    if (at.get(person)!.length > given[person]! + received[person]!) return { kind: 'too tight', pairs: at.get(person)!, people: [person], limits: ['given', 'received'] };
  }
  for (const person of people) {
    while (gives(person) > given[person]!) {
      const inTheWay = relieve(person, giverOf, askerOf, (other) => gives(other) < given[other]!);
      if (inTheWay) return tight(inTheWay, 'given');
    }
  }
  for (const person of people) {
    while (receives(person) > received[person]!) {
      const inTheWay = relieve(person, askerOf, giverOf, (other) => receives(other) < received[other]!);
      if (inTheWay) return tight(inTheWay, 'received');
    }
  }
  return { kind: 'oriented', firstGives };
}
