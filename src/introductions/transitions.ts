import {
  ANSWER_TIME,
  FOLLOW_UP_AFTER,
  HOLD,
  REMINDER_AFTER,
  answerOf,
  canUndoNo,
  later,
  otherSide,
  phaseOf,
  type Answer,
  type Introduction,
  type Outcome,
  type Phase,
  type RefusingAnswer,
  type Side,
  type State,
  type Step,
} from './introduction.js';

/** What one of the two does. */
export type PersonEvent =
  | { readonly kind: 'yes'; readonly side: 'giver'; readonly step: Step }
  | { readonly kind: 'yes'; readonly side: 'asker' }
  | { readonly kind: 'no'; readonly side: Side; readonly why: RefusingAnswer }
  | { readonly kind: 'undo'; readonly side: Side }
  | { readonly kind: 'withdraw'; readonly side: Side }
  | { readonly kind: 'outcome'; readonly side: Side; readonly outcome: Outcome }
  | { readonly kind: 'thank'; readonly side: Side; readonly note: string };

/** What time does, and `cut`: one of the two paused, left, or does not want to be introduced to the other any more. */
export type SilentEvent = { readonly kind: 'remind' | 'expire' | 'holdOver' | 'askOutcome' | 'cut' };

export type Event = PersonEvent | SilentEvent;

export type Refusal = 'not-asked' | 'not-answered' | 'answered-already' | 'introduced-already' | 'told-already' | 'not-yours' | 'too-early' | 'too-late' | 'over';

type EventOf<K extends PersonEvent['kind']> = Extract<PersonEvent, { kind: K }>;
type Rule<E> = (introduction: Introduction, event: E, now: string) => Introduction | Refusal;

/**
 * What a person may do follows from what that person sees, never from what only the other knows: so no refusal tells whether the other declined.
 * Cells left out refuse with the reason of the phase.
 */
const BY_PHASE: { readonly [K in PersonEvent['kind']]: Partial<Record<Phase, Rule<EventOf<K>>>> } = {
  yes: { asked: sayYes, hidden: sayYesUnasked },
  no: { asked: sayNo },
  undo: { held: undoYes, declined: undoNo },
  withdraw: { waiting: takeBack, held: takeBack },
  outcome: { introduced: tellOutcome },
  thank: { introduced: thank },
};

/** What happens without anybody's answer follows from the state; cells left out are refused as `over`. */
const BY_STATE: Readonly<Record<SilentEvent['kind'], Partial<Record<State, Rule<SilentEvent>>>>> = {
  remind: { proposed: remind, offered: remind, accepted: remind },
  expire: { proposed: expire, offered: expire, accepted: expire, declined: free, withdrawn: free },
  holdOver: { held: introduce },
  askOutcome: { introduced: askOutcome },
  cut: { proposed: cut, offered: cut, accepted: cut, held: cut, declined: cut, introduced: closeSilently },
};

const REFUSED_IN: Readonly<Record<Phase, Refusal>> = {
  hidden: 'not-asked',
  asked: 'not-answered',
  waiting: 'answered-already',
  held: 'answered-already',
  declined: 'answered-already',
  introduced: 'introduced-already',
  over: 'over',
};

/** The introduction after an event, or why the event changes nothing. Total: every event in every state has one of the two. */
export function next(introduction: Introduction, event: Event, now: string): Introduction | Refusal {
  if (!('side' in event)) return BY_STATE[event.kind][introduction.state]?.(introduction, event, now) ?? 'over';
  const phase = phaseOf(event.side, introduction, now);
  const rule = BY_PHASE[event.kind][phase] as Rule<PersonEvent> | undefined;
  return rule ? rule(introduction, event, now) : REFUSED_IN[phase];
}

/** Whether an event only says again what is so already, as a button pressed twice does. */
export function repeats(introduction: Introduction, event: PersonEvent): boolean {
  const { side } = event;
  if (event.kind === 'yes') return answerOf(side, introduction) === 'yes';
  if (event.kind === 'no') return answerOf(side, introduction) === event.why;
  if (event.kind === 'thank') return side === 'asker' && introduction.thanks === event.note;
  if (event.kind !== 'outcome') return false;
  const told = side === 'giver' ? introduction.giverOutcome : introduction.askerOutcome;
  return told?.met === event.outcome.met && told.helped === event.outcome.helped && told.tellConnector === event.outcome.tellConnector;
}

/** A first yes asks the other side, a second one begins the hold. */
function sayYes(introduction: Introduction, event: EventOf<'yes'>, now: string): Introduction {
  const answered = { ...introduction, ...answering(event.side, 'yes', now), ...(event.side === 'giver' && { step: event.step }) };
  if (answerOf(otherSide(event.side), introduction) === 'yes') return { ...answered, state: 'held', heldBy: event.side, holdUntil: later(now, HOLD) };
  if (event.side === 'asker') return { ...answered, state: 'accepted' };
  return { ...answered, state: 'offered', askedAt: now, remindedAt: null, expiresAt: later(now, ANSWER_TIME) };
}

