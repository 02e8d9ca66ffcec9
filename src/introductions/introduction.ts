import type { BoardChoice } from '../members/statement.js';

/** The two who are introduced. */
export const SIDES = ['giver', 'asker'] as const;
export type Side = (typeof SIDES)[number];

/**
 * proposed: a connector or the service proposes, the giver is asked first · offered: the giver said gladly, the asker is asked · accepted: the asker would
 * like this help, the giver is asked · held: both said yes, undo is possible · introduced: contact data went out · closed: somebody told what came of it.
 */
export const STATES = ['proposed', 'offered', 'accepted', 'held', 'introduced', 'declined', 'withdrawn', 'expired', 'closed'] as const;
export type State = (typeof STATES)[number];

/** The smallest step that would help: five minutes by mail, a call, a coffee, a word at the next meetup. */
export const STEPS = ['note', 'call', 'coffee', 'meetup'] as const;
export type Step = (typeof STEPS)[number];

/** `known`: "we know each other", for good. */
export const REFUSING_ANSWERS = ['not-now', 'known'] as const;
export type RefusingAnswer = (typeof REFUSING_ANSWERS)[number];
export type Answer = 'none' | 'yes' | RefusingAnswer;

export type OpenedBy = Side | 'connector' | 'service';

/** What one side told. */
export interface Outcome {
  readonly met: boolean;
  readonly helped: boolean;
  /** Whether the connector may hear of it; told only when both sides agree. */
  readonly tellConnector: boolean;
}

