/**
 * BM25 of one term in one statement (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework"), with the saturation
 * scaled so that a term met once in a statement of average length is worth exactly its weight.
 */
export interface Bm25Parameters {
  /** Saturation of repeated terms, 0 (a term counts once) to about 2. */
  readonly k1: number;
  /** Share of the length normalisation, 0 (none) to 1 (full). */
  readonly b: number;
  /** Terms of a statement of average length. */
  readonly averageLength: number;
}

export const STATEMENTS: Bm25Parameters = { k1: 0.9, b: 0.3, averageLength: 9 };

/** @param frequency how often (or how strongly) the term stands in the statement  @param length number of terms of the statement */
export function bm25(weight: number, frequency: number, length: number, { k1, b, averageLength }: Bm25Parameters): number {
  const norm = k1 * (1 - b + (b * length) / averageLength);
  return (weight * frequency * (k1 + 1)) / (frequency + norm);
}
