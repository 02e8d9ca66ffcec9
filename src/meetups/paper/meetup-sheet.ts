import type { Language } from '../../engine/engine.js';

/** All that is put on paper for a meetup. Names are as they may be read aloud, each guest's once; nothing in here is contact data. */
export interface MeetupSheet {
  readonly title: string;
  /** Empty where it is not known. */
  readonly place: string;
  /** Day and time as people of the sheet's language write them; empty where not known. */
  readonly dateText: string;
  /** Of the host sheet, the map and all headings that are not a guest's own. */
  readonly language: Language;
  /** In the order in which the host makes them. */
  readonly introductions: readonly SheetIntroduction[];
  readonly guests: readonly SheetGuest[];
  /** Asks that nobody of the list can serve. */
  readonly unanswered: readonly { readonly guest: string; readonly ask: string }[];
  readonly coverage: { readonly asks: number; readonly answered: number };
  readonly gaps: readonly SheetGap[];
  /** Only where the evening has rounds or tables. */
  readonly programme?: SheetProgramme;
}

export interface SheetProgramme {
  readonly rounds: readonly SheetRound[];
  /** By round, the tables with the names of those who sit there. */
  readonly tables: readonly (readonly (readonly string[])[])[];
}

/** A timed round of two. */
export interface SheetRound {
  readonly number: number;
  /** Minutes from the start of the first round. */
  readonly starts: number;
  readonly ends: number;
  readonly pairs: readonly (readonly [giver: string, asker: string])[];
  /** Who has a talk at all, but none now. */
  readonly pausing: readonly string[];
}

export interface SheetIntroduction {
  readonly giver: string;
  readonly asker: string;
  /** The phrases of both that met. */
  readonly ask: string;
  readonly offer: string;
  /** What the host says. */
  readonly sentence: string;
  /** A third guest who can bring the two together. */
  readonly connector?: string;
}

export interface SheetGuest {
  readonly name: string;
  readonly language: Language;
  /** Whom this guest can help: stands first, always (P1). */
  readonly give: readonly SheetTie[];
  readonly receive: readonly SheetTie[];
}

export interface SheetTie {
  readonly name: string;
  /** Why, in the guest's language and both sides' words. */
  readonly reason: string;
}

/** Something that several guests look for and nobody serves: whom to invite next. */
export interface SheetGap {
  readonly topic: string;
  /** How many guests look for it. */
  readonly askers: number;
}

/** So many guests make a gap of the room; one alone stands among the unanswered asks. */
const FEWEST_ASKERS = 2;

/** Groups asks that nobody serves by what they are about; asks without a topic belong to no group. Largest first, ties by topic. */
export function gapsOf(unanswered: readonly { readonly guest: string; readonly topic: string | undefined }[]): SheetGap[] {
  const askers = new Map<string, Set<string>>();
  for (const { guest, topic } of unanswered) {
    if (topic === undefined || topic === '') continue;
    askers.set(topic, (askers.get(topic) ?? new Set()).add(guest));
  }
  const groups = [...askers].map(([topic, guests]) => ({ topic, askers: guests.size }));
  return groups.filter((group) => group.askers >= FEWEST_ASKERS).sort((a, b) => b.askers - a.askers || (a.topic < b.topic ? -1 : 1));
}
