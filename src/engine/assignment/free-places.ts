/** A plan of pairs that is to be mended in place. */
export interface LoosePlan {
  readonly people: number;
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly benefit: Float64Array;
  /** 1 for a pair that may be taken or left. */
  readonly open: Uint8Array;
  /** 1 for a pair in the plan. */
  readonly plan: Uint8Array;
  /** Pairs each person may yet have besides those in the plan. */
  readonly room: Int32Array;
  /** Pairs each person has. */
  readonly count: Int32Array;
}

/** A free place that has moved to a person: over a pair taken and a pair left. */
interface Move {
  readonly gain: number;
  readonly taken: number;
  readonly left: number;
  readonly before: Move | undefined;
}

/** How often a place moves on: of what is to be gained at all, nearly everything is gained by then. */
const MOST_MOVES = 6;
/** How many people, those where it gained most, it moves on from at once. */
const WIDEST = 50;

/**
 * Moves free places to where they cost least, along trails that take a pair and leave the next by turns, and closes two of them by a pair
 * where that gains; nobody loses their only pair. The alternating walks of matching theory (Berge 1957) without blossoms: what they
 * miss, the proof of the plan shows as a gap.
 */
export function moveFreePlaces(loose: LoosePlan, starts: readonly number[]): void {
  const pairsAt = Array.from({ length: loose.people }, (): number[] => []);
  loose.open.forEach((is, pair) => {
    if (is === 1) for (const person of [loose.first[pair]!, loose.second[pair]!]) pairsAt[person]!.push(pair);
  });
  for (const start of starts) while (loose.room[start]! > 0 && moveFrom(loose, pairsAt, start));
}

function moveFrom(loose: LoosePlan, pairsAt: readonly (readonly number[])[], start: number): boolean {
  const { benefit, plan, room, count } = loose;
  const across = (pair: number, person: number): number => loose.first[pair]! + loose.second[pair]! - person;
  const reached = new Map<number, Move | undefined>([[start, undefined]]);
  let best: Move | undefined;
  const offer = (move: Move): void => void (move.gain > (best?.gain ?? 0) && isTrail(move) && (best = move));
  let front = [start];
  for (let moves = 0; moves <= MOST_MOVES; moves++) {
    const next = new Set<number>();
    for (const person of front) {
      const before = reached.get(person);
      const sofar = before?.gain ?? 0;
      for (const taken of pairsAt[person]!) {
        if (plan[taken] === 1) continue;
        const other = across(taken, person);
        const gain = sofar + benefit[taken]!;
        if (room[other]! > 0 && other !== start) offer({ gain, taken, left: -1, before });
        for (const left of pairsAt[other]!) {
          const to = across(left, other);
          if (plan[left] === 0 || to === person || count[to]! < 2) continue;
          const move = { gain: gain - benefit[left]!, taken, left, before };
          if (to === start || (reached.has(to) && (reached.get(to)?.gain ?? 0) >= move.gain)) continue;
          reached.set(to, move);
          next.add(to);
          offer(move);
        }
      }
    }
    front = [...next].sort((a, b) => reached.get(b)!.gain - reached.get(a)!.gain || a - b).slice(0, WIDEST);
  }
  for (let move = best; move !== undefined; move = move.before) {
    flip(loose, move.taken, 1);
    if (move.left >= 0) flip(loose, move.left, 0);
  }
  return best !== undefined;
}

function flip({ plan, room, count, first, second }: LoosePlan, pair: number, to: 0 | 1): void {
  plan[pair] = to;
  for (const person of [first[pair]!, second[pair]!]) {
    room[person]! += to === 1 ? -1 : 1;
    count[person]! += to === 1 ? 1 : -1;
  }
}

/** Whether the moves use no pair twice. */
function isTrail(last: Move): boolean {
  const used = new Set<number>();
  for (let move: Move | undefined = last; move !== undefined; move = move.before) {
    for (const pair of [move.taken, move.left]) {
      if (pair >= 0 && used.has(pair)) return false;
      used.add(pair);
    }
  }
  return true;
}