/** An ask of one member and the help of another, on its way to a conversation. All moments are UTC, ISO 8601. */
export interface Introduction {
  readonly id: string;
  readonly communityId: string;
  readonly askId: string;
  /** Null where a connector thought of the giver. */
  readonly offerId: string | null;
  readonly giverId: string;
  readonly askerId: string;
  readonly connectorId: string | null;
  readonly openedBy: OpenedBy;
  /** The connector's two lines. */
  readonly words: string | null;
  /** What met, in the asker's and in the giver's own words, as it was when the introduction was opened. */
  readonly askPhrase: string;
  readonly offerPhrase: string;
  readonly state: State;
  /** Chosen by the giver with the yes. */
  readonly step: Step | null;
  readonly giverAnswer: Answer;
  readonly askerAnswer: Answer;
  readonly giverAnsweredAt: string | null;
  /** Whose yes was the second: only this side sees the hold. */
  readonly heldBy: Side | null;
  readonly askedAt: string;
  readonly remindedAt: string | null;
  readonly expiresAt: string;
  /** Until when the last answer can be undone. */
  readonly holdUntil: string | null;
  /** When whoever waited was told by time alone that nothing came of it; null before. */
  readonly freedAt: string | null;
  readonly introducedAt: string | null;
  readonly outcomeAskedAt: string | null;
  readonly endedAt: string | null;
  readonly giverOutcome: Outcome | null;
  readonly askerOutcome: Outcome | null;
  /** The asker's note to the giver. */
  readonly thanks: string | null;
  /** Grows with each change, so that of two answers at once only one is the first. */
  readonly revision: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A week holds a weekend and a busy day; whoever waits longer has forgotten why. */
export const ANSWER_TIME = 7 * DAY;
/** One reminder, past the middle, so that there is still time to act upon it. */
export const REMINDER_AFTER = 4 * DAY;
/** Long enough to see that a program or a slip of the finger pressed the button, short enough to feel like now. */
export const HOLD = 15 * MINUTE;
/** After an answer that was not yes the pair is left alone for a season. */
export const PAIR_REST = 90 * DAY;
/** After a "not now" nobody else asks this giver for a week. */
export const GIVER_REST = 7 * DAY;
/** Two who were introduced need no second introduction within a year. */
export const PAIR_FREEZE = 365 * DAY;
/** Two weeks are enough to have met, and few enough to remember it. */
export const FOLLOW_UP_AFTER = 14 * DAY;
/** Kept for handling abuse, then deleted. */
export const RECORD_LIFE = 365 * DAY;
/** What a capacity "a month" counts. */
export const CAPACITY_WINDOW = 30 * DAY;

/** A moment some milliseconds later (or earlier). */
export function later(moment: string, milliseconds: number): string {
  return new Date(Date.parse(moment) + milliseconds).toISOString();
}

export function answerOf(side: Side, { giverAnswer, askerAnswer }: Pick<Introduction, 'giverAnswer' | 'askerAnswer'>): Answer {
  return side === 'giver' ? giverAnswer : askerAnswer;
}

export function otherSide(side: Side): Side {
  return side === 'giver' ? 'asker' : 'giver';
}

export function memberOn(side: Side, { giverId, askerId }: Pick<Introduction, 'giverId' | 'askerId'>): string {
  return side === 'giver' ? giverId : askerId;
}

/** Which side a member stands on; undefined for everybody else, the connector too. */
export function sideOf(memberId: string, { giverId, askerId }: Pick<Introduction, 'giverId' | 'askerId'>): Side | undefined {
  return memberId === giverId ? 'giver' : memberId === askerId ? 'asker' : undefined;
}

/** Whose answer is waited for. */
export function askedSide({ state }: Pick<Introduction, 'state'>): Side | undefined {
  return state === 'offered' ? 'asker' : state === 'proposed' || state === 'accepted' ? 'giver' : undefined;
}

/** hidden: not asked yet · asked · waiting: said yes · held: said the second yes · declined: said no · introduced · over: nothing came of it. */
export const PHASES = ['hidden', 'asked', 'waiting', 'held', 'declined', 'introduced', 'over'] as const;
export type Phase = (typeof PHASES)[number];

/** All that one side may see of an introduction, apart from the texts of both. */
export interface SideView {
  readonly phase: Phase;
  /** The giver's own choice; the asker sees it with the question and after the introduction. */
  readonly step: Step | null;
  /** Until when the question stands, for whoever is asked or waits. */
  readonly answerUntil: string | null;
  readonly undoUntil: string | null;
  readonly introducedAt: string | null;
  /** What this side told. */
  readonly outcome: Outcome | null;
  readonly thanks: string | null;
}

/**
 * What a side sees at a moment. Whoever said yes and waits sees the same until `expiresAt`, and the same after it, whether the other side keeps silent,
 * declines, takes a yes back, is gone, or has said yes and may still undo it.
 */
export function visibleTo(side: Side, introduction: Introduction, now: string): SideView {
  const phase = phaseOf(side, introduction, now);
  const { step, expiresAt, introducedAt, thanks } = introduction;
  const told = phase === 'introduced';
  return {
    phase,
    step: side === 'giver' || phase === 'asked' || phase === 'held' || told ? step : null,
    answerUntil: phase === 'asked' || phase === 'waiting' ? expiresAt : null,
    undoUntil: phase === 'held' || (phase === 'declined' && canUndoNo(introduction, now)) ? introduction.holdUntil : null,
    introducedAt: told ? introducedAt : null,
    outcome: side === 'giver' ? introduction.giverOutcome : introduction.askerOutcome,
    thanks: told ? thanks : null,
  };
}

/** What tells the phase of each side. */
export type Standing = Pick<Introduction, 'state' | 'heldBy' | 'expiresAt' | 'introducedAt' | 'openedBy' | 'giverAnswer' | 'askerAnswer' | 'step' | 'outcomeAskedAt'>;

export function phaseOf(side: Side, introduction: Standing, now: string): Phase {
  const { state, heldBy, expiresAt, introducedAt } = introduction;
  const answer = answerOf(side, introduction);
  if (introducedAt !== null) return 'introduced';
  if (side === 'asker' && !askerWasAsked(introduction)) return 'hidden';
  if (answer === 'yes') return state === 'held' && heldBy === side ? 'held' : now < expiresAt ? 'waiting' : 'over';
  if (answer !== 'none') return 'declined';
  return askedSide(introduction) === side && now < expiresAt ? 'asked' : 'over';
}

/** Whether the asker has no name yet for this side: a giver who came by the board to an ask that stands there without one, until both have said yes. */
export function hidesAsker(side: Side, { openedBy, introducedAt }: Introduction, board: BoardChoice | null): boolean {
  return side === 'giver' && openedBy === 'giver' && introducedAt === null && board === 'unnamed';
}

/** Until the giver says yes to a proposal, the asker hears nothing of it and cannot be refused by anybody. */
function askerWasAsked({ openedBy, askerAnswer, step }: Standing): boolean {
  return openedBy === 'giver' || openedBy === 'asker' || askerAnswer !== 'none' || step !== null;
}

/** Whether the next helper is to be asked when nothing came of this one: the asker said yes to being helped, here or before the service went on asking. */
export function stillSeeksHelp(introduction: Introduction): boolean {
  return introduction.askerAnswer === 'yes' || (introduction.openedBy === 'service' && !askerWasAsked(introduction));
}

export function canUndoNo({ state, holdUntil, expiresAt }: Introduction, now: string): boolean {
  return state === 'declined' && holdUntil !== null && now < holdUntil && now < expiresAt;
}

/** Whether contact data may leave: two live yes. */
export function hasTwoYes({ giverAnswer, askerAnswer }: Introduction): boolean {
  return giverAnswer === 'yes' && askerAnswer === 'yes';
}

/** Whether the ask is taken care of for the moment, so that nobody else is asked: seen by the asker, who must not learn of a refusal by it. */
export function isPending(introduction: Standing, now: string): boolean {
  const { state, introducedAt, outcomeAskedAt } = introduction;
  if (state === 'introduced') return outcomeAskedAt === null && now < later(introducedAt!, FOLLOW_UP_AFTER);
  if (state === 'proposed') return now < introduction.expiresAt;
  const phase = phaseOf('asker', introduction, now);
  return phase === 'asked' || phase === 'waiting' || phase === 'held';
}
