import { fold, type Pair, type PlanEdge, type PlanRequest, type Statement } from '../engine/engine.js';
import type { Attendee } from './attendees.js';
import { mailboxOf } from './guest-list/people.js';
import { canHelp, type GuestPair, type PairRuleName } from './known-pairs.js';
import type { Weighed, Weighing } from './weighing.js';

/** Whose offer serves whose ask, and by which words. */
export interface Serving extends PlanEdge {
  readonly ask: Statement;
  readonly offer: Statement;
}

/** The guests of a meetup as the planner sees them: numbers outside, and who they are in `people`. */
export interface Room {
  /** In an order that does not depend on the rows of the list (P11). */
  readonly people: readonly Attendee[];
  readonly numberOf: ReadonlyMap<Attendee, number>;
  readonly servings: readonly Serving[];
  readonly request: PlanRequest & { readonly threshold: number };
  readonly pairs: readonly GuestPair[];
}

export interface RoomLimits {
  /** Introductions in which a guest is helped, at the most. */
  readonly perPerson: number;
  /** Introductions in which a guest helps, at the most. */
  readonly perGiver: number;
}

/**
 * Finds who can help whom: the best two statements of each ordered pair of guests, at or above the engine's threshold. Who asks nothing is
 * helped by nobody; who must meet does so whatever the affinity; colleagues need nobody to introduce them.
 *
 * @param weighing new, or of the same guests (by their ids) and possibly others
 * @param lookedAt pairs that are weighed also where many others fit better
 */
export function roomOf(
  attendees: readonly Attendee[],
  weighing: Weighing,
  { perPerson, perGiver }: RoomLimits,
  told: readonly GuestPair[],
  lookedAt: readonly (readonly [Attendee, Attendee])[] = [],
): Room {
  const people = inLastingOrder(attendees);
  const numberOf = new Map(people.map((person, number) => [person, number]));
  const keys = people.map(({ id }, number) => id ?? pad(number));
  const numberOfKey = new Map(keys.map((key, number) => [key, number]));
  if (people.some(({ id }) => id === undefined)) weighing.level(new Map(people.map((person, number) => [keys[number]!, person])));

  const pairOf = (guests: readonly [Attendee, Attendee]): Pair => [numberOf.get(guests[0])!, numberOf.get(guests[1])!];
  const pairs = [...told, ...colleagues(people, told)];
  const ruled = (...rules: PairRuleName[]): (readonly [Attendee, Attendee])[] => pairs.filter(({ rule }) => rules.includes(rule)).map(({ guests }) => guests);
  const must = ruled('must');
  const bothWays = must.filter(([one, other]) => canHelp(one, other) && canHelp(other, one));
  const oneWay = must.filter((guests) => !bothWays.includes(guests)).map(([one, other]) => pairOf(canHelp(one, other) ? [one, other] : [other, one]));

  const serving = (hits: readonly Weighed[]): Serving[] => bestOf(hits, numberOfKey);
  const weighed = keys.flatMap((key) => serving(weighing.helping(key)));
  // The few pairs that have to be looked at are, however far their words are apart.
  const closely = [...must, ...lookedAt].map(pairOf).flatMap(([one, other]) => [...serving(weighing.between(keys[one]!, keys[other]!)), ...serving(weighing.between(keys[other]!, keys[one]!))]);
  const servings = [...weighed, ...closely];
  const request = {
    people: people.length,
    edges: servings,
    threshold: weighing.engine.threshold,
    limits: { received: perPerson, given: perGiver },
    own: new Map([...people.entries()].filter(([, { asks }]) => asks.length === 0).map(([number]) => [number, { received: 0 }])),
    rules: {
      forbidden: ruled('known', 'never', 'colleagues', 'swapped').map(pairOf),
      mustMeet: bothWays.map(pairOf),
      mustHelp: oneWay.map(([giver, asker]) => ({ giver, asker })),
    },
  };
  return { people, numberOf, servings, request, pairs };
}

/** Guests of one company, unless the organizer wants two of them to meet. */
function colleagues(people: readonly Attendee[], told: readonly GuestPair[]): GuestPair[] {
  const wanted = new Set(
    told.filter(({ rule }) => rule === 'must').flatMap(({ guests: [one, other] }) => [`${people.indexOf(one)} ${people.indexOf(other)}`, `${people.indexOf(other)} ${people.indexOf(one)}`]),
  );
  const staff = new Map<string, number[]>();
  for (const [number, { company = '' }] of people.entries()) {
    const key = fold(company.trim());
    if (key !== '') staff.set(key, [...(staff.get(key) ?? []), number]);
  }
  const pairs = [...staff.values()].flatMap((numbers) => numbers.flatMap((one, at) => numbers.slice(at + 1).map((other) => [one, other] as const)));
  return pairs.filter(([one, other]) => !wanted.has(`${one} ${other}`)).map(([one, other]) => ({ rule: 'colleagues', guests: [people[one]!, people[other]!], row: 0 }));
}

function inLastingOrder(attendees: readonly Attendee[]): Attendee[] {
  const keyed = attendees.map((attendee) => ({ attendee, key: JSON.stringify([mailboxOf(attendee.email), attendee.name, [...attendee.asks].sort(), [...attendee.offers].sort()]) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ attendee }) => attendee);
}

/** Ids sort as their numbers do. */
function pad(number: number): string {
  return String(number).padStart(6, '0');
}

/** Of one asker's hits the best for each giver who is here; ties fall to the first ask, then by the offer's id. */
function bestOf(hits: readonly Weighed[], numberOfKey: ReadonlyMap<string, number>): Serving[] {
  const best = new Map<string, Weighed>();
  for (const hit of hits) if (numberOfKey.has(hit.offer.owner) && hit.affinity > (best.get(hit.offer.owner)?.affinity ?? -1)) best.set(hit.offer.owner, hit);
  return [...best.values()].map(({ ask, offer, affinity }) => ({ giver: numberOfKey.get(offer.owner)!, asker: numberOfKey.get(ask.owner)!, affinity, ask, offer }));
}
