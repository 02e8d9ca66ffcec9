/** Sparse vector: parallel arrays, ids ascending, values scaled to length 1 (empty for a text without any). */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** Euclidean length before scaling: how much the text says. */
  readonly length: number;
}

/** Ids of hashed text lie in 0..BUCKETS-1. */
export const BUCKETS = 1 << 20;

/** Sorts the ids (each there once) and scales the values to length 1. */
export function sparseVector(ids: Int32Array, valueOf: (id: number) => number): SparseVector {
  ids.sort();
  const values = new Float32Array(ids.length);
  let square = 0;
  for (let i = 0; i < ids.length; i++) {
    const value = valueOf(ids[i]!);
    values[i] = value;
    square += value * value;
  }
  const length = Math.sqrt(square);
  if (length > 0) for (let i = 0; i < values.length; i++) values[i]! /= length;
  return { ids, values, length };
}

/** The largest product of two values of one id: how much both point to the same thing. @returns that id too, -1 where they share none */
export function peak(a: SparseVector, b: SparseVector): { readonly id: number; readonly product: number } {
  let id = -1;
  let product = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length;) {
    const difference = a.ids[i]! - b.ids[j]!;
    if (difference < 0) i++;
    else if (difference > 0) j++;
    else {
      const both = a.values[i]! * b.values[j++]!;
      if (both > product) {
        product = both;
        id = a.ids[i]!;
      }
      i++;
    }
  }
  return { id, product };
}

/** Length of the wording vector of a statement of a dozen words. */
const TYPICAL = 3;
const EXPONENT = 0.6;

/**
 * How much the wording of an offer proves, 0..1, by the length of its vector: to be met by few words proves little.
 * The exponent lies between the cosine's own normalisation (0) and none (1), as pivoted length normalisation does (Singhal et al. 1996).
 */
export function damping(length: number): number {
  return Math.min(1, (length / TYPICAL) ** EXPONENT);
}

/** FNV-1a over the UTF-16 units of a slice of a text, into BUCKETS. */
export function hashed(text: string, at = 0, length = text.length): number {
  let h = 0x811c9dc5;
  for (let i = at; i < at + length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 20)) & (BUCKETS - 1);
}
