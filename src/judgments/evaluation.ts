import { calibrationError, ndcg, recall, reciprocalRank, type Outcome } from '../engine/engine.js';
import { splitOf, type Grade, type JudgedNetwork, type JudgedStatement, type Split } from './networks.js';

/** One ask with every offer of its network, best first. */
export interface RankedAsk {
  readonly network: string;
  readonly ask: JudgedStatement;
  readonly split: Split;
  readonly offers: readonly RankedOffer[];
}

export interface RankedOffer {
  readonly offer: JudgedStatement;
  readonly affinity: number;
  readonly grade: Grade;
  readonly trap: string;
}

/** Gives an affinity to every offer for an ask; the language is not told. */
export type Scorer = (network: JudgedNetwork) => (ask: JudgedStatement) => ReadonlyMap<string, number>;

export type Pairs = 'all' | 'same language' | 'crossed';

export interface Figures {
  readonly asks: number;
  readonly ndcg5: number;
  readonly recall10: number;
  readonly mrr: number;
  /** Share of the trap pairs that stand above every helpful offer of their ask. */
  readonly trapErrors: number;
  /** Share of the asks that nobody serves for which nothing reaches the threshold. */
  readonly silence: number;
  /** Share of helpful offers among the first ten that reach the threshold. */
  readonly heardRecall10: number;
  readonly calibrationError: number;
}

/** From this grade on an introduction is called helpful; 1 counts half where a chance is asked for. */
export const HELPFUL: Grade = 2;
export const chance = (grade: Grade): number => (grade >= HELPFUL ? 1 : grade / 2);
/** Affinities of the first so many offers are held against what came true. */
export const LOOKED_AT = 5;

export function rankAll(networks: readonly JudgedNetwork[], scorer: Scorer): RankedAsk[] {
  return networks.flatMap((network) => {
    const score = scorer(network);
    const judged = new Map(network.judgments.map((judgment) => [`${judgment.ask}\t${judgment.offer}`, judgment]));
    return network.asks.map((ask) => {
      const affinities = score(ask);
      const offers = network.offers
        .filter(({ owner }) => owner !== ask.owner)
        .map((offer) => {
          const judgment = judged.get(`${ask.id}\t${offer.id}`);
          return { offer, affinity: affinities.get(offer.id) ?? 0, grade: judgment?.grade ?? 0, trap: judgment?.grade === 0 ? judgment.trap : '' };
        })
        .sort((a, b) => b.affinity - a.affinity || (a.offer.id < b.offer.id ? -1 : 1));
      return { network: network.name, ask, split: splitOf(network.name, ask.id), offers };
    });
  });
}

export function figuresOf(ranked: readonly RankedAsk[], threshold: number, pairs: Pairs = 'all'): Figures {
  const lists = ranked.map(({ ask, offers }) => offers.filter(({ offer }) => pairs === 'all' || (offer.language === ask.language) === (pairs === 'same language')));
  const served = lists.filter((offers) => offers.some(({ grade }) => grade > 0));
  const helped = lists.filter((offers) => offers.some(({ grade }) => grade >= HELPFUL));
  const unserved = lists.filter((offers) => offers.every(({ grade }) => grade === 0));
  const isHelpful = ({ grade }: RankedOffer): boolean => grade >= HELPFUL;
  const trapped = helped.flatMap((offers) => offers.filter(({ trap }) => trap !== '').map((trap) => trap.affinity > Math.max(...offers.filter(isHelpful).map(({ affinity }) => affinity))));
  const outcomes: Outcome[] = lists.flatMap((offers) => offers.slice(0, LOOKED_AT).map(({ affinity, grade }) => ({ predicted: affinity, actual: chance(grade) })));
  return {
    asks: served.length,
    ndcg5: mean(served.map((offers) => ndcg(grades(offers), grades(offers), 5))),
    recall10: mean(helped.map((offers) => recall(offers.map(isHelpful), offers.filter(isHelpful).length, 10))),
    mrr: mean(served.map((offers) => reciprocalRank(offers.map(({ grade }) => grade > 0)))),
    trapErrors: mean(trapped.map(Number)),
    silence: mean(unserved.map((offers) => Number(offers.every(({ affinity }) => affinity < threshold)))),
    heardRecall10: mean(
      helped.map((offers) =>
        recall(
          offers.map((offer) => isHelpful(offer) && offer.affinity >= threshold),
          offers.filter(isHelpful).length,
          10,
        ),
      ),
    ),
    calibrationError: calibrationError(outcomes),
  };
}

function grades(offers: readonly RankedOffer[]): number[] {
  return offers.map(({ grade }) => grade);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}
