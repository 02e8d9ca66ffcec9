import { BUCKETS, cosineReady, hashed, type SparseVector } from './sparse-vector.js';

const SIZES = [3, 4, 5];

/** Grams of the words given, within word bounds, as hashed ids: weight x sublinear frequency. They forgive typos and meet cognates. */
export function characterGrams(words: readonly { readonly text: string; readonly weight: number }[], rarityOf: (gram: number) => number): SparseVector {
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
  const weights = new Map<number, number>();
  for (const [id, { count, weight }] of sums) weights.set(id, weight * (1 + Math.log(count)) * rarityOf(id));
  return cosineReady(weights);
}

/** How rare a gram is in everyday words of all languages: -log of its share, from a ranked word list. */
export class GramRarity {
  private readonly share = new Float32Array(BUCKETS);
  private readonly floor = 1e-7;

  constructor(frequentWords: Iterable<readonly string[]>) {
    for (const words of frequentWords) {
      words.forEach((word, rank) => {
        const padded = ` ${word} `;
        for (const size of SIZES) for (let at = 0; at + size <= padded.length; at++) this.share[hashed(padded, at, size)]! += 0.03 / (rank + 10);
      });
    }
  }

  readonly of = (gram: number): number => -Math.log(Math.min(1, this.share[gram]! + this.floor));
}
