import { BUCKETS, sparseVector, hashed, type SparseVector } from './sparse-vector.js';

const SIZES = [3, 4, 5];

const MEMO_LIMIT = 50_000;

interface WeightedWord {
  readonly text: string;
  readonly weight: number;
}

/** Turns words into a vector of their character grams, as hashed ids: weight x sublinear frequency x rarity in everyday words. They forgive typos and meet cognates. */
export class GramVectors {
  private readonly memo = new Map<string, Int32Array>();
  /** Scratch for one text at a time, all zero in between. */
  private readonly weights = new Float32Array(BUCKETS);
  private readonly counts = new Uint16Array(BUCKETS);

  /** @param shares how often each gram stands in everyday words, see `gramShares` */
  constructor(private readonly shares: Float32Array) {}

  of(words: readonly WeightedWord[]): SparseVector {
    const { weights, counts, shares } = this;
    const touched: number[] = [];
    for (const { text, weight } of words) {
      if (weight <= 0) continue;
      for (const id of this.gramsOf(text)) {
        if (counts[id]!++ === 0) touched.push(id);
        if (weight > weights[id]!) weights[id] = weight;
      }
    }
    const vector = sparseVector(Int32Array.from(touched), (id) => weights[id]! * (1 + Math.log(counts[id]!)) * -Math.log(Math.min(1, shares[id]! + FLOOR)));
    for (const id of touched) {
      weights[id] = 0;
      counts[id] = 0;
    }
    return vector;
  }

  private gramsOf(text: string): Int32Array {
    let grams = this.memo.get(text);
    if (grams === undefined) {
      if (this.memo.size >= MEMO_LIMIT) this.memo.clear();
      grams = Int32Array.from(eachGram(text));
      this.memo.set(text, grams);
    }
    return grams;
  }
}

/** Grams within the bounds of a word. */
function* eachGram(word: string): Generator<number> {
  const padded = ` ${word} `;
  for (const size of SIZES) for (let at = 0; at + size <= padded.length; at++) yield hashed(padded, at, size);
}

const FLOOR = 1e-7;

/** How often each gram stands in everyday words of all languages, from ranked word lists. */
export function gramShares(frequentWords: Iterable<readonly string[]>): Float32Array {
  const shares = new Float32Array(BUCKETS);
  for (const words of frequentWords) {
    words.forEach((word, rank) => {
      for (const gram of eachGram(word)) shares[gram]! += 0.03 / (rank + 10);
    });
  }
  return shares;
}
