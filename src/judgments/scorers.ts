import { Engine, fold, type Analyzer, type Weights } from '../engine/engine.js';
import type { Scorer } from './evaluation.js';

/** The engine itself, as the service uses it. */
export function engineScorer(analyzer: Analyzer, weights: Weights): Scorer {
  return ({ offers }) => {
    const engine = new Engine(analyzer, weights);
    for (const { id, owner, kind, text } of offers) engine.put({ id, owner, kind, text });
    return ({ id, owner, kind, text }) => new Map(engine.rank({ id, owner, kind, text }, { top: offers.length, threshold: 0 }).map(({ offerId, affinity }) => [offerId, affinity]));
  };
}

const K1 = 1.2;
const B = 0.75;

/** What a plain full-text search reaches: BM25 over words in lower case, no stems, no stop words, no languages. */
export const plainBm25: Scorer = ({ offers }) => {
  const words = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const documents = offers.map(({ id, text }) => ({ id, words: words(text) }));
  const average = documents.reduce((sum, document) => sum + document.words.length, 0) / documents.length;
  const holding = (word: string): number => documents.filter((document) => document.words.includes(word)).length;
  return ({ text }) => {
    const scores = new Map<string, number>();
    for (const word of new Set(words(text))) {
      const n = holding(word);
      const idf = Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
      for (const document of documents) {
        const frequency = document.words.filter((other) => other === word).length;
        if (frequency === 0) continue;
        const score = (idf * frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * document.words.length) / average));
        scores.set(document.id, (scores.get(document.id) ?? 0) + score);
      }
    }
    return scores;
  };
};
