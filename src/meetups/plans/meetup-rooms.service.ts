import { Inject, Injectable } from '@nestjs/common';

import { Analyzer, Engine } from '../../engine/engine.js';
import { ENGINE_RESOURCES, type EngineResources } from '../../knowledge/resources.js';
import type { Attendee } from '../attendees.js';
import { attendeeOf, type Guest, type GuestRule } from '../guests/guest.js';
import type { GuestPair } from '../known-pairs.js';
import type { Meetup } from '../meetup.js';
import { roomOf, type Room } from '../room.js';
import { Weighing } from '../weighing.js';

/** A room of stored guests: who is here, with their numbers both ways. */
export interface MeetupRoom extends Room {
  readonly engine: Engine;
  readonly idOf: (person: number) => string;
  /** Undefined for a guest who is not here. */
  readonly numberOfId: (guestId: string) => number | undefined;
  readonly attendeeOfId: (guestId: string) => Attendee | undefined;
}

type Pair = readonly [string, string];

/** What is said of pairs of guests. */
export interface PairsOfRoom {
  readonly rules: readonly GuestRule[];
  /** Who never wants to meet whom, by id; looks in the room as if their words were far apart. */
  readonly keptApart: (one: string, other: string) => boolean;
}

/** An engine for each evening under way; an old one is made anew when it is needed again. */
const MOST_EVENINGS = 8;

/** Keeps, for each meetup, an engine of its own with its guests' words: who comes late or leaves costs one guest's work, not the room's. */
@Injectable()
export class MeetupRooms {
  private readonly weighings = new Map<string, Weighing>();

  constructor(
    private readonly analyzer: Analyzer,
    @Inject(ENGINE_RESOURCES) private readonly resources: EngineResources,
  ) {}

  /** Whether most of the work of `prepare` is done already. */
  isPrepared(meetupId: string): boolean {
    return this.weighings.has(meetupId);
  }

  /** Takes in what guests say, without planning anything: the long part of the work the first time. */
  prepare(meetupId: string, guests: readonly Guest[]): Weighing {
    const weighing = this.weighings.get(meetupId) ?? new Weighing(new Engine(this.analyzer, this.resources.weights));
    this.weighings.delete(meetupId);
    this.weighings.set(meetupId, weighing);
    for (const oldest of [...this.weighings.keys()].slice(0, -MOST_EVENINGS)) this.weighings.delete(oldest);
    weighing.level(new Map(guests.map((guest) => [guest.id, guest])));
    return weighing;
  }

  /** The room of those who are not away. @param lookedAt pairs of guest ids that are weighed however far their words are apart */
  room(meetup: Meetup, guests: readonly Guest[], { rules, keptApart }: PairsOfRoom, lookedAt: readonly Pair[] = []): MeetupRoom {
    const weighing = this.prepare(meetup.id, guests);
    const here = new Map(guests.filter(({ state }) => state !== 'away').map((guest) => [guest.id, attendeeOf(guest)]));
    const both = ([one, other]: Pair): [Attendee, Attendee][] => (here.has(one) && here.has(other) && !keptApart(one, other) ? [[here.get(one)!, here.get(other)!]] : []);
    const pairs = rules.flatMap(({ rule, lowId, highId }) => both([lowId, highId]).map((of): GuestPair => ({ rule, guests: of, row: 0 })));
    const room = roomOf([...here.values()], weighing, { perPerson: meetup.perGuest, perGiver: meetup.perGiver }, pairs, lookedAt.flatMap(both));
    const numbers = new Map(room.people.map(({ id }, number) => [id!, number]));
    const servings = room.servings.filter(({ giver, asker }) => !keptApart(room.people[giver]!.id!, room.people[asker]!.id!));
    return {
      ...room,
      servings,
      request: { ...room.request, edges: servings },
      engine: weighing.engine,
      idOf: (person) => room.people[person]!.id!,
      numberOfId: (id) => numbers.get(id),
      attendeeOfId: (id) => here.get(id),
    };
  }
}
