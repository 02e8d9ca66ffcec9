import { PAIR_FREEZE, PAIR_REST, later, type Introduction } from './introduction.js';

/** known: "we know each other" · never: one of them wishes so, silently · rest: it did not come about lately · freeze: introduced within a year. */
export const PAIR_RULE_KINDS = ['known', 'never', 'rest', 'freeze'] as const;
export type PairRuleKind = (typeof PAIR_RULE_KINDS)[number];

/** Why two members are not introduced to each other, in either direction. */
export interface PairRule {
  readonly communityId: string;
  /** The smaller of the two ids. */
  readonly lowId: string;
  readonly highId: string;
  readonly kind: PairRuleKind;
  /** UTC, ISO 8601; null for good. */
  readonly until: string | null;
}

export function pairOf(one: string, other: string): Pick<PairRule, 'lowId' | 'highId'> {
  return one < other ? { lowId: one, highId: other } : { lowId: other, highId: one };
}

export function holds({ until }: Pick<PairRule, 'until'>, now: string): boolean {
  return until === null || now < until;
}

/**
 * What an introduction leaves behind between its two members. A rest counts from the end of the answer time, whatever ended it:
 * whether and when two are suggested again tells nobody if there was a refusal.
 */
export function rulesLeftBy(introduction: Introduction): PairRule[] {
  const { communityId, giverId, askerId, giverAnswer, askerAnswer, introducedAt, endedAt, expiresAt } = introduction;
  const rule = (kind: PairRuleKind, until: string | null): PairRule => ({ communityId, ...pairOf(giverId, askerId), kind, until });
  if (introducedAt !== null) return [rule('freeze', later(introducedAt, PAIR_FREEZE))];
  if (endedAt === null) return [];
  const known = giverAnswer === 'known' || askerAnswer === 'known';
  return [rule('rest', later(expiresAt, PAIR_REST)), ...(known ? [rule('known', null)] : [])];
}
