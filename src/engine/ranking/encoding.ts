import type { Analysis, Token } from '../analysis/analyzer.js';
import { namesPerson } from '../analysis/persons.js';
import type { Role } from '../analysis/roles.js';
import type { Vocabulary } from '../analysis/vocabulary.js';

/** A statement as numbers. All arrays over `term` are parallel, as are those over `token`. */
export interface EncodedStatement {
  readonly analysis: Analysis;
  /** Term ids: concepts and stems (see TermDictionary). */
  readonly terms: Int32Array;
  readonly termTokens: Int32Array;
  /** 0..1: 1 for a word or concept as written, less for parts and machine-made readings. */
  readonly termStrengths: Float32Array;
  /** Weight of each token in what is asked for or given, 0..1. */
  readonly needWeights: Float32Array;
  /** Weight of each token in the context, 0..1. */
  readonly contextWeights: Float32Array;
  readonly needTotal: number;
  readonly contextTotal: number;
  /** Terms of what the writer refuses. */
  readonly refused: readonly number[];
  /** Of length 1, where the caller gave one. */
  readonly vector?: Float32Array;
}

const NEED: Readonly<Record<Role, number>> = { need: 1, background: 0.4, context: 0, lacking: 0.4, excluded: 0.2, setting: 0.2, negated: 0, opposite: 0, frame: 0, stop: 0 };
/** An offer's context is part of the gift ("photographs **for restaurants**"), though a smaller one. */
const GIFT: Readonly<Record<Role, number>> = { ...NEED, context: 0.4, background: 0.5 };
const PART = 0.6;

/** The term of a concept: an even number. */
export function conceptTerm(concept: number): number {
  return 2 * concept;
}

/** The concept a term stands for, or undefined for a stem. */
export function conceptOf(term: number): number | undefined {
  return (term & 1) === 0 ? term >> 1 : undefined;
}

/** Numbers the stems by odd terms. They are shared by the languages, so that loan words meet. */
export class TermDictionary {
  private readonly stems = new Map<string, number>();

  stem(stem: string): number {
    let id = this.stems.get(stem);
    if (id === undefined) this.stems.set(stem, (id = 2 * this.stems.size + 1));
    return id;
  }
}

export function encode(analysis: Analysis, dictionary: TermDictionary, vocabulary: Vocabulary, vector?: Float32Array): EncodedStatement {
  const { tokens, mentions, kind } = analysis;
  const roleWeights = kind === 'ask' ? NEED : GIFT;
  const terms: { term: number; token: number; strength: number }[] = [];
  const isTelling = (token: Token): boolean => TELLING.has(token.role);

  tokens.forEach((token, index) => {
    if (!isTelling(token)) return;
    terms.push({ term: dictionary.stem(token.stem), token: index, strength: 1 });
    for (const part of token.parts) terms.push({ term: dictionary.stem(part), token: index, strength: PART });
  });
  const needWeights = new Float32Array(tokens.length);
  const contextWeights = new Float32Array(tokens.length);
  tokens.forEach((token, index) => {
    needWeights[index] = roleWeights[token.role] * token.rarity;
    contextWeights[index] = token.role === 'context' ? token.rarity : 0;
  });
  for (const mention of mentions) {
    // A label may hold words that alone are frame ("help with the move"); the concept lends them weight.
    const role = leadingRole(mention.tokens.map((index) => tokens[index]!));
    if (role === undefined) continue;
    for (const index of mention.tokens) {
      const token = tokens[index]!;
      if (token.role === 'frame' && mention.tokens.length > 1) needWeights[index] = roleWeights[role] * token.rarity * 0.5;
      terms.push({ term: conceptTerm(mention.concept), token: index, strength: mention.strength * everydayFactor(vocabulary, mention.concept) });
    }
  }
  // "Without brokers" refuses people; "without gluten" tells what the thing is like.
  const refuses = (token: Token): boolean => token.role === 'negated' || (token.role === 'excluded' && namesPerson(token.word, token.language));
  const refused = [
    ...mentions.filter(({ tokens: its }) => its.every((index) => refuses(tokens[index]!))).map(({ concept }) => conceptTerm(concept)),
    ...tokens.filter(refuses).map(({ stem }) => dictionary.stem(stem)),
  ];
  return {
    analysis,
    terms: Int32Array.from(terms, ({ term }) => term),
    termTokens: Int32Array.from(terms, ({ token }) => token),
    termStrengths: Float32Array.from(terms, ({ strength }) => strength),
    needWeights,
    contextWeights,
    needTotal: sum(needWeights),
    contextTotal: sum(contextWeights),
    refused,
    ...(vector && { vector }),
  };
}

const ORDER: readonly Role[] = ['need', 'background', 'lacking', 'context', 'excluded', 'setting'];
const TELLING: ReadonlySet<Role> = new Set(ORDER);

function leadingRole(tokens: readonly Token[]): Role | undefined {
  return ORDER.find((role) => tokens.some((token) => token.role === role));
}

function everydayFactor(vocabulary: Vocabulary, concept: number): number {
  return vocabulary.concept(concept).everyday ? 0.9 : 1;
}

function sum(values: Float32Array): number {
  return values.reduce((total, value) => total + value, 0);
}
