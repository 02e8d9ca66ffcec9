import type { Language, StatementKind } from '../engine/engine.js';

type Title = Readonly<Record<Language, string>>;

/** How many people seek in a field of life or work, and how many offer something there. */
export interface FieldCoverage {
  readonly title: Title;
  readonly askers: number;
  readonly givers: number;
}

/** What people seek, and nobody else offers. */
export interface Gap {
  readonly title: Title;
  readonly askers: number;
}

export interface Coverage {
  /** In the order of the fields; those that nobody speaks of are left out. */
  readonly fields: readonly FieldCoverage[];
  /** What most people miss comes first; ties fall by the order of the topic cards. */
  readonly gaps: readonly Gap[];
}

/** Where a statement stands. */
export interface Placed {
  readonly field: number | undefined;
  /** Topic cards that a statement is about, the nearest first. */
  readonly cards: readonly number[];
}

interface Titles {
  readonly fields: readonly Title[];
  readonly cardOf: (card: number) => Title;
}

/** Counts people, not statements: whoever asks for the same thing three times is one who seeks it. */
export function coverageOf(
  statements: readonly { readonly id: string; readonly memberId: string; readonly kind: StatementKind }[],
  placeOf: (statementId: string) => Placed,
  { fields, cardOf }: Titles,
): Coverage {
  const people = { ask: fields.map(() => new Set<string>()), offer: fields.map(() => new Set<string>()) };
  const seekers = new Map<number, Set<string>>();
  const givers = new Map<number, Set<string>>();
  for (const { id, memberId, kind } of statements) {
    const { field, cards } = placeOf(id);
    if (field !== undefined) people[kind][field]!.add(memberId);
    // An ask is about its nearest card; an offer covers every card that it is clearly about.
    const [its, covered] = kind === 'ask' ? [seekers, cards.slice(0, 1)] : [givers, cards];
    for (const card of covered) its.set(card, (its.get(card) ?? new Set()).add(memberId));
  }
  const isMissed = ([card, askers]: readonly [number, ReadonlySet<string>]): boolean => {
    const offering = givers.get(card);
    // Nobody serves their own ask.
    return offering === undefined || (offering.size === 1 && askers.size === 1 && [...askers].every((asker) => offering.has(asker)));
  };
  return {
    fields: fields.map((title, field) => ({ title, askers: people.ask[field]!.size, givers: people.offer[field]!.size })).filter(({ askers, givers: offering }) => askers + offering > 0),
    gaps: [...seekers]
      .filter(isMissed)
      .sort(([a, one], [b, other]) => other.size - one.size || a - b)
      .map(([card, askers]) => ({ title: cardOf(card), askers: askers.size })),
  };
}
