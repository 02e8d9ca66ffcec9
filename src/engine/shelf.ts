import type { Language } from './analysis/language.js';
import type { StatementKind } from './analysis/roles.js';
import { BLOCK, Postings } from './index/postings.js';
import type { Slots } from './ranking/filing.js';
import { Rows, type Row } from './ranking/rows.js';

/** Share of withdrawn rows at which a block is made anew. */
const MOST_WASTE = 0.5;

/** A statement as the engine holds it. `owner` is whoever wrote it: nobody serves their own ask. */
export interface Statement {
  readonly id: string;
  readonly owner: string;
  readonly kind: StatementKind;
  readonly text: string;
  /** Guessed when not told. */
  readonly language?: Language;
  /** Of length 1, from a model of the caller's choice; statements with and without one may be held together. */
  readonly vector?: Float32Array;
}

/** A statement held, with its rows: the whole first, then each need of an ask that names several. */
export interface Entry {
  readonly statement: Statement;
  readonly rows: Row[];
}

/** So many rows as postings hold together. */
export class Block {
  readonly rows = new Rows();
  /** Whose each row is; undefined once withdrawn. */
  readonly entries: (Entry | undefined)[] = [];
  withdrawn = 0;

  constructor(readonly postings: Postings) {}
}

/** The statements of one kind, in blocks of rows with their postings. */
export class Shelf {
  readonly entries = new Map<string, Entry>();
  readonly blocks: Block[] = [];
  private readonly byOwner = new Map<string, Set<Entry>>();

  /** @param file puts a row into the postings under a number */
  constructor(
    private readonly slots: Slots,
    private readonly file: (postings: Postings, doc: number, row: Row, slots: Slots) => void,
  ) {}

  put(statement: Statement, rows: readonly Row[]): void {
    this.remove(statement.id);
    const entry: Entry = { statement, rows: [] };
    this.entries.set(statement.id, entry);
    const its = this.byOwner.get(statement.owner);
    if (its) its.add(entry);
    else this.byOwner.set(statement.owner, new Set([entry]));
    for (const row of rows) this.append(this.roomyBlock(), row, entry);
  }

  /** Takes a statement out at once; true when it was there. Its numbers go when the block is made anew. */
  remove(id: string): boolean {
    const entry = this.entries.get(id);
    if (!entry) return false;
    this.entries.delete(id);
    const its = this.byOwner.get(entry.statement.owner)!;
    its.delete(entry);
    if (its.size === 0) this.byOwner.delete(entry.statement.owner);
    const blocks = new Set(entry.rows.map((row) => this.withdraw(row)));
    for (const block of blocks) if (block.withdrawn > MOST_WASTE * block.rows.length) this.renew(block);
    return true;
  }

  ownedBy(owner: string): Entry[] {
    return [...(this.byOwner.get(owner) ?? [])];
  }

  private roomyBlock(): Block {
    const last = this.blocks.at(-1);
    if (last && last.rows.length < BLOCK) return last;
    last?.rows.trim();
    const block = new Block(new Postings(this.slots.count));
    this.blocks.push(block);
    return block;
  }

  private append(block: Block, from: Row, entry: Entry): void {
    const row = block.rows.pushRow(from);
    block.entries.push(entry);
    entry.rows.push({ rows: block.rows, row });
    this.file(block.postings, row, { rows: block.rows, row }, this.slots);
    block.postings.settleWhenDue();
  }

  private withdraw({ rows, row }: Row): Block {
    const block = this.blocks.find((one) => one.rows === rows)!;
    block.entries[row] = undefined;
    block.withdrawn++;
    return block;
  }

  /** Leaves out what was withdrawn. */
  private renew(block: Block): void {
    const next = new Block(new Postings(this.slots.count));
    block.entries.forEach((entry, row) => {
      if (entry === undefined) return;
      const at = entry.rows.findIndex((its) => its.rows === block.rows && its.row === row);
      const moved = { rows: next.rows, row: next.rows.pushRow({ rows: block.rows, row }) };
      entry.rows[at] = moved;
      next.entries.push(entry);
      this.file(next.postings, moved.row, moved, this.slots);
      next.postings.settleWhenDue();
    });
    const at = this.blocks.indexOf(block);
    if (next.rows.length > 0) this.blocks[at] = next;
    else this.blocks.splice(at, 1);
  }
}
