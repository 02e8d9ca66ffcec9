import { Largest } from '../index/largest.js';
import { BLOCK, type Postings } from '../index/postings.js';
import type { Ceiling } from './ceiling.js';
import type { Sought, SoughtSlot } from './sought.js';

/** Finds the rows of a block that can still reach a floor. All scratch is kept and zero in between. */
export class Candidates {
  /** Rows found, in parallel with the upper bounds of their log-odds and the sums of their themes. */
  readonly rows = new Int32Array(BLOCK);
  readonly bounds = new Float64Array(BLOCK);
  readonly themeSums = new Int32Array(BLOCK);
  count = 0;
  private readonly needs = new Int32Array(BLOCK);
  private readonly themes = new Int32Array(BLOCK);
  private readonly wordings = new Int32Array(BLOCK);
  /** For each row the group it was last met by, and how well. */
  private readonly marks = new Int32Array(2 * BLOCK);
  private stamp = 0;

  find(postings: Postings, rows: number, { needs, themes, wordings }: Sought, ceiling: Ceiling, floor: number): void {
    for (const group of needs) this.addGroup(postings, group);
    for (const { slot, weight } of themes) postings.addTo(this.themes, slot, weight);
    for (const { slot, weight } of wordings) postings.addTo(this.wordings, slot, weight);
    this.count = 0;
    for (let row = 0; row < rows; row++) {
      const bound = ceiling.of(this.needs[row]!, this.themes[row]!, this.wordings[row]!);
      if (bound < floor) continue;
      this.rows[this.count] = row;
      this.themeSums[this.count] = this.themes[row]!;
      this.bounds[this.count++] = bound;
    }
    this.needs.fill(0, 0, rows);
    this.themes.fill(0, 0, rows);
    this.wordings.fill(0, 0, rows);
  }

  /** Brings the k rows of the highest bounds to the front, so that the floor rises before the others are looked at. */
  bringForward(k: number): void {
    if (this.count <= k) return;
    const best = new Largest(k, -Infinity);
    for (let i = 0; i < this.count; i++) best.add(this.bounds[i]!);
    let front = 0;
    for (let i = 0; i < this.count; i++) if (this.bounds[i]! >= best.floor) this.swap(i, front++);
  }

  private swap(i: number, j: number): void {
    const { rows, bounds, themeSums } = this;
    [rows[i], rows[j]] = [rows[j]!, rows[i]!];
    [bounds[i], bounds[j]] = [bounds[j]!, bounds[i]!];
    [themeSums[i], themeSums[j]] = [themeSums[j]!, themeSums[i]!];
  }

  private addGroup(postings: Postings, group: readonly SoughtSlot[]): void {
    const [only] = group;
    if (group.length === 1) return postings.addTo(this.needs, only!.slot, only!.weight);
    this.stamp = (this.stamp + 1) | 0;
    for (const { slot, weight } of group) postings.raise(this.needs, slot, weight, this.stamp, this.marks);
  }
}
