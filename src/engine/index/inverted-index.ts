import { Largest } from './largest.js';

/** A term of a statement with its impact there (> 0). */
export interface Posting {
  readonly term: number;
  readonly impact: number;
}

/** Growing parallel arrays: which documents hold a term, and how strongly. */
class PostingList {
  docs = new Int32Array(4);
  impacts = new Float32Array(4);
  length = 0;

  add(doc: number, impact: number): void {
    if (this.length === this.docs.length) {
      const docs = new Int32Array(2 * this.length);
      docs.set(this.docs);
      const impacts = new Float32Array(2 * this.length);
      impacts.set(this.impacts);
      this.docs = docs;
      this.impacts = impacts;
    }
    this.docs[this.length] = doc;
    this.impacts[this.length++] = impact;
  }
}

/** Inverted index over numbered documents; sums weighted impacts term by term. Removed documents stay as tombstones until their number is reused by nobody. */
export class InvertedIndex {
  private readonly lists = new Map<number, PostingList>();
  private readonly removed = new Set<number>();
  private sums = new Float64Array(64);
  private count = 0;

  /** Adds a document and returns its number; numbers ascend and are never given twice. */
  add(postings: readonly Posting[]): number {
    const doc = this.count++;
    for (const { term, impact } of postings) {
      let list = this.lists.get(term);
      if (list === undefined) this.lists.set(term, (list = new PostingList()));
      list.add(doc, impact);
    }
    return doc;
  }

  remove(doc: number): void {
    this.removed.add(doc);
  }

  /** Documents that were removed, as a share of all: the owner builds anew when it grows. */
  get waste(): number {
    return this.count === 0 ? 0 : this.removed.size / this.count;
  }

  /**
   * The k documents accepted with the highest sum of weight x impact over the query's terms, ascending by number; only sums above 0.
   * All that tie with the k-th are given too, so that the order in which documents came decides nothing.
   */
  top(query: readonly Posting[], k: number, accepts: (doc: number) => boolean): number[] {
    if (this.sums.length < this.count) this.sums = new Float64Array(2 * this.count);
    const sums = this.sums;
    for (const { term, impact } of query) {
      const list = this.lists.get(term);
      if (list === undefined) continue;
      const { docs, impacts, length } = list;
      for (let i = 0; i < length; i++) sums[docs[i]!]! += impact * impacts[i]!;
    }
    const best = new Largest(k);
    for (let doc = 0; doc < this.count; doc++) {
      const sum = sums[doc]!;
      if (sum <= best.floor) continue;
      if (this.removed.has(doc) || !accepts(doc)) sums[doc] = 0;
      else best.add(sum);
    }
    const found: number[] = [];
    for (let doc = 0; doc < this.count; doc++) {
      if (sums[doc]! > 0 && sums[doc]! >= best.floor && !this.removed.has(doc) && accepts(doc)) found.push(doc);
      sums[doc] = 0;
    }
    return found;
  }
}
