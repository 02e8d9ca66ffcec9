import { Column } from './column.js';

/** Documents of a block: their numbers fit 16 bits and the sums over them the nearer caches. */
export const BLOCK = 1 << 14;
/** An impact of 1; stored ones are whole and rounded up, so that a sum over them is never too small. */
export const FULL_IMPACT = 255;

const NONE = -1;
/** The delta is settled into the base when it holds this share of it: chains are slow to follow, and each posting is moved some thirty times in all. */
const DELTA_SHARE = 1 / 32;
const SMALL_DELTA = 1 << 13;

/**
 * Which documents of a block hold a slot, and how strongly, in three bytes a posting. What came last stands in a delta of chained lists
 * until it is settled into the base of plain arrays; a query reads both, so a document counts from the moment it is added.
 */
export class Postings {
  private starts: Uint32Array;
  private docs = new Uint16Array(0);
  private impacts = new Uint8Array(0);
  private readonly heads: Int32Array;
  private readonly next = new Column(new Int32Array(16));
  private readonly newSlots = new Column(new Int32Array(16));
  private readonly newDocs = new Column(new Uint16Array(16));
  private readonly newImpacts = new Column(new Uint8Array(16));

  /** @param slots how many there are; they are numbered from 0 */
  constructor(private readonly slots: number) {
    this.starts = new Uint32Array(slots + 1);
    this.heads = new Int32Array(slots).fill(NONE);
  }

  /** @param impact above 0, up to 1 */
  add(slot: number, doc: number, impact: number): void {
    this.next.push(this.heads[slot]!);
    this.heads[slot] = this.newSlots.length;
    this.newSlots.push(slot);
    this.newDocs.push(doc);
    this.newImpacts.push(Math.ceil(FULL_IMPACT * impact));
  }

  /** To be called between documents. */
  settleWhenDue(): void {
    if (this.newSlots.length > Math.max(SMALL_DELTA, DELTA_SHARE * this.docs.length)) this.settle();
  }

  /** Adds weight x impact to the sum of every document that holds the slot. */
  addTo(sums: Int32Array, slot: number, weight: number): void {
    const { docs, impacts } = this;
    const to = this.starts[slot + 1]!;
    for (let i = this.starts[slot]!; i < to; i++) sums[docs[i]!]! += Math.imul(weight, impacts[i]!);
    const { values: newDocs } = this.newDocs;
    for (let i = this.heads[slot]!; i >= 0; i = this.next.values[i]!) sums[newDocs[i]!]! += weight * this.newImpacts.values[i]!;
  }

  /** As `addTo`, but of all slots added under one stamp only the highest product counts. @param marks of the same documents, two numbers each */
  raise(sums: Int32Array, slot: number, weight: number, stamp: number, marks: Int32Array): void {
    const { docs, impacts } = this;
    const to = this.starts[slot + 1]!;
    for (let i = this.starts[slot]!; i < to; i++) raiseTo(sums, docs[i]!, weight * impacts[i]!, stamp, marks);
    for (let i = this.heads[slot]!; i >= 0; i = this.next.values[i]!) raiseTo(sums, this.newDocs.values[i]!, weight * this.newImpacts.values[i]!, stamp, marks);
  }

  /** Lets the delta become part of the base. */
  private settle(): void {
    const starts = new Uint32Array(this.slots + 1);
    const docs = new Uint16Array(this.docs.length + this.newDocs.length);
    const impacts = new Uint8Array(docs.length);
    let at = 0;
    for (let slot = 0; slot < this.slots; slot++) {
      starts[slot] = at;
      for (let i = this.starts[slot]!; i < this.starts[slot + 1]!; i++) {
        docs[at] = this.docs[i]!;
        impacts[at++] = this.impacts[i]!;
      }
      for (let i = this.heads[slot]!; i >= 0; i = this.next.values[i]!) {
        docs[at] = this.newDocs.values[i]!;
        impacts[at++] = this.newImpacts.values[i]!;
      }
    }
    starts[this.slots] = at;
    for (const column of [this.next, this.newSlots, this.newDocs, this.newImpacts]) column.clear();
    this.heads.fill(NONE);
    [this.starts, this.docs, this.impacts] = [starts, docs, impacts];
  }
}

function raiseTo(sums: Int32Array, doc: number, product: number, stamp: number, marks: Int32Array): void {
  const before = marks[2 * doc] === stamp ? marks[2 * doc + 1]! : 0;
  if (product <= before) return;
  sums[doc]! += product - before;
  marks[2 * doc] = stamp;
  marks[2 * doc + 1] = product;
}
