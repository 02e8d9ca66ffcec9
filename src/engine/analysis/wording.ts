import { hashed, sparseVector, type SparseVector } from './sparse-vector.js';

/** A word as written: its stem, the ids of both, and how much it weighs. */
export interface WordedStem {
  readonly stem: string;
  readonly stemId: number;
  readonly formId: number;
  readonly weight: number;
}

/** Small words keep this much rarity: "how do I", "when is my" tell apart what the nouns alone do not. */
const FLOOR = 0.08;
/** Weight of two neighbouring words against that of one. */
const PAIR = 0.7;
const FORM = 0.7;

/** @param word folded  @param rarity how telling it is, 0..1 */
export function wordedStem(word: string, stem: string, rarity: number): WordedStem {
  return { stem, stemId: hashed(stem), formId: hashed(`=${word}`), weight: Math.max(FLOOR, rarity) ** 0.4 };
}

/** How a text is worded, whatever its words mean or do: stems and pairs of neighbouring stems, damped by the square root of their rarity. */
export function wordingOf(words: readonly WordedStem[]): SparseVector {
  const weights = new Map<number, number>();
  let before: WordedStem | undefined;
  for (const word of words) {
    weights.set(word.stemId, word.weight);
    weights.set(word.formId, FORM * word.weight);
    if (before) weights.set(hashed(`${before.stem} ${word.stem}`), PAIR * Math.sqrt(before.weight * word.weight));
    before = word;
  }
  return sparseVector(Int32Array.from(weights.keys()), (id) => weights.get(id)!);
}
