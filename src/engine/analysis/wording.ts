import { hashed, sparseVector, type SparseVector } from './sparse-vector.js';

/** A word as written, with how telling it is (0..1). */
export interface WordedStem {
  readonly word: string;
  readonly stem: string;
  readonly rarity: number;
}

/** Small words keep this much rarity: "how do I", "when is my" tell apart what the nouns alone do not. */
const FLOOR = 0.08;
/** Weight of two neighbouring words against that of one. */
const PAIR = 0.7;
const FORM = 0.7;

/** How a text is worded, whatever its words mean or do: stems and pairs of neighbouring stems, damped by the square root of their rarity. */
export function wordingOf(words: readonly WordedStem[]): SparseVector {
  const weights = new Map<number, number>();
  let before: { stem: string; weight: number } | undefined;
  for (const { word, stem, rarity } of words) {
    const weight = Math.max(FLOOR, rarity) ** 0.4;
    weights.set(hashed(stem), weight);
    weights.set(hashed(`=${word}`), FORM * weight);
    if (before) weights.set(hashed(`${before.stem} ${stem}`), PAIR * Math.sqrt(before.weight * weight));
    before = { stem, weight };
  }
  return sparseVector(Int32Array.from(weights.keys()), (id) => weights.get(id)!);
}
