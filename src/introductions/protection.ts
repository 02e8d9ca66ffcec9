import { isPaused, type Member } from '../members/member.js';
import { CAPACITY_WINDOW, GIVER_REST, isPending, later, type Introduction } from './introduction.js';
import { holds, pairOf, type PairRule } from './pair-rule.js';

/** What is known at a moment about the members in question. */
export interface Facts {
  readonly now: string;
  readonly members: ReadonlyMap<string, Pick<Member, 'capacity' | 'pausedUntil'>>;
  readonly rules: readonly PairRule[];
  /** Those under way, and those with an answer of their giver within the last 30 days. */
  readonly introductions: readonly Introduction[];
}

/** Who may be brought together at a moment: givers are protected, pairs are left alone, an ask is with one giver at a time. */
export interface Protection {
  readonly isKnown: (memberId: string) => boolean;
  /** Whether a member is known, and not paused. */
  readonly isHere: (memberId: string) => boolean;
  /** Whether a giver has said yes fewer times within 30 days than the capacity allows. */
  readonly mayGive: (giverId: string) => boolean;
  /** Whether a giver may be asked: here, rested, and with capacity for the questions that are open too. */
  readonly mayBeAsked: (giverId: string) => boolean;
  /** Whether a rule stands between two members. */
  readonly isBarred: (one: string, other: string) => boolean;
  /** How many more people a giver may be asked for within the capacity of these 30 days. */
  readonly capacityLeft: (giverId: string) => number;
  /** Whether nothing stands between two members: neither a rule nor an introduction under way, in either direction. */
  readonly isFreePair: (one: string, other: string) => boolean;
  /** Whether somebody takes care of this ask at the moment. */
  readonly isTaken: (askId: string) => boolean;
}

export function protectionOf({ now, members, rules, introductions }: Facts): Protection {
  const today = now.slice(0, 10);
  const barred = new Pairs();
  for (const rule of rules) if (holds(rule, now)) barred.add(rule.lowId, rule.highId);
  const busy = new Pairs();
  const taken = new Set<string>();
  const yeses = new Map<string, number>();
  const questions = new Map<string, number>();
  const resting = new Set<string>();
  for (const introduction of introductions) {
    const { giverId, askerId, askId, giverAnswer, giverAnsweredAt, state, expiresAt } = introduction;
    if (isPending(introduction, now)) {
      taken.add(askId);
      busy.add(giverId, askerId);
    }
    if (giverAnswer === 'yes' && giverAnsweredAt! > later(now, -CAPACITY_WINDOW)) yeses.set(giverId, (yeses.get(giverId) ?? 0) + 1);
    if ((state === 'proposed' || state === 'accepted') && now < expiresAt) questions.set(giverId, (questions.get(giverId) ?? 0) + 1);
    if (giverAnswer === 'not-now' && giverAnsweredAt! > later(now, -GIVER_REST)) resting.add(giverId);
  }
  const capacityOf = (memberId: string): number => members.get(memberId)?.capacity ?? 0;
  const capacityLeft = (giverId: string): number => Math.max(0, capacityOf(giverId) - (yeses.get(giverId) ?? 0) - (questions.get(giverId) ?? 0));
  const isHere = (memberId: string): boolean => members.has(memberId) && !isPaused(members.get(memberId)!, today);
  return {
    isKnown: (memberId) => members.has(memberId),
    isHere,
    mayGive: (giverId) => (yeses.get(giverId) ?? 0) < capacityOf(giverId),
    mayBeAsked: (giverId) => isHere(giverId) && !resting.has(giverId) && capacityLeft(giverId) > 0,
    capacityLeft,
    isBarred: (one, other) => barred.has(one, other),
    isFreePair: (one, other) => !barred.has(one, other) && !busy.has(one, other),
    isTaken: (askId) => taken.has(askId),
  };
}

/** Pairs of members, in either direction; asked for every possible pair of a community, so without making a key for each question. */
class Pairs {
  private readonly others = new Map<string, Set<string>>();

  add(one: string, other: string): void {
    const { lowId, highId } = pairOf(one, other);
    const known = this.others.get(lowId);
    if (known) known.add(highId);
    else this.others.set(lowId, new Set([highId]));
  }

  has(one: string, other: string): boolean {
    return this.others.size > 0 && (one < other ? this.others.get(one)?.has(other) : this.others.get(other)?.has(one)) === true;
  }
}
