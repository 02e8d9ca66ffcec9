import { Engine, type Language, type Range } from '../engine/engine.js';
import type { Side } from '../introductions/facet-clause.js';
import { reasonFor } from '../introductions/reason.js';
import type { AttendeeList, Attendee } from './attendees.js';

export interface ListedIntroduction {
  readonly name: string;
  readonly email: string;
  readonly ask: string;
  readonly offer: string;
  /** 0..1. */
  readonly affinity: number;
  readonly reason: string;
  readonly matched: { readonly ask: readonly Range[]; readonly offer: readonly Range[] };
}

export interface ListedGuest {
  readonly name: string;
  readonly email: string;
  readonly give: readonly ListedIntroduction[];
  readonly receive: readonly ListedIntroduction[];
}

export interface IntroList {
  readonly guests: readonly ListedGuest[];
  readonly summary: { readonly read: number; readonly merged: number; readonly skipped: number; readonly warnings: number };
}

/** For each guest whom they can help, then who can help them, with the reason in the guest's language. */
export function introList({ attendees, read, merged, skipped, warnings }: AttendeeList, engine: Engine, perPerson: number): IntroList {
  attendees.forEach((attendee, index) => {
    const owner = String(index);
    attendee.asks.forEach((text, i) => engine.put({ id: statementId(index, 'ask', i), owner, kind: 'ask', text }));
    attendee.offers.forEach((text, i) => engine.put({ id: statementId(index, 'offer', i), owner, kind: 'offer', text }));
  });
  const guests = attendees.map((attendee, index): ListedGuest => {
    const { give, receive } = engine.suggest(String(index), { most: perPerson });
    const language = languageOf(attendee, engine);
    const listed = (hit: (typeof give)[number], side: Side): ListedIntroduction => {
      const other = attendees[Number(side === 'give' ? hit.ask.owner : hit.offer.owner)]!;
      const explanation = engine.explain(hit.ask, hit.offer);
      const texts = { ask: hit.ask.text, offer: hit.offer.text };
      return { name: other.name, email: other.email, ...texts, affinity: hit.affinity, reason: reasonFor(side, other.name, texts, explanation, language), matched: explanation.matched };
    };
    return { name: attendee.name, email: attendee.email, give: give.map((hit) => listed(hit, 'give')), receive: receive.map((hit) => listed(hit, 'receive')) };
  });
  return { guests, summary: { read, merged, skipped, warnings: warnings.length } };
}

/** The language a guest writes in: that of all their statements together. */
export function languageOf({ asks, offers }: Attendee, engine: Engine): Language {
  return engine.guessLanguage([...asks, ...offers].join('. '));
}

function statementId(index: number, kind: string, position: number): string {
  return `${String(index).padStart(6, '0')}/${kind}/${String(position).padStart(3, '0')}`;
}
