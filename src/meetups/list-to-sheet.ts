import { fold, type Language, type Range } from '../engine/engine.js';
import { message } from '../html/messages.js';
import type { Side } from '../introductions/facet-clause.js';
import { quote } from '../introductions/reason.js';
import type { Attendee } from './attendees.js';
import type { IntroList, ListedIntroduction } from './intro-list.js';
import { gapsOf, type MeetupSheet, type SheetIntroduction } from './paper/meetup-sheet.js';
import { withoutContact } from './paper/without-contact.js';
import type { CalledGuest, Programme } from './programme.js';

/** What the sheet says of the meetup itself. */
export type MeetupHead = Pick<MeetupSheet, 'title' | 'place' | 'dateText' | 'language'>;

/** What the sheet wants to know of people's words. */
export interface WordReader {
  /** In which language a guest's card is written. */
  readonly languageOf: (attendee: Attendee) => Language;
  /** What an ask is about, in the sheet's language; undefined where that is not clear. */
  readonly topicOf: (ask: string) => string | undefined;
}

interface Pair {
  readonly giver: number;
  readonly asker: number;
  readonly introduction: ListedIntroduction;
}

/** Characters up to which a statement is read aloud whole. */
const WHOLE = 70;
/** The host makes no more than this many introductions a giver and an asker: an evening is short. The cards hold them all. */
const MOST_OF_HOST = 1;

/** Puts an intro list into the form that paper takes. @param evening rounds and tables of the same guests, where there are any */
export function sheetOfIntroList({ guests }: IntroList, attendees: readonly Attendee[], head: MeetupHead, { languageOf, topicOf }: WordReader, evening: Programme = {}): MeetupSheet {
  const { language } = head;
  const names = readableNames(attendees, language);
  const indexOf = new Map(guests.map(({ name, email }, i) => [`${name}\n${email}`, i] as const).reverse());
  const other = ({ name, email }: CalledGuest): number => indexOf.get(`${name}\n${email}`)!;
  const onPaper = (text: string, its: Language): string => withoutContact(text, message(its, 'paper.contact'));
  const phrases = ({ ask, offer, matched }: ListedIntroduction, its: Language): { ask: string; offer: string } => ({
    ask: onPaper(spoken(ask, matched.ask), its),
    offer: onPaper(spoken(offer, matched.offer), its),
  });

  const pairs = pairsOf(
    guests.map(({ give, receive }, i) => ({
      give: give.map((introduction) => ({ giver: i, asker: other(introduction), introduction })),
      receive: receive.map((introduction) => ({ giver: other(introduction), asker: i, introduction })),
    })),
  );
  const met = guests.map(() => new Set<number>());
  for (const { giver, asker } of pairs) {
    met[giver]!.add(asker);
    met[asker]!.add(giver);
  }
  const introductions = hostOrder(pairs).map(({ giver, asker, introduction }): SheetIntroduction => {
    const words = phrases(introduction, language);
    const connector = [...met[giver]!].filter((guest) => met[asker]!.has(guest)).sort((a, b) => a - b)[0];
    return {
      giver: names[giver]!,
      asker: names[asker]!,
      ...words,
      sentence: message(language, 'paper.sentence', { giver: firstName(names[giver]!, names), asker: firstName(names[asker]!, names), ...words }),
      ...(connector !== undefined && { connector: names[connector]! }),
    };
  });

  const served = new Set(pairs.map(({ asker, introduction }) => `${asker}\n${introduction.ask}`));
  const unanswered = attendees.flatMap(({ asks }, i) => asks.filter((ask) => !served.has(`${i}\n${ask}`)).map((ask) => ({ guest: names[i]!, ask, topic: topicOf(ask) })));
  const asks = attendees.reduce((count, attendee) => count + attendee.asks.length, 0);
  return {
    ...head,
    introductions,
    guests: guests.map(({ give, receive }, i) => {
      const its = languageOf(attendees[i]!);
      const tie = (side: Side) => (introduction: ListedIntroduction) => ({ name: names[other(introduction)]!, reason: message(its, `paper.tie.${side}`, phrases(introduction, its)) });
      return { name: names[i]!, language: its, give: give.map(tie('give')), receive: receive.map(tie('receive')) };
    }),
    unanswered: unanswered.map(({ guest, ask }) => ({ guest, ask: onPaper(ask, language) })),
    coverage: { asks, answered: asks - unanswered.length },
    gaps: gapsOf(unanswered),
    ...programmeWith((guest) => names[other(guest)]!, evening),
  };
}

/** Rounds and tables with the names that stand on paper; nothing where the evening has neither. */
function programmeWith(nameOf: (guest: CalledGuest) => string, { rounds = [], tables = [] }: Programme): Pick<MeetupSheet, 'programme'> {
  if (rounds.length + tables.length === 0) return {};
  const timed = rounds.map(({ number, starts, ends, pairs, pausing }) => ({
    number,
    starts,
    ends,
    pairs: pairs.map(([giver, asker]) => [nameOf(giver), nameOf(asker)] as const),
    pausing: pausing.map(nameOf),
  }));
  return { programme: { rounds: timed, tables: tables.map((round) => round.map((table) => table.map(nameOf))) } };
}

/** A short statement whole, as it makes a sentence; of a longer one the phrases that met. */
function spoken(text: string, ranges: readonly Range[]): string {
  return text.length <= WHOLE ? text.replace(/[\s.!]+$/u, '') : quote(text, ranges);
}

/** Each name once: two of the same are numbered, and whoever signed up with an address alone is a guest with a number. */
function readableNames(attendees: readonly Attendee[], language: Language): string[] {
  const seen = new Map<string, number>();
  return attendees.map(({ name }, i) => {
    const readable = name.includes('@') ? message(language, 'paper.guest', { number: i + 1 }) : name;
    const times = (seen.get(fold(readable)) ?? 0) + 1;
    seen.set(fold(readable), times);
    return times === 1 ? readable : `${readable} (${times})`;
  });
}

/** The first name where only one guest bears it. */
function firstName(name: string, names: readonly string[]): string {
  const first = name.split(' ', 1)[0]!;
  return names.filter((other) => other === first || other.startsWith(`${first} `)).length === 1 && !/[().\d]/u.test(name) ? first : name;
}

/** Every pair once, those that must meet first, then the best; ties fall by the order of the list. */
function pairsOf(sides: readonly { readonly give: readonly Pair[]; readonly receive: readonly Pair[] }[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const pair of sides.flatMap(({ give, receive }) => [...give, ...receive])) {
    const key = `${pair.giver}/${pair.asker}`;
    const before = pairs.get(key);
    if (before === undefined || pair.introduction.affinity > before.introduction.affinity) pairs.set(key, pair);
  }
  return [...pairs.values()].sort(
    (a, b) => Number(b.introduction.must ?? false) - Number(a.introduction.must ?? false) || b.introduction.affinity - a.introduction.affinity || a.giver - b.giver || a.asker - b.asker,
  );
}

/** Best first, each guest once as giver and once as asker, so that everybody has somebody before anybody has two. */
function hostOrder(pairs: readonly Pair[]): Pair[] {
  const given = new Map<number, number>();
  const helped = new Map<number, number>();
  return pairs.filter(({ giver, asker }) => {
    const [gives, gets] = [given.get(giver) ?? 0, helped.get(asker) ?? 0];
    if (gives >= MOST_OF_HOST || gets >= MOST_OF_HOST) return false;
    given.set(giver, gives + 1);
    helped.set(asker, gets + 1);
    return true;
  });
}
