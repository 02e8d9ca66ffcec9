/** Keeps the k best of many by value, ties by the smaller key. A binary heap with the worst kept on top. */
export class TopK {
  private readonly keys: number[] = [];
  private readonly values: number[] = [];

  constructor(private readonly k: number) {}

  offer(key: number, value: number): void {
    if (this.k === 0) return;
    if (this.keys.length < this.k) {
      this.keys.push(key);
      this.values.push(value);
      this.up(this.keys.length - 1);
    } else if (this.isWorse(this.keys[0]!, this.values[0]!, key, value)) {
      this.keys[0] = key;
      this.values[0] = value;
      this.down();
    }
  }

  /** Best first. */
  sorted(): number[] {
    const order = this.keys.map((_, i) => i);
    order.sort((a, b) => this.values[b]! - this.values[a]! || this.keys[a]! - this.keys[b]!);
    return order.map((i) => this.keys[i]!);
  }

  private isWorse(keyA: number, valueA: number, keyB: number, valueB: number): boolean {
    return valueA < valueB || (valueA === valueB && keyA > keyB);
  }

  private up(start: number): void {
    for (let i = start; i > 0;) {
      const parent = (i - 1) >> 1;
      if (!this.isWorse(this.keys[i]!, this.values[i]!, this.keys[parent]!, this.values[parent]!)) return;
      this.swap(i, parent);
      i = parent;
    }
  }

  private down(): void {
    for (let i = 0; ;) {
      let worst = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < this.keys.length && this.isWorse(this.keys[child]!, this.values[child]!, this.keys[worst]!, this.values[worst]!)) worst = child;
      }
      if (worst === i) return;
      this.swap(i, worst);
      i = worst;
    }
  }

  private swap(a: number, b: number): void {
    [this.keys[a], this.keys[b]] = [this.keys[b]!, this.keys[a]!];
    [this.values[a], this.values[b]] = [this.values[b]!, this.values[a]!];
  }
}
