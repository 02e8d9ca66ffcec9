import type { Engine, IntroPlan, Language, Range, Statement } from '../engine/engine.js';
import { message } from '../html/messages.js';
import { reasonFor } from '../introductions/reason.js';
import type { AttendeeList, Attendee } from './attendees.js';
import type { Room } from './room.js';

export interface ListedIntroduction {
  readonly name: string;
  readonly email: string;
  readonly ask: string;
  readonly offer: string;
  /** 0..1. */
  readonly affinity: number;
  readonly reason: string;
  /** Only where the organizer wants these two to meet, come what may. */
  readonly must?: true;
  readonly matched: { readonly ask: readonly Range[]; readonly offer: readonly Range[] };
}

export interface ListedGuest {
  readonly name: string;
  readonly email: string;
  readonly give: readonly ListedIntroduction[];
  readonly receive: readonly ListedIntroduction[];
}

/** A guest who looks for something and is helped by nobody. */
export interface UnservedGuest {
  readonly name: string;
  readonly email: string;
  readonly reason: IntroPlan['unserved'][number]['reason'];
}

export interface IntroList {
  /** In the order of the sign-ups. */
  readonly guests: readonly ListedGuest[];
  readonly summary: {
    readonly read: number;
    readonly merged: number;
    readonly skipped: number;
    readonly warnings: number;
    readonly introductions: number;
    /** Guests who look for something, and how many of them are helped. */
    readonly askers: number;
    readonly served: number;
    readonly unserved: readonly UnservedGuest[];
    readonly proof: IntroPlan['proof'];
  };
}

/** One introduction as it was decided: the giver's and the asker's numbers in the room, and the words that meet. */
export interface DecidedIntroduction {
  readonly giver: number;
  readonly asker: number;
  readonly ask: Statement;
  readonly offer: Statement;
  readonly affinity: number;
  /** Whether a rule of the organizer wants it. */
  readonly must: boolean;
}

/** What was decided for a room, by the plan and by whoever changed it. */
export interface Outcome extends Pick<IntroPlan, 'served' | 'unserved' | 'proof'> {
  readonly introductions: readonly DecidedIntroduction[];
}

/** What a plan decides, with the statements behind each introduction. */
export function outcomeOf({ servings }: Room, { introductions, served, unserved, proof }: IntroPlan): Outcome {
  const decided = introductions.map(({ giver, asker, edge, rule }) => ({
    giver,
    asker,
    ask: servings[edge!]!.ask,
    offer: servings[edge!]!.offer,
    affinity: servings[edge!]!.affinity,
    must: rule !== undefined,
  }));
  return { introductions: decided, served, unserved, proof };
}

/** What was decided as people read it: for each guest whom they can help, then who can help them (P1), best first, with the reason in the guest's language. */
export function introList({ attendees, read, merged, skipped, warnings }: AttendeeList, { people, numberOf, request }: Room, plan: Outcome, engine: Engine): IntroList {
  const languages = people.map((person) => languageOf(person, engine));
  const give = people.map((): ListedIntroduction[] => []);
  const receive = people.map((): ListedIntroduction[] => []);
  for (const { giver, asker, ask, offer, affinity, must } of [...plan.introductions].sort((a, b) => b.affinity - a.affinity || a.giver - b.giver || a.asker - b.asker)) {
    const explanation = engine.explain(ask, offer);
    const texts = { ask: ask.text, offer: offer.text };
    const listed = (side: 'give' | 'receive', reader: number, other: number): ListedIntroduction => {
      const { name, email } = people[other]!;
      const reason = reasonFor(side, name, texts, explanation, languages[reader]!);
      // Words that hardly meet are not passed off as a fit (P4).
      const told = affinity < request.threshold ? message(languages[reader]!, 'intros.must', { reason }) : reason;
      return { name, email, ...texts, affinity, reason: told, ...(must && { must }), matched: explanation.matched };
    };
    give[giver]!.push(listed('give', giver, asker));
    receive[asker]!.push(listed('receive', asker, giver));
  }
  const guests = attendees.map((attendee): ListedGuest => {
    const number = numberOf.get(attendee)!;
    return { name: attendee.name, email: attendee.email, give: give[number]!, receive: receive[number]! };
  });
  const unserved = plan.unserved.map(({ asker, reason }) => ({ name: people[asker]!.name, email: people[asker]!.email, reason }));
  const askers = attendees.filter(({ asks }) => asks.length > 0).length;
  const planned = { introductions: plan.introductions.length, askers, served: plan.served, unserved, proof: plan.proof };
  return { guests, summary: { read, merged, skipped, warnings: warnings.length, ...planned } };
}

/** The language a guest writes in: that of all their statements together. */
export function languageOf({ asks, offers }: Pick<Attendee, 'asks' | 'offers'>, engine: Pick<Engine, 'guessLanguage'>): Language {
  return engine.guessLanguage([...asks, ...offers].join('. '));
}
