import type { Vocabulary } from '../analysis/vocabulary.js';
import type { EncodedStatement, TermDictionary } from './encoding.js';

/** Where a term of an offer would meet the ask: which of its tokens, how well, by which term. */
interface Meeting {
  readonly token: number;
  readonly strength: number;
  readonly term: number;
}

/** An ask made ready to be held against many offers: every term that could serve it, neighbours of its concepts included. */
export class AskQuery {
  readonly meetings = new Map<number, Meeting[]>();

  constructor(
    readonly ask: EncodedStatement,
    dictionary: TermDictionary,
    vocabulary: Vocabulary,
  ) {
    for (let i = 0; i < ask.terms.length; i++) {
      const term = ask.terms[i]!;
      const token = ask.termTokens[i]!;
      const strength = ask.termStrengths[i]!;
      const concept = dictionary.conceptOf(term);
      if (concept === undefined) this.add(term, { token, strength, term });
      else for (const near of vocabulary.neighbours(concept)) this.add(dictionary.concept(near.concept), { token, strength: strength * near.strength, term });
    }
  }

  private add(term: number, meeting: Meeting): void {
    const known = this.meetings.get(term);
    if (known) known.push(meeting);
    else this.meetings.set(term, [meeting]);
  }
}

/** For each token of one statement: how well the other meets it (0..1), and through what. */
export interface Side {
  readonly strengths: Float32Array;
  /** The token of the other statement that meets it best, or -1. */
  readonly partners: Int32Array;
  /** The term of this statement through which it is met, or -1. */
  readonly terms: Int32Array;
}

export interface Alignment {
  readonly ask: Side;
  readonly offer: Side;
}

/** Meets every token of the ask with the best token of the offer and the other way round; ties go to the earlier token. */
export function align(query: AskQuery, offer: EncodedStatement): Alignment {
  const ask = emptySide(query.ask.needWeights.length);
  const other = emptySide(offer.needWeights.length);
  for (let i = 0; i < offer.terms.length; i++) {
    const meetings = query.meetings.get(offer.terms[i]!);
    if (meetings === undefined) continue;
    const offerToken = offer.termTokens[i]!;
    for (const meeting of meetings) {
      const strength = meeting.strength * offer.termStrengths[i]!;
      note(ask, meeting.token, offerToken, meeting.term, strength);
      note(other, offerToken, meeting.token, offer.terms[i]!, strength);
    }
  }
  return { ask, offer: other };
}

function emptySide(tokens: number): Side {
  return { strengths: new Float32Array(tokens), partners: new Int32Array(tokens).fill(-1), terms: new Int32Array(tokens).fill(-1) };
}

function note(side: Side, token: number, partner: number, term: number, strength: number): void {
  if (strength <= side.strengths[token]!) return;
  side.strengths[token] = strength;
  side.partners[token] = partner;
  side.terms[token] = term;
}
