import type { Language } from './analysis/language.js';
import type { StatementKind } from './analysis/roles.js';
import { bm25, STATEMENTS } from './index/bm25.js';
import { InvertedIndex, type Posting } from './index/inverted-index.js';
import type { AskQuery } from './ranking/alignment.js';
import type { EncodedStatement } from './ranking/encoding.js';

/** Share of removed statements at which an index is built anew. */
const MOST_WASTE = 0.5;
/** Terms from here on are topic cards, and further up character grams. */
export const TOPIC_TERMS = 1 << 27;
export const GRAM_TERMS = 1 << 28;

const TOPICS_FILED = 16;

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

export interface Entry {
  readonly statement: Statement;
  readonly encoded: EncodedStatement;
  readonly doc: number;
  /** Of an ask: kept once made, as every offer is held against it. */
  queries?: readonly AskQuery[];
}

/** The statements of one kind with their index. */
export class Shelf {
  readonly entries = new Map<string, Entry>();
  private byDoc: Entry[] = [];
  private index = new InvertedIndex();

  put(statement: Statement, encoded: EncodedStatement): void {
    this.remove(statement.id);
    const doc = this.index.add(postingsOf(encoded));
    const entry = { statement, encoded, doc };
    this.entries.set(statement.id, entry);
    this.byDoc[doc] = entry;
  }

  remove(id: string): boolean {
    const entry = this.entries.get(id);
    if (!entry) return false;
    this.entries.delete(id);
    this.index.remove(entry.doc);
    if (this.index.waste > MOST_WASTE) this.rebuild();
    return true;
  }

  /** The k entries most likely to serve the query, in no order that counts. */
  find(query: readonly Posting[], k: number, accepts: (statement: Statement) => boolean): Entry[] {
    return this.index.top(query, k, (doc) => accepts(this.byDoc[doc]!.statement)).map((doc) => this.byDoc[doc]!);
  }

  private rebuild(): void {
    const kept = [...this.entries.values()];
    this.index = new InvertedIndex();
    this.byDoc = [];
    this.entries.clear();
    for (const { statement, encoded } of kept) this.put(statement, encoded);
  }
}

/** What an index holds of a statement: each term once, by its strongest place, and its grams. */
export function postingsOf(statement: EncodedStatement): Posting[] {
  const { terms, termTokens, termStrengths, needWeights, contextWeights, grams } = statement;
  const strongest = new Map<number, number>();
  for (let i = 0; i < terms.length; i++) {
    const token = termTokens[i]!;
    const weight = Math.max(needWeights[token]!, 0.3 * contextWeights[token]!);
    const impact = bm25(weight, termStrengths[i]!, terms.length, STATEMENTS);
    strongest.set(terms[i]!, Math.max(impact, strongest.get(terms[i]!) ?? 0));
  }
  const postings = [...strongest].map(([term, impact]) => ({ term, impact }));
  grams.ids.forEach((id, i) => postings.push({ term: GRAM_TERMS + id, impact: grams.values[i]! }));
  return [...postings, ...topicPostings(statement)];
}

/** The brightest topics of a statement: the rest adds little to a cosine. */
export function topicPostings({ analysis: { topics } }: EncodedStatement): Posting[] {
  const order = topics.ids.map((_, i) => i).sort((a, b) => topics.values[b]! - topics.values[a]!);
  return Array.from(order.subarray(0, TOPICS_FILED), (i) => ({ term: TOPIC_TERMS + topics.ids[i]!, impact: topics.values[i]! }));
}
