import { whyNot, type Decider, type IntroPlan, type Language } from '../engine/engine.js';
import { DomainError } from '../errors.js';
import { message } from '../html/messages.js';
import type { Attendee } from './attendees.js';
import type { GuestFinder } from './guest-finder.js';
import { canHelp } from './known-pairs.js';
import type { Room } from './room.js';

/** Why one guest is not introduced as a helper of another, or that they are. */
export interface PairAnswer {
  readonly giver: string;
  readonly asker: string;
  readonly because: Decider | 'no offer' | 'no ask' | (typeof APART)[number];
  /** 0..1, where both have words to meet. */
  readonly affinity?: number;
  /** How much affinity the pair lacks for a place in the plan. */
  readonly lacking?: number;
  /** Who holds the places. */
  readonly instead: readonly string[];
  /** All of it as a sentence. */
  readonly text: string;
}

/** What each reason is told by; those that a room of guests never has are told as one. */
const TOLD_AS = {
  planned: 'planned',
  'no offer': 'no-offer',
  'no ask': 'no-ask',
  known: 'known',
  never: 'never',
  colleagues: 'colleagues',
  swapped: 'swapped',
  forbidden: 'never',
  'no affinity above threshold': 'too-far',
  freeze: 'must',
  floor: 'floor',
  'giver full': 'giver-full',
  'exposure cap': 'giver-full',
  'asker full': 'asker-full',
  'no place at all': 'nothing-to-gain',
  penalty: 'nothing-to-gain',
  'nothing to gain': 'nothing-to-gain',
} as const satisfies Record<PairAnswer['because'], string>;

/** Rules that keep two apart. */
const APART = ['known', 'never', 'colleagues', 'swapped'] as const;

/** @throws not-found for a name that no guest bears, not-possible for one that several bear */
export function guestCalled(name: string, find: GuestFinder, language: Language): Attendee {
  const [guest, ...others] = find(name);
  if (guest === undefined) throw new DomainError('not-found', message(language, 'known.note.not-found', { name }));
  if (others.length > 0) throw new DomainError('not-possible', message(language, 'why.ambiguous', { name, count: others.length + 1 }));
  return guest;
}

/** Answers for both directions, the first of the two as giver first. */
export function whyNotThese(room: Room, plan: IntroPlan, one: Attendee, other: Attendee, language: Language): readonly PairAnswer[] {
  return [answer(room, plan, one, other, language), answer(room, plan, other, one, language)];
}

function answer(room: Room, plan: IntroPlan, giver: Attendee, asker: Attendee, language: Language): PairAnswer {
  const { people, numberOf, request } = room;
  const names = { giver: giver.name, asker: asker.name };
  const rule = room.pairs.find(({ rule: its, guests }) => APART.find((apart) => apart === its) !== undefined && guests.includes(giver) && guests.includes(asker));
  const found = canHelp(giver, asker) ? whyNot(plan, numberOf.get(giver)!, numberOf.get(asker)!) : undefined;
  const because = found === undefined ? (giver.offers.length === 0 ? 'no offer' : 'no ask') : (APART.find((apart) => apart === rule?.rule) ?? found.because);
  const forAsker = because === 'asker full';
  const instead = (found?.instead ?? []).map((held) => people[forAsker ? held.giver : held.asker]!.name);
  const text = message(language, `why.${TOLD_AS[because]}`, {
    ...names,
    instead: new Intl.ListFormat(language).format(instead),
    row: rule?.row ?? 0,
    affinity: found?.affinity ?? 0,
    threshold: request.threshold,
    lacking: found?.lacking ?? 0,
  });
  return { ...names, because, ...(found?.affinity !== undefined && { affinity: found.affinity }), ...(found?.lacking !== undefined && { lacking: found.lacking }), instead, text };
}
