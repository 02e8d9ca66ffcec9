import { PAIR_FREEZE, PAIR_REST, SIDES, answerOf, later, memberOn, type Introduction } from './introduction.js';
import type { ShownAs } from './never/never.js';

/** known: "we know each other" · never: one of them wishes so, silently · rest: it did not come about lately · freeze: introduced within a year. */
export const PAIR_RULE_KINDS = ['known', 'never', 'rest', 'freeze'] as const;
export type PairRuleKind = (typeof PAIR_RULE_KINDS)[number];
/** The kinds that are somebody's wish, and that this somebody may take back. */
export const WISHED_RULE_KINDS = ['never', 'known'] as const satisfies readonly PairRuleKind[];
export type WishedRuleKind = (typeof WISHED_RULE_KINDS)[number];

/** Why two members are not introduced to each other, in either direction. */
export interface PairRule {
  readonly communityId: string;
  /** The smaller of the two ids. */
  readonly lowId: string;
  readonly highId: string;
  readonly kind: PairRuleKind;
  /** UTC, ISO 8601; null for good. */
  readonly until: string | null;
  /** The one of the two whose wish it is; empty where it is nobody's, or not known any more. Secret from the other. */
  readonly wishedBy: string;
  /** How the other is shown to the one whose wish it is; null where they never saw a name. */
  readonly shownAs: ShownAs | null;
}

/** What makes a rule one of its kind. */
export const PAIR_RULE_KEY = ['lowId', 'highId', 'kind', 'wishedBy'] as const satisfies readonly (keyof PairRule)[];

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
  const { communityId, giverId, askerId, introducedAt, endedAt, expiresAt } = introduction;
  const rule = (kind: PairRuleKind, until: string | null): PairRule => ({ communityId, ...pairOf(giverId, askerId), kind, until, wishedBy: '', shownAs: null });
  if (introducedAt !== null) return [rule('freeze', later(introducedAt, PAIR_FREEZE))];
  if (endedAt === null) return [];
  const knowers = SIDES.filter((side) => answerOf(side, introduction) === 'known').map((side) => memberOn(side, introduction));
  return [rule('rest', later(expiresAt, PAIR_REST)), ...knowers.map((wishedBy): PairRule => ({ ...rule('known', null), wishedBy, shownAs: 'first-name' }))];
}
