import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

import { Clock } from '../../clock.js';
import { Database } from '../../database/database.js';
import { planIntroductions, type IntroPlan, type PlanRequest } from '../../engine/engine.js';
import { DomainError } from '../../errors.js';
import { clashText } from '../clash-text.js';
import { GuestRules } from '../guests/guest-rules.service.js';
import { GuestsService } from '../guests/guests.service.js';
import { outcomeOf, type Outcome } from '../intro-list.js';
import { canHelp } from '../known-pairs.js';
import type { Meetup } from '../meetup.js';
import { MeetupRooms, type MeetupRoom } from './meetup-rooms.service.js';
import { MeetupIntroductionEntity, MeetupPlanEntity } from './plan.entity.js';
import { stays, type MeetupIntroduction } from './plan.js';

/** A room with the plan for it as it would be made now. */
export interface Planned {
  readonly room: MeetupRoom;
  readonly plan: IntroPlan;
}

const ROWS_AT_ONCE = 500;

/** Makes the plan of an evening, again and again: what is locked or has happened stays, and of the rest as much as costs nothing. */
@Injectable()
export class MeetupPlanning {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly guests: GuestsService,
    private readonly rules: GuestRules,
    private readonly rooms: MeetupRooms,
  ) {}

  /** @throws not-possible where the rules allow no plan, with what to relax */
  async plan(meetup: Meetup, accountId: string): Promise<void> {
    // The long part of the first time comes before the transaction, so that nobody else's writing waits for it.
    if (!this.rooms.isPrepared(meetup.id)) this.rooms.prepare(meetup.id, await this.guests.all(meetup.id));
    await this.database.write(async (transaction) => {
      const before = await transaction.findBy(MeetupIntroductionEntity, { meetupId: meetup.id });
      const { room, plan } = await this.made(meetup, before, transaction);
      await this.store(transaction, meetup, room, outcomeOf(room, plan), before, accountId);
    });
  }

  /** As `plan`, where there is one already: somebody came, left, or is to be kept apart. */
  async planAgain(meetup: Meetup, accountId: string): Promise<void> {
    if (await this.database.read.existsBy(MeetupPlanEntity, { meetupId: meetup.id })) await this.plan(meetup, accountId);
  }

  /** The plan as it would be made now, stored nowhere. @param lookedAt a pair of guests who are asked about */
  async look(meetup: Meetup, lookedAt?: readonly [string, string]): Promise<Planned> {
    const before = await this.database.read.findBy(MeetupIntroductionEntity, { meetupId: meetup.id });
    return this.made(meetup, before, this.database.read, lookedAt);
  }

  private async made(meetup: Meetup, before: readonly MeetupIntroduction[], manager: EntityManager, lookedAt?: readonly [string, string]): Promise<Planned> {
    const [guests, rules] = [await this.guests.all(meetup.id, manager), await this.rules.all(meetup.id, manager)];
    const keptApart = await this.rules.keptApart(meetup, guests, manager);
    const free = before.filter(({ giverId, askerId }) => !keptApart(giverId, askerId));
    const staying = free.filter(stays).map(({ giverId, askerId }) => [giverId, askerId] as const);
    const room = this.rooms.room(meetup, guests, { rules, keptApart }, [...staying, ...(lookedAt ? [lookedAt] : [])]);
    const plan = planIntroductions(requestFor(room, free));
    if (plan.kind === 'none possible') throw new DomainError('not-possible', clashText(plan, room, meetup.language));
    return { room, plan };
  }

  private async store(transaction: EntityManager, { id: meetupId }: Meetup, room: MeetupRoom, outcome: Outcome, before: readonly MeetupIntroduction[], accountId: string): Promise<void> {
    const left = new Map(before.map((one) => [`${one.giverId} ${one.askerId}`, one]));
    /** New ones, and those whose words have changed. */
    const told: MeetupIntroductionEntity[] = [];
    for (const { giver, asker, ask, offer, affinity, must } of outcome.introductions) {
      const [giverId, askerId] = [room.idOf(giver), room.idOf(asker)];
      const held = left.get(`${giverId} ${askerId}`);
      left.delete(`${giverId} ${askerId}`);
      const words = { ask: ask.text, offer: offer.text, affinity };
      if (held === undefined) told.push({ ...UNTOUCHED, ...words, id: newId(), meetupId, giverId, askerId, must });
      else if (held.ask !== words.ask || held.offer !== words.offer || held.affinity !== affinity) told.push({ ...held, ...words });
    }
    // Two who were brought together were, also when one of them has gone home.
    const gone = [...left.values()].filter(({ happenedBy }) => happenedBy === null).map(({ id }) => id);
    for (let from = 0; from < gone.length; from += ROWS_AT_ONCE) await transaction.delete(MeetupIntroductionEntity, { id: In(gone.slice(from, from + ROWS_AT_ONCE)) });
    for (let from = 0; from < told.length; from += ROWS_AT_ONCE) await transaction.upsert(MeetupIntroductionEntity, told.slice(from, from + ROWS_AT_ONCE), ['id']);
    const header = await transaction.findOneBy(MeetupPlanEntity, { meetupId });
    const unserved = outcome.unserved.map(({ asker, reason }) => ({ guestId: room.idOf(asker), reason }));
    const { served, proof } = outcome;
    const askers = room.people.filter(({ asks }) => asks.length > 0).length;
    const now = { revision: (header?.revision ?? 0) + 1, askers, served, unserved, proof, accountId, madeAt: this.clock.now().toISOString() };
    await transaction.upsert(MeetupPlanEntity, { meetupId, ...now }, ['meetupId']);
  }
}

const UNTOUCHED = { lockedBy: null, lockedAt: null, swappedBy: null, happenedBy: null, happenedAt: null };

/** What the solver is asked: the room, with what stays, and with the plan before. */
function requestFor(room: MeetupRoom, before: readonly MeetupIntroduction[]): PlanRequest {
  const here = before.flatMap((one) => {
    const [giver, asker] = [room.numberOfId(one.giverId), room.numberOfId(one.askerId)];
    return giver === undefined || asker === undefined || !canHelp(room.people[giver]!, room.people[asker]!) ? [] : [{ giver, asker, isFixed: stays(one) }];
  });
  const locks = here.filter(({ isFixed }) => isFixed).map(({ giver, asker }) => ({ giver, asker }));
  const fixed = new Set(locks.flatMap(({ giver, asker }) => [`${giver} ${asker}`, `${asker} ${giver}`]));
  const { rules, own, limits } = room.request;
  const most = new Map(own);
  for (const { giver, asker } of locks) {
    // Fewer places than what stays already would leave no plan at all.
    const [given, received] = [locks.filter((one) => one.giver === giver).length, locks.filter((one) => one.asker === asker).length];
    if (given > (limits?.given ?? 0)) most.set(giver, { ...most.get(giver), given });
    if (received > (limits?.received ?? 0)) most.set(asker, { ...most.get(asker), received });
  }
  const forbidden = (rules?.forbidden ?? []).filter(([one, other]) => !fixed.has(`${one} ${other}`));
  return { ...room.request, own: most, rules: { ...rules, forbidden, locks }, previous: here.map(({ giver, asker }) => ({ giver, asker })) };
}
