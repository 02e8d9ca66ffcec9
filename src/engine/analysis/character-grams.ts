import { BUCKETS, sparseVector, hashed, type SparseVector } from './sparse-vector.js';

const SIZES = [3, 4, 5];

/** Grams of the words given, within word bounds, as hashed ids: weight x sublinear frequency x rarity in everyday words. They forgive typos and meet cognates. */
export function characterGrams(words: readonly { readonly text: string; readonly weight: number }[], shares: Float32Array): SparseVector {
  const sums = new Map<number, { count: number; weight: number }>();
  for (const { text, weight } of words) {
    if (weight <= 0) continue;
    const padded = ` ${text} `;
    for (const size of SIZES) {
      for (let at = 0; at + size <= padded.length; at++) {
        const id = hashed(padded, at, size);
        const sum = sums.get(id);
        if (sum === undefined) sums.set(id, { count: 1, weight });
        else {
          sum.count++;
          sum.weight = Math.max(sum.weight, weight);
        }
      }
    }
  }
  return sparseVector(Int32Array.from(sums.keys()), (id) => {
    const { count, weight } = sums.get(id)!;
    return weight * (1 + Math.log(count)) * -Math.log(Math.min(1, shares[id]! + FLOOR));
  });
}

const FLOOR = 1e-7;

/** How often each gram stands in everyday words of all languages, from ranked word lists. */
export function gramShares(frequentWords: Iterable<readonly string[]>): Float32Array {
  const shares = new Float32Array(BUCKETS);
  for (const words of frequentWords) {
    words.forEach((word, rank) => {
      const padded = ` ${word} `;
      for (const size of SIZES) for (let at = 0; at + size <= padded.length; at++) shares[hashed(padded, at, size)]! += 0.03 / (rank + 10);
    });
  }
  return shares;
}
