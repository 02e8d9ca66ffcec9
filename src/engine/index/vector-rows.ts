import { Column, RowStarts } from './column.js';

/** Sparse vectors of many rows, ids ascending within each. */
export class VectorRows {
  readonly starts = new RowStarts();
  readonly ids = new Column(new Int32Array(16));
  readonly values = new Column(new Float32Array(16));

  push(ids: Int32Array, values: Float32Array): void {
    this.ids.pushAll(ids);
    this.values.pushAll(values);
    this.starts.push(this.ids.length);
  }

  idsOf(row: number): Int32Array {
    return this.ids.values.subarray(this.starts.values[row]!, this.starts.values[row + 1]!);
  }

  valuesOf(row: number): Float32Array {
    return this.values.values.subarray(this.starts.values[row]!, this.starts.values[row + 1]!);
  }
}

const NONE = -1;
const HEADS = 1 << 11;

/** One sparse vector held against many: a hash table small enough for the nearest cache, as nearly every look-up finds nothing. */
export class VectorProbe {
  private readonly heads = new Int32Array(HEADS).fill(NONE);
  private next = new Int32Array(0);
  private ids = new Int32Array(0);
  private values = new Float32Array(0);
  /** The largest product of the last `dot`. */
  peak = 0;

  load(vectors: VectorRows, row: number): void {
    for (const id of this.ids) this.heads[id & (HEADS - 1)] = NONE;
    this.ids = vectors.idsOf(row).slice();
    this.values = vectors.valuesOf(row).slice();
    this.next = new Int32Array(this.ids.length);
    for (let i = 0; i < this.ids.length; i++) {
      const head = this.ids[i]! & (HEADS - 1);
      this.next[i] = this.heads[head]!;
      this.heads[head] = i;
    }
  }

  /** Inner product with a row, summed by ascending id: the cosine, as both have length 1. */
  dot(vectors: VectorRows, row: number): number {
    const ids = vectors.ids.values;
    const to = vectors.starts.values[row + 1]!;
    let sum = 0;
    let peak = 0;
    for (let i = vectors.starts.values[row]!; i < to; i++) {
      const id = ids[i]!;
      for (let own = this.heads[id & (HEADS - 1)]!; own >= 0; own = this.next[own]!) {
        if (this.ids[own] !== id) continue;
        const both = this.values[own]! * vectors.values.values[i]!;
        sum += both;
        if (both > peak) peak = both;
        break;
      }
    }
    this.peak = peak;
    return Math.min(1, sum);
  }
}
