import type { Engine, Pair, PlanEdge, PlanRequest, Statement } from '../engine/engine.js';
import type { Attendee } from './attendees.js';
import { mailboxOf } from './guest-list/people.js';
import { canHelp, type GuestPair, type PairRuleName } from './known-pairs.js';

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
 * So many helpers of an ask are weighed: all of them up to 200 guests, and in larger rooms enough that no crowd with the same ask runs out
 * of them before the room does. Fewer would be quicker, but the plan's proof would hold among those few only.
 */
const MOST_HELPERS = 200;

/**
 * Puts the guests' statements into an engine, and finds who can help whom: the best two statements of each ordered pair of guests, at or
 * above the engine's threshold. Who asks nothing is helped by nobody; who must meet does so whatever the affinity.
 *
 * @param engine empty
 * @param lookedAt guests about whom is asked: they are weighed also where many others fit better
 */
export function roomOf(attendees: readonly Attendee[], engine: Engine, { perPerson, perGiver }: RoomLimits, pairs: readonly GuestPair[], lookedAt: readonly Attendee[] = []): Room {
  const people = inLastingOrder(attendees);
  const numberOf = new Map(people.map((person, number) => [person, number]));
  const statements = people.map((person, number) => ({ asks: statementsOf(number, 'ask', person.asks), offers: statementsOf(number, 'offer', person.offers) }));
  for (const { asks, offers } of statements) for (const statement of [...asks, ...offers]) engine.put(statement);

  const pairOf = (guests: readonly [Attendee, Attendee]): Pair => [numberOf.get(guests[0])!, numberOf.get(guests[1])!];
  const ruled = (rule: PairRuleName): (readonly [Attendee, Attendee])[] => pairs.filter((pair) => pair.rule === rule).map(({ guests }) => guests);
  const must = ruled('must');
  const bothWays = must.filter(([one, other]) => canHelp(one, other) && canHelp(other, one));
  const oneWay = must.filter((guests) => !bothWays.includes(guests)).map(([one, other]) => pairOf(canHelp(one, other) ? [one, other] : [other, one]));

  const weighed = statements.flatMap(({ asks }) => bestOf(asks.flatMap((ask) => engine.rank(ask, { top: MOST_HELPERS }))));
  // The few pairs that have to be looked at are, however far their words are apart.
  const closely = [...must.map(pairOf), ...(lookedAt.length === 2 ? [pairOf([lookedAt[0]!, lookedAt[1]!])] : [])].flatMap(([one, other]) => [
    ...between(engine, statements[one]!.offers, statements[other]!.asks),
    ...between(engine, statements[other]!.offers, statements[one]!.asks),
  ]);
  const servings = [...weighed, ...closely];
  const request = {
    people: people.length,
    edges: servings,
    threshold: engine.threshold,
    limits: { received: perPerson, given: perGiver },
    own: new Map([...people.entries()].filter(([, { asks }]) => asks.length === 0).map(([number]) => [number, { received: 0 }])),
    rules: {
      forbidden: [...ruled('known'), ...ruled('never')].map(pairOf),
      mustMeet: bothWays.map(pairOf),
      mustHelp: oneWay.map(([giver, asker]) => ({ giver, asker })),
    },
  };
  return { people, numberOf, servings, request, pairs };
}

function inLastingOrder(attendees: readonly Attendee[]): Attendee[] {
  const keyed = attendees.map((attendee) => ({ attendee, key: JSON.stringify([mailboxOf(attendee.email), attendee.name, [...attendee.asks].sort(), [...attendee.offers].sort()]) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ attendee }) => attendee);
}

function statementsOf(number: number, kind: 'ask' | 'offer', texts: readonly string[]): Statement[] {
  return [...texts].sort().map((text, position) => ({ id: `${pad(number)}/${kind}/${pad(position)}`, owner: String(number), kind, text }));
}

/** Ids sort as their numbers do. */
function pad(number: number): string {
  return String(number).padStart(6, '0');
}

interface RankedPair {
  readonly ask: Statement;
  readonly offer: Statement;
  readonly affinity: number;
}

/** Of one asker's hits the best for each giver; ties fall to the first ask, then by the offer's id. */
function bestOf(hits: readonly RankedPair[]): Serving[] {
  const best = new Map<string, RankedPair>();
  for (const hit of hits) if (hit.affinity > (best.get(hit.offer.owner)?.affinity ?? -1)) best.set(hit.offer.owner, hit);
  return [...best.values()].map(({ ask, offer, affinity }) => ({ giver: Number(offer.owner), asker: Number(ask.owner), affinity, ask, offer }));
}

function between(engine: Engine, offers: readonly Statement[], asks: readonly Statement[]): Serving[] {
  const ids = new Set(offers.map(({ id }) => id));
  return ids.size === 0 ? [] : bestOf(asks.flatMap((ask) => engine.rank(ask, { top: Infinity, threshold: 0, allows: (_, offer) => ids.has(offer.id) })));
}
