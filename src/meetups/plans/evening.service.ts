import { Injectable } from '@nestjs/common';

import { Analyzer, type Language } from '../../engine/engine.js';
import { DomainError, notFound } from '../../errors.js';
import { GuestRules } from '../guests/guest-rules.service.js';
import { GuestsService } from '../guests/guests.service.js';
import { introList, type DecidedIntroduction, type IntroList } from '../intro-list.js';
import { sheetOfIntroList } from '../list-to-sheet.js';
import { whenText, type Meetup } from '../meetup.js';
import type { MeetupSheet } from '../paper/meetup-sheet.js';
import { programmeOf, type Programme, type ProgrammeWishes } from '../programme.js';
import { topicOf } from '../topic-of.js';
import { whyNotThese, type PairAnswer } from '../why-not-these.js';
import { MeetupPlanning } from './meetup-planning.service.js';
import { MeetupRooms, type MeetupRoom } from './meetup-rooms.service.js';
import type { Substitute } from './plan.js';
import { PlansService } from './plans.service.js';

/** More nobody reads before choosing. */
const MOST_SUBSTITUTES = 12;

interface EveningList {
  readonly list: IntroList;
  readonly room: MeetupRoom;
  readonly introductions: readonly DecidedIntroduction[];
  readonly guestIds: readonly string[];
  readonly languageOfId: (id: string) => Language;
}

/** What an evening is run by: lists, the host's sheet, rounds, tables, the ring, and why two are not brought together. */
@Injectable()
export class EveningService {
  constructor(
    private readonly guests: GuestsService,
    private readonly rules: GuestRules,
    private readonly rooms: MeetupRooms,
    private readonly plans: PlansService,
    private readonly planning: MeetupPlanning,
    private readonly analyzer: Analyzer,
  ) {}

  /** Why these two are not brought together, in both directions. @throws not-possible where one of them is not here */
  async whyNot(meetup: Meetup, one: string, other: string, language: Language): Promise<readonly PairAnswer[]> {
    if (one === other) throw new DomainError('not-possible', 'Name two different guests.');
    for (const id of [one, other]) await this.guests.get(meetup.id, id);
    const { room, plan } = await this.planning.look(meetup, [one, other]);
    const [first, second] = [room.attendeeOfId(one), room.attendeeOfId(other)];
    if (!first || !second) throw new DomainError('not-possible', 'One of the two is away.');
    return whyNotThese(room, plan, first, second, language);
  }

  /** Who else is here, could help the asker of an introduction and has a free place; the best first. */
  async substitutes(meetup: Meetup, id: string): Promise<Substitute[]> {
    const [{ room }, all] = [await this.decided(meetup), await this.plans.introductions(meetup)];
    const entry = all.find((one) => one.id === id);
    if (!entry) throw notFound('This introduction');
    const asker = room.numberOfId(entry.askerId);
    const apart = new Set((room.request.rules?.forbidden ?? []).flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
    const isFree = (giverId: string): boolean => all.filter((one) => one.giverId === giverId).length < meetup.perGiver && !all.some((one) => one.giverId === giverId && one.askerId === entry.askerId);
    return room.servings
      .filter((serving) => serving.asker === asker && !apart.has(`${serving.giver} ${serving.asker}`) && isFree(room.idOf(serving.giver)))
      .sort((a, b) => b.affinity - a.affinity || a.giver - b.giver)
      .slice(0, MOST_SUBSTITUTES)
      .map(({ giver, offer }) => ({ giverId: room.idOf(giver), name: room.people[giver]!.name, offer: offer.text }));
  }

  /** Rounds, tables and ring for those who are here. */
  async programme(meetup: Meetup, wishes: ProgrammeWishes): Promise<Programme> {
    const { room, introductions } = await this.decided(meetup);
    return programmeOf(room, { introductions }, wishes);
  }

  /** What is put on paper: no contact data, only who is here. @param language of the headings; the meetup's when left out */
  async sheet(meetup: Meetup, wishes: ProgrammeWishes, language: Language = meetup.language): Promise<MeetupSheet> {
    const { list, room, introductions, languageOfId } = await this.list(meetup);
    const roundMinutes = wishes.roundMinutes ?? meetup.roundMinutes;
    const programme = programmeOf(room, { introductions }, { ...wishes, ...(roundMinutes !== null && { roundMinutes }) });
    const head = { title: meetup.title, place: meetup.place ?? '', dateText: whenText(meetup, language), language };
    return sheetOfIntroList(list, inOrder(room), head, { languageOf: ({ id }) => languageOfId(id!), topicOf: (ask) => topicOf(ask, this.analyzer, language) }, programme);
  }

  /** Each guest's list, giving first (P1), in the order of `guestIds`. */
  async list(meetup: Meetup): Promise<EveningList> {
    const { room, introductions, languages } = await this.decided(meetup);
    const attendees = inOrder(room);
    const read = { attendees, read: attendees.length, merged: 0, skipped: 0, warnings: [], questions: [] };
    const list = introList(read, room, { introductions, served: 0, unserved: [], proof: { optimal: true, servedGap: 0, gap: 0 } }, room.engine);
    return { list, room, introductions, guestIds: attendees.map(({ id }) => id!), languageOfId: (id) => languages.get(id) ?? meetup.language };
  }

  /** The stored plan between those who are here. */
  private async decided(meetup: Meetup): Promise<{ readonly room: MeetupRoom; readonly introductions: DecidedIntroduction[]; readonly languages: ReadonlyMap<string, Language> }> {
    const guests = await this.guests.all(meetup.id);
    const room = this.rooms.room(meetup, guests, { rules: await this.rules.all(meetup.id), keptApart: await this.rules.keptApart(meetup, guests) });
    const introductions = (await this.plans.introductions(meetup)).flatMap(({ giverId, askerId, ask, offer, affinity, must, lockedBy }): DecidedIntroduction[] => {
      const [giver, asker] = [room.numberOfId(giverId), room.numberOfId(askerId)];
      if (giver === undefined || asker === undefined) return [];
      const words = { ask: { id: '', owner: askerId, kind: 'ask' as const, text: ask }, offer: { id: '', owner: giverId, kind: 'offer' as const, text: offer } };
      return [{ giver, asker, ...words, affinity, must: must || lockedBy !== null }];
    });
    return { room, introductions, languages: new Map(guests.map(({ id, language }) => [id, language])) };
  }
}

/** As they signed up. */
function inOrder({ people }: MeetupRoom): MeetupRoom['people'] {
  return [...people].sort((a, b) => (a.id! < b.id! ? -1 : 1));
}
