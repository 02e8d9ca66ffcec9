import { ANSWER_TIME, later, type Introduction, type OpenedBy } from '../../src/introductions/introduction.js';
import { next, type Event } from '../../src/introductions/transitions.js';

export const START = '2026-03-02T08:00:00.000Z';

/** A proposal that nobody has answered. */
export function proposed(openedBy: OpenedBy = 'service'): Introduction {
  return {
    id: 'introduction',
    communityId: 'community',
    askId: 'ask',
    offerId: 'offer',
    giverId: 'giver',
    askerId: 'asker',
    connectorId: openedBy === 'connector' ? 'connector' : null,
    openedBy,
    words: openedBy === 'connector' ? 'You two bake.' : null,
    askPhrase: 'bread',
    offerPhrase: 'oven',
    state: 'proposed',
    step: null,
    giverAnswer: 'none',
    askerAnswer: 'none',
    giverAnsweredAt: null,
    heldBy: null,
    askedAt: START,
    remindedAt: null,
    expiresAt: later(START, ANSWER_TIME),
    holdUntil: null,
    freedAt: null,
    introducedAt: null,
    outcomeAskedAt: null,
    endedAt: null,
    giverOutcome: null,
    askerOutcome: null,
    thanks: null,
    revision: 0,
  };
}

/** The introduction after events that must each be accepted, all at one moment unless told otherwise. */
export function after(introduction: Introduction, ...events: (Event | { readonly at: string })[]): Introduction {
  let now = START;
  let current = introduction;
  for (const event of events) {
    if ('at' in event) now = event.at;
    else {
      const changed = next(current, event, now);
      if (typeof changed === 'string') throw new Error(`${event.kind} in ${current.state} was refused: ${changed}`);
      current = changed;
    }
  }
  return current;
}

export const giverYes: Event = { kind: 'yes', side: 'giver', step: 'note' };
export const askerYes: Event = { kind: 'yes', side: 'asker' };

/** Opened by the giver's "gladly". */
export function offered(): Introduction {
  return { ...after(proposed(), giverYes), openedBy: 'giver' };
}

/** Opened by the asker, who would like this giver's help. */
export function accepted(): Introduction {
  return { ...after(proposed(), askerYes), openedBy: 'asker' };
}
