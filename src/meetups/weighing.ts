import type { Engine, Statement } from '../engine/engine.js';
import type { Attendee } from './attendees.js';

/** Two statements of two guests that may meet. */
export interface Weighed {
  readonly ask: Statement;
  readonly offer: Statement;
  /** 0..1, at or above the engine's threshold. */
  readonly affinity: number;
}

interface Held {
  readonly words: string;
  readonly asks: readonly Statement[];
  readonly offers: readonly Statement[];
}

/**
 * So many offers are weighed for an ask: all of them up to 200 guests, and in larger rooms enough that no crowd with the same ask runs out
 * of helpers before the room does. Fewer would be quicker, but the plan's proof would hold among those few only.
 */
const MOST_HELPERS = 200;

/**
 * Who of a crowd can help whom, kept level with who is in it: a guest who comes late costs one guest's work, and one who leaves next to nothing.
 * What is found does not depend on the way there: the same guests give the same pairs (P11).
 */
export class Weighing {
  private readonly held = new Map<string, Held>();
  /** By id of the ask, best first. */
  private readonly hits = new Map<string, readonly Weighed[]>();

  /** @param engine empty, and used by nobody else */
  constructor(readonly engine: Engine) {}

  /** Takes in who is new or says something new, and lets go who is gone. @param guests by a lasting key each; ties fall by it */
  level(guests: ReadonlyMap<string, Pick<Attendee, 'asks' | 'offers'>>): void {
    const stale = new Set<string>();
    for (const [key, { words }] of this.held) {
      const now = guests.get(key);
      if (now === undefined || wordsOf(now) !== words) this.letGo(key, stale);
    }
    const fresh = [...guests].filter(([key]) => !this.held.has(key)).map(([key, guest]) => this.takeIn(key, guest));
    const isFirst = fresh.length === this.held.size;
    for (const { offers } of isFirst ? [] : fresh) for (const offer of offers) this.offerTo(offer, stale);
    for (const { asks } of fresh) for (const { id } of asks) stale.add(id);
    for (const { asks } of this.held.values()) for (const ask of asks) if (stale.has(ask.id)) this.hits.set(ask.id, this.engine.rank(ask, { top: MOST_HELPERS }));
  }

  /** What may help a guest: for each ask, in the order of asks, the offers best first. */
  helping(key: string): readonly Weighed[] {
    return this.held.get(key)!.asks.flatMap(({ id }) => this.hits.get(id) ?? []);
  }

  /** Everything that one guest offers to the asks of another, however far their words are apart. */
  between(giver: string, asker: string): readonly Weighed[] {
    const ids = new Set(this.held.get(giver)!.offers.map(({ id }) => id));
    if (ids.size === 0) return [];
    return this.held.get(asker)!.asks.flatMap((ask) => this.engine.rank(ask, { top: Infinity, threshold: 0, allows: (_, offer) => ids.has(offer.id) }));
  }

  private takeIn(key: string, guest: Pick<Attendee, 'asks' | 'offers'>): Held {
    const held = { words: wordsOf(guest), asks: statementsOf(key, 'ask', guest.asks), offers: statementsOf(key, 'offer', guest.offers) };
    for (const statement of [...held.asks, ...held.offers]) this.engine.put(statement);
    this.held.set(key, held);
    return held;
  }

  private letGo(key: string, stale: Set<string>): void {
    const { asks, offers } = this.held.get(key)!;
    for (const { id } of [...asks, ...offers]) this.engine.remove(id);
    for (const { id } of asks) this.hits.delete(id);
    this.held.delete(key);
    for (const [ask, hits] of this.hits) {
      const left = hits.filter(({ offer }) => offer.owner !== key);
      // A full list may have left out somebody who moves up now.
      if (left.length < hits.length && hits.length >= MOST_HELPERS) stale.add(ask);
      this.hits.set(ask, left);
    }
  }

  /** Enters a new offer into the lists of those whom it may help; a full list is made anew. */
  private offerTo(offer: Statement, stale: Set<string>): void {
    for (const { ask, affinity } of this.engine.rankAsks(offer, { top: Infinity })) {
      const hits = this.hits.get(ask.id);
      if (hits === undefined) continue;
      if (hits.length >= MOST_HELPERS) stale.add(ask.id);
      else this.hits.set(ask.id, [...hits, { ask, offer, affinity }].sort(byAffinity));
    }
  }
}

function byAffinity(a: Weighed, b: Weighed): number {
  return b.affinity - a.affinity || (a.offer.id < b.offer.id ? -1 : 1);
}

function wordsOf({ asks, offers }: Pick<Attendee, 'asks' | 'offers'>): string {
  return JSON.stringify([asks, offers]);
}

function statementsOf(key: string, kind: 'ask' | 'offer', texts: readonly string[]): Statement[] {
  return [...texts].sort().map((text, position) => ({ id: `${key}/${kind}/${String(position).padStart(6, '0')}`, owner: key, kind, text }));
}
