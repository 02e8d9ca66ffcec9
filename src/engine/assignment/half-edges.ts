import type { Pair } from './plan-rules.js';

/** Edges that a linear program takes by half, and what is known of the people at their ends. */
export interface HalfEdges {
  readonly pairs: readonly Pair[];
  /** By edge, whole. */
  readonly benefit: readonly number[];
  /** By person: whole edges they have beside the halves, and how many edges they may have. */
  readonly whole: Int32Array;
  readonly capacity: Int32Array;
  /** By person, what it is worth that they have an edge at all. */
  readonly floor: Float64Array;
}

export interface Rounded {
  /** By edge, whether it is taken. */
  readonly taken: readonly boolean[];
  /** Edges on circles of odd length, where nothing whole is as good as the halves. */
  readonly odd: readonly number[];
}

interface Trail {
  readonly edges: readonly number[];
  /** One more than edges; a closed trail ends where it starts. */
  readonly people: readonly number[];
}

/**
 * Takes every other edge along trails that use each half edge once. On open trails and on circles of even length that loses nothing:
 * both ways of alternating fit, and the halves are their mean (Balinski 1965). A circle of odd length has a person with two edges
 * taken or two left in a row; it is laid where that costs least.
 */
export function roundHalves(halves: HalfEdges): Rounded {
  const { pairs } = halves;
  const taken = pairs.map(() => false);
  const odd: number[] = [];
  // Twice the edges of each person, so that a half counts one.
  const twice = halves.whole.map((count) => 2 * count);
  for (const pair of pairs) for (const person of pair) twice[person]!++;
  for (const trail of trailsOf(pairs)) {
    if (isRound(trail) && trail.edges.length % 2 === 1) odd.push(...trail.edges);
    const { start, takesFirst } = bestWay(trail, halves, twice);
    alternate(trail, start, takesFirst, (edge, takes) => {
      taken[edge] = takes;
      for (const person of pairs[edge]!) twice[person]! += takes ? 1 : -1;
    });
  }
  return { taken, odd };
}

/** Where on a trail to start, and whether with an edge that is taken: the way that fits and is worth most. */
function bestWay(trail: Trail, { benefit, capacity, floor }: HalfEdges, twice: Int32Array): { start: number; takesFirst: boolean } {
  const { edges, people } = trail;
  const isOdd = edges.length % 2 === 1;
  const starts = isRound(trail) && isOdd ? edges.keys() : [0];
  let best = { gain: -Infinity, start: 0, takesFirst: false };
  for (const start of starts) {
    for (const takesFirst of [true, false]) {
      // Only the ends win or lose half an edge: everybody else has one edge taken and one left.
      const after = new Map<number, number>();
      const end = (person: number, takes: boolean): void => void after.set(person, (after.get(person) ?? twice[person]!) + (takes ? 1 : -1));
      if (!isRound(trail) || isOdd) {
        end(people[start]!, takesFirst);
        end(isRound(trail) ? people[start]! : people.at(-1)!, takesFirst === isOdd);
      }
      if ([...after].some(([person, count]) => count > 2 * capacity[person]!)) continue;
      let gain = [...after].reduce((sum, [person, count]) => sum + (count > 0 ? floor[person]! : 0), 0);
      alternate(trail, start, takesFirst, (edge, takes) => (gain += takes ? benefit[edge]! : 0));
      if (gain > best.gain) best = { gain, start, takesFirst };
    }
  }
  return best;
}

function alternate({ edges }: Trail, start: number, takesFirst: boolean, visit: (edge: number, takes: boolean) => void): void {
  for (let step = 0; step < edges.length; step++) visit(edges[(start + step) % edges.length]!, (step % 2 === 0) === takesFirst);
}

function isRound({ people }: Trail): boolean {
  return people[0] === people.at(-1);
}

/** Trails that walk each edge once: from odd person to odd person where there are such, else round (Hierholzer 1873). */
function trailsOf(pairs: readonly Pair[]): Trail[] {
  const at = new Map<number, number[]>();
  const add = (edge: number, pair: Pair): void => pair.forEach((person) => at.set(person, [...(at.get(person) ?? []), edge]));
  pairs.forEach((pair, edge) => add(edge, pair));
  const all = [...pairs];
  for (const component of componentsOf(pairs, at)) {
    const odd = component.filter((person) => at.get(person)!.length % 2 === 1);
    for (let i = 0; i < odd.length; i += 2) add(all.push([odd[i]!, odd[i + 1]!]) - 1, [odd[i]!, odd[i + 1]!]);
  }
  const used = all.map(() => false);
  return [...at.keys()].flatMap((start) => {
    const circuit = circuitFrom(start, all, at, used);
    return circuit.edges.length === 0 ? [] : cutAt(circuit, (edge) => edge >= pairs.length);
  });
}

function componentsOf(pairs: readonly Pair[], at: ReadonlyMap<number, readonly number[]>): number[][] {
  const seen = new Set<number>();
  return [...at.keys()].flatMap((first) => {
    if (seen.has(first)) return [];
    const component = new Set([first]);
    for (const person of component) for (const edge of at.get(person)!) pairs[edge]!.forEach((other) => component.add(other));
    component.forEach((person) => seen.add(person));
    return [[...component]];
  });
}

function circuitFrom(start: number, pairs: readonly Pair[], at: ReadonlyMap<number, number[]>, used: boolean[]): Trail {
  const [edges, people]: [number[], number[]] = [[], []];
  const stack = [{ person: start, over: -1 }];
  while (stack.length > 0) {
    const { person, over } = stack.at(-1)!;
    const open = at.get(person)!;
    while (open.length > 0 && used[open.at(-1)!]) open.pop();
    const edge = open.pop();
    if (edge === undefined) {
      stack.pop();
      people.push(person);
      if (over >= 0) edges.push(over);
    } else {
      used[edge] = true;
      const [a, b] = pairs[edge]!;
      stack.push({ person: a === person ? b : a, over: edge });
    }
  }
  return { edges, people };
}

/** The pieces of a circuit between edges that are only there to close it. */
function cutAt({ edges, people }: Trail, isCut: (edge: number) => boolean): Trail[] {
  const first = edges.findIndex(isCut);
  if (first < 0) return [{ edges, people }];
  const pieces: { edges: number[]; people: number[] }[] = [];
  for (let step = 0; step < edges.length; step++) {
    const place = (first + step) % edges.length;
    if (isCut(edges[place]!)) pieces.push({ edges: [], people: [people[place + 1]!] });
    else {
      pieces.at(-1)!.edges.push(edges[place]!);
      pieces.at(-1)!.people.push(people[place + 1]!);
    }
  }
  return pieces.filter((piece) => piece.edges.length > 0);
}
