import type { Vocabulary } from '../analysis/vocabulary.js';
import { resized } from '../index/column.js';
import { conceptOf, conceptTerm } from './encoding.js';
import type { Row } from './rows.js';

const NONE = -1;
const HEADS = 1 << 10;

/** For each token of one statement: how well the other meets it (0..1), and through what. Reused: only the first `tokens` count. */
export class Side {
  tokens = 0;
  strengths = new Float32Array(64);
  /** The token of the other statement that meets it best, or -1. */
  partners = new Int32Array(64);
  /** The term of this statement through which it is met, or -1. */
  terms = new Int32Array(64);

  clear(tokens: number): void {
    if (tokens > this.strengths.length) {
      this.strengths = new Float32Array(2 * tokens);
      this.partners = new Int32Array(2 * tokens);
      this.terms = new Int32Array(2 * tokens);
    }
    this.tokens = tokens;
    for (let token = 0; token < tokens; token++) {
      this.strengths[token] = 0;
      this.partners[token] = NONE;
      this.terms[token] = NONE;
    }
  }

  note(token: number, partner: number, term: number, strength: number): void {
    if (strength <= this.strengths[token]!) return;
    this.strengths[token] = strength;
    this.partners[token] = partner;
    this.terms[token] = term;
  }
}

/**
 * Aligns one ask with many offers: holds every term that could serve the ask, neighbours of its concepts included, with the places where
 * it would meet it. Reused from ask to ask; nothing is allocated for an offer.
 */
export class Alignment {
  readonly ask = new Side();
  readonly offer = new Side();
  private askTokens = 0;
  /** Hash table of the meetings by the term that serves; `next` chains those of one head in the order in which they came. */
  private readonly first = new Int32Array(HEADS).fill(NONE);
  private readonly last = new Int32Array(HEADS);
  private next = new Int32Array(256);
  /** Meetings, parallel: the term of an offer that would serve, which token of the ask, how well, through which of its terms. */
  meetings = 0;
  servedBy = new Int32Array(256);
  tokens = new Int32Array(256);
  strengths = new Float64Array(256);
  private terms = new Int32Array(256);

  constructor(private readonly vocabulary: Vocabulary) {}

  load({ rows, row }: Row): void {
    for (let i = 0; i < this.meetings; i++) this.first[headOf(this.servedBy[i]!)] = NONE;
    this.meetings = 0;
    this.askTokens = rows.tokenStarts.values[row + 1]! - rows.tokenStarts.values[row]!;
    const to = rows.termStarts.values[row + 1]!;
    for (let i = rows.termStarts.values[row]!; i < to; i++) {
      const term = rows.terms.values[i]!;
      const token = rows.termTokens.values[i]!;
      const strength = rows.termStrengths.values[i]!;
      const concept = conceptOf(term);
      if (concept === undefined) this.add(term, token, strength, term);
      else for (const near of this.vocabulary.neighbours(concept)) this.add(conceptTerm(near.concept), token, strength * near.strength, term);
    }
  }

  /** Meets every token of the ask with the best token of the offer and the other way round; ties go to the earlier token. The outcome stands in `ask` and `offer`. */
  align({ rows, row }: Row): void {
    this.ask.clear(this.askTokens);
    this.offer.clear(rows.tokenStarts.values[row + 1]! - rows.tokenStarts.values[row]!);
    const to = rows.termStarts.values[row + 1]!;
    for (let i = rows.termStarts.values[row]!; i < to; i++) {
      const term = rows.terms.values[i]!;
      for (let meeting = this.first[headOf(term)]!; meeting >= 0; meeting = this.next[meeting]!) {
        if (this.servedBy[meeting] !== term) continue;
        const strength = this.strengths[meeting]! * rows.termStrengths.values[i]!;
        const token = rows.termTokens.values[i]!;
        this.ask.note(this.tokens[meeting]!, token, this.terms[meeting]!, strength);
        this.offer.note(token, this.tokens[meeting]!, term, strength);
      }
    }
  }

  private add(servedBy: number, token: number, strength: number, term: number): void {
    const meeting = this.meetings++;
    if (meeting === this.servedBy.length) this.grow();
    this.servedBy[meeting] = servedBy;
    this.tokens[meeting] = token;
    this.strengths[meeting] = strength;
    this.terms[meeting] = term;
    this.next[meeting] = NONE;
    const head = headOf(servedBy);
    if (this.first[head]! < 0) this.first[head] = meeting;
    else this.next[this.last[head]!] = meeting;
    this.last[head] = meeting;
  }

  private grow(): void {
    const length = 2 * this.meetings;
    [this.next, this.servedBy, this.tokens, this.terms] = [resized(this.next, length), resized(this.servedBy, length), resized(this.tokens, length), resized(this.terms, length)];
    this.strengths = resized(this.strengths, length);
  }
}

function headOf(term: number): number {
  return term & (HEADS - 1);
}
