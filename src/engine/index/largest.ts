/** Keeps the k largest of many values: a binary heap with the least of them on top. */
export class Largest {
  private readonly heap: number[] = [];

  /** @param least below every value that may come */
  constructor(
    private readonly k: number,
    private readonly least = 0,
  ) {}

  /** Values up to here are not among the k largest; `least` until there are k. */
  get floor(): number {
    return this.k === 0 ? Infinity : this.heap.length < this.k ? this.least : this.heap[0]!;
  }

  add(value: number): void {
    const { heap } = this;
    if (heap.length < this.k) {
      heap.push(value);
      this.up(heap.length - 1);
    } else if (value > this.floor) {
      heap[0] = value;
      this.down();
    }
  }

  private up(start: number): void {
    const { heap } = this;
    for (let i = start; i > 0;) {
      const parent = (i - 1) >> 1;
      if (heap[parent]! <= heap[i]!) return;
      [heap[parent], heap[i]] = [heap[i]!, heap[parent]!];
      i = parent;
    }
  }

  private down(): void {
    const { heap } = this;
    for (let i = 0; ;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) if (child < heap.length && heap[child]! < heap[least]!) least = child;
      if (least === i) return;
      [heap[i], heap[least]] = [heap[least]!, heap[i]!];
      i = least;
    }
  }
}