/** An asker who names this giver of their own accord, while a proposal that nobody told them of is open, says the first yes to it. */
function sayYesUnasked(introduction: Introduction, event: EventOf<'yes'>, now: string): Introduction | Refusal {
  return introduction.state === 'proposed' && now < introduction.expiresAt ? sayYes(introduction, event, now) : 'not-asked';
}

function sayNo(introduction: Introduction, { side, why }: EventOf<'no'>, now: string): Introduction {
  return { ...introduction, ...answering(side, why, now), state: 'declined', endedAt: now, holdUntil: later(now, HOLD) };
}

/** The question stands again as it stood before the second yes. */
function undoYes(introduction: Introduction, { side }: EventOf<'undo'>): Introduction {
  const reopened = { ...introduction, ...answering(side, 'none', null), heldBy: null, holdUntil: null };
  return side === 'giver' ? { ...reopened, step: null, state: 'accepted' } : { ...reopened, state: 'offered' };
}

function undoNo(introduction: Introduction, { side }: EventOf<'undo'>, now: string): Introduction | Refusal {
  if (!canUndoNo(introduction, now)) return 'too-late';
  const state = side === 'asker' ? 'offered' : introduction.askerAnswer === 'yes' ? 'accepted' : 'proposed';
  return { ...introduction, ...answering(side, 'none', null), state, endedAt: null, holdUntil: null };
}

/** Also where the other side declined long ago: whoever takes a yes back learns nothing by it. */
function takeBack(introduction: Introduction, { side }: EventOf<'withdraw'>, now: string): Introduction {
  return { ...introduction, ...answering(side, 'none', null), state: 'withdrawn', endedAt: introduction.endedAt ?? now, heldBy: null, holdUntil: null };
}

function tellOutcome(introduction: Introduction, { side, outcome }: EventOf<'outcome'>, now: string): Introduction | Refusal {
  if ((side === 'giver' ? introduction.giverOutcome : introduction.askerOutcome) !== null) return 'told-already';
  return { ...introduction, ...(side === 'giver' ? { giverOutcome: outcome } : { askerOutcome: outcome }), state: 'closed', endedAt: introduction.endedAt ?? now };
}

function thank(introduction: Introduction, { side, note }: EventOf<'thank'>): Introduction | Refusal {
  if (side === 'giver') return 'not-yours';
  return introduction.thanks === null ? { ...introduction, thanks: note } : 'told-already';
}

function remind(introduction: Introduction, _: SilentEvent, now: string): Introduction | Refusal {
  if (introduction.remindedAt !== null) return 'told-already';
  if (now >= introduction.expiresAt) return 'too-late';
  return now < later(introduction.askedAt, REMINDER_AFTER) ? 'too-early' : { ...introduction, remindedAt: now };
}

function expire(introduction: Introduction, _: SilentEvent, now: string): Introduction | Refusal {
  return now < introduction.expiresAt ? 'too-early' : { ...introduction, state: 'expired', endedAt: now, freedAt: now };
}

/** What ended before its time frees whoever waited when the time is over, as silence does. */
function free(introduction: Introduction, _: SilentEvent, now: string): Introduction | Refusal {
  if (introduction.freedAt !== null) return 'told-already';
  return now < introduction.expiresAt ? 'too-early' : { ...introduction, freedAt: now };
}

function introduce(introduction: Introduction, _: SilentEvent, now: string): Introduction | Refusal {
  return now < introduction.holdUntil! ? 'too-early' : { ...introduction, state: 'introduced', introducedAt: now, holdUntil: null };
}

function askOutcome(introduction: Introduction, _: SilentEvent, now: string): Introduction | Refusal {
  if (introduction.outcomeAskedAt !== null) return 'told-already';
  return now < later(introduction.introducedAt!, FOLLOW_UP_AFTER) ? 'too-early' : { ...introduction, outcomeAskedAt: now };
}

function cut(introduction: Introduction, _: SilentEvent, now: string): Introduction {
  return { ...introduction, state: 'withdrawn', endedAt: introduction.endedAt ?? now, heldBy: null, holdUntil: null };
}

/** Contact data is out already; nobody is asked about it any more. */
function closeSilently(introduction: Introduction, _: SilentEvent, now: string): Introduction {
  return { ...introduction, state: 'closed', endedAt: now };
}

function answering(side: Side, answer: Answer, at: string | null): Partial<Introduction> {
  return side === 'giver' ? { giverAnswer: answer, giverAnsweredAt: at } : { askerAnswer: answer };
}
