import type { Analysis } from '../analysis/analyzer.js';
import { damping } from '../analysis/sparse-vector.js';
import { Column, RowStarts } from '../index/column.js';
import { VectorRows } from '../index/vector-rows.js';
import type { EncodedStatement } from './encoding.js';

/** What a statement says besides its topic. */
export type Aside = Pick<Analysis, 'facets' | 'language' | 'vague'>;

/** One row of many: a statement, or one of several needs of an ask. */
export interface Row {
  readonly rows: Rows;
  readonly row: number;
}

/** Encoded statements as rows of shared typed arrays: what an affinity is made of and nothing else, some two kilobytes a statement. */
export class Rows {
  /** Terms of a row: parallel columns. */
  readonly termStarts = new RowStarts();
  readonly terms = new Column(new Int32Array(16));
  readonly termTokens = new Column(new Int32Array(16));
  readonly termStrengths = new Column(new Float32Array(16));
  /** Tokens of a row: parallel columns. */
  readonly tokenStarts = new RowStarts();
  readonly needWeights = new Column(new Float32Array(16));
  readonly contextWeights = new Column(new Float32Array(16));
  /** 1 where the token is given or wanted, so that the other side may refuse it. */
  readonly refusable = new Column(new Uint8Array(16));
  readonly refusedStarts = new RowStarts();
  readonly refused = new Column(new Int32Array(4));
  readonly grams = new VectorRows();
  readonly wording = new VectorRows();
  readonly topics = new VectorRows();
  /** One number a row. */
  readonly needTotals = new Column(new Float64Array(16));
  readonly contextTotals = new Column(new Float64Array(16));
  /** How much the wording of an offer proves, 0..1. */
  readonly wordingDampings = new Column(new Float64Array(16));
  private readonly asides: Aside[] = [];
  /** Most statements say nothing besides their topic: they share one for each language. */
  private readonly silent = new Map<string, Aside>();
  private readonly vectors = new Map<number, Float32Array>();

  get length(): number {
    return this.asides.length;
  }

  asideOf(row: number): Aside {
    return this.asides[row]!;
  }

  vectorOf(row: number): Float32Array | undefined {
    return this.vectors.get(row);
  }

  /** Adds a row and returns its number. */
  push({ analysis, terms, termTokens, termStrengths, needWeights, contextWeights, needTotal, contextTotal, refused, vector }: EncodedStatement): number {
    this.terms.pushAll(terms);
    this.termTokens.pushAll(termTokens);
    this.termStrengths.pushAll(termStrengths);
    this.needWeights.pushAll(needWeights);
    this.contextWeights.pushAll(contextWeights);
    // What both sides leave out ("without gluten") is no refusal.
    analysis.tokens.forEach(({ role }, token) => this.refusable.push(Number(needWeights[token]! > 0 && role !== 'excluded')));
    this.refused.pushAll(refused);
    this.grams.push(analysis.grams.ids, analysis.grams.values);
    this.wording.push(analysis.wording.ids, analysis.wording.values);
    this.topics.push(analysis.topics.ids, analysis.topics.values);
    return this.close(this.shared(analysis), needTotal, contextTotal, damping(analysis.wording.length), vector);
  }

  /** Adds a row of other rows and returns its number here. */
  pushRow({ rows, row }: Row): number {
    const copy = ([name, starts]: readonly ['terms' | 'termTokens' | 'termStrengths' | 'needWeights' | 'contextWeights' | 'refusable' | 'refused', RowStarts]): void =>
      this[name].pushAll(rows[name].values.subarray(starts.values[row]!, starts.values[row + 1]!));
    (['terms', 'termTokens', 'termStrengths'] as const).forEach((name) => copy([name, rows.termStarts]));
    (['needWeights', 'contextWeights', 'refusable'] as const).forEach((name) => copy([name, rows.tokenStarts]));
    copy(['refused', rows.refusedStarts]);
    for (const name of ['grams', 'wording', 'topics'] as const) this[name].push(rows[name].idsOf(row), rows[name].valuesOf(row));
    return this.close(rows.asideOf(row), rows.needTotals.values[row]!, rows.contextTotals.values[row]!, rows.wordingDampings.values[row]!, rows.vectorOf(row));
  }

  /** Gives back the room kept for growth. */
  trim(): void {
    for (const column of Object.values(this)) {
      if (column instanceof Column) column.trim();
      if (column instanceof VectorRows) for (const its of [column.starts, column.ids, column.values]) its.trim();
    }
  }

  /** Without the phrases, which are left to the explanation. */
  private shared({ facets, language, vague }: Analysis): Aside {
    if (facets.sayings.length > 0 || vague) return { facets: { ...facets, sayings: [] }, language, vague };
    const aside = this.silent.get(language) ?? { facets, language, vague };
    this.silent.set(language, aside);
    return aside;
  }

  private close(aside: Aside, needTotal: number, contextTotal: number, wordingDamping: number, vector: Float32Array | undefined): number {
    this.termStarts.push(this.terms.length);
    this.tokenStarts.push(this.needWeights.length);
    this.refusedStarts.push(this.refused.length);
    this.needTotals.push(needTotal);
    this.contextTotals.push(contextTotal);
    this.wordingDampings.push(wordingDamping);
    if (vector) this.vectors.set(this.length, vector);
    return this.asides.push(aside) - 1;
  }
}

/** Rows of their own, one for each statement. */
export function rowsFrom(statements: readonly EncodedStatement[]): Row[] {
  const rows = new Rows();
  return statements.map((statement) => ({ rows, row: rows.push(statement) }));
}
