/** Sparse vector: parallel arrays, ids ascending, values scaled to length 1 (empty for text without grams). */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

const SIZES = [3, 4, 5];
const BUCKETS = 1 << 20;

/** Grams of the words given, within word bounds, as hashed ids: weight x sublinear frequency. They forgive typos and meet cognates. */
export function characterGrams(words: readonly { readonly text: string; readonly weight: number }[], rarityOf: (gram: number) => number): SparseVector {
  const sums = new Map<number, { count: number; weight: number }>();
  for (const { text, weight } of words) {
    if (weight <= 0) continue;
    const padded = ` ${text} `;
    for (const size of SIZES) {
      for (let at = 0; at + size <= padded.length; at++) {
        const id = hash(padded, at, size);
        const sum = sums.get(id);
        if (sum === undefined) sums.set(id, { count: 1, weight });
        else {
          sum.count++;
          sum.weight = Math.max(sum.weight, weight);
        }
      }
    }
  }
  const ids = Int32Array.from(sums.keys()).sort();
  const values = new Float32Array(ids.length);
  let square = 0;
  ids.forEach((id, i) => {
    const { count, weight } = sums.get(id)!;
    const value = weight * (1 + Math.log(count)) * rarityOf(id);
    values[i] = value;
    square += value * value;
  });
  const length = Math.sqrt(square);
  if (length > 0) for (let i = 0; i < values.length; i++) values[i]! /= length;
  return { ids, values };
}

/** How rare a gram is in everyday words of all languages: -log of its share, from a ranked word list. */
export class GramRarity {
  private readonly share = new Float32Array(BUCKETS);
  private readonly floor = 1e-7;

  constructor(frequentWords: Iterable<readonly string[]>) {
    for (const words of frequentWords) {
      words.forEach((word, rank) => {
        const padded = ` ${word} `;
        for (const size of SIZES) for (let at = 0; at + size <= padded.length; at++) this.share[hash(padded, at, size)]! += 0.03 / (rank + 10);
      });
    }
  }

  readonly of = (gram: number): number => -Math.log(Math.min(1, this.share[gram]! + this.floor));
}

/** FNV-1a over the UTF-16 units of a slice, into BUCKETS. */
function hash(text: string, at: number, size: number): number {
  let h = 0x811c9dc5;
  for (let i = at; i < at + size; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 20)) & (BUCKETS - 1);
}

/** Inner product of two vectors with ascending ids: the cosine, as both have length 1. */
export function cosine(a: SparseVector, b: SparseVector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length;) {
    const difference = a.ids[i]! - b.ids[j]!;
    if (difference === 0) sum += a.values[i++]! * b.values[j++]!;
    else if (difference < 0) i++;
    else j++;
  }
  return Math.min(1, sum);
}
