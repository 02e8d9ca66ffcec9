import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Clock } from '../../clock.js';
import { Database } from '../../database/database.js';
import { fold } from '../../engine/engine.js';
import { DomainError, notFound } from '../../errors.js';
import { attendeeOf, type Guest } from '../guests/guest.js';
import { GuestRules } from '../guests/guest-rules.service.js';
import { GuestsService } from '../guests/guests.service.js';
import { canHelp } from '../known-pairs.js';
import type { Meetup } from '../meetup.js';
import { MeetupPlanning } from './meetup-planning.service.js';
import { MeetupRooms } from './meetup-rooms.service.js';
import { MeetupIntroductionEntity, MeetupPlanEntity } from './plan.entity.js';
import type { MeetupIntroduction, StoredPlan } from './plan.js';

/** The plan of a meetup as it is read, and changed by hand: each change has an author. */
@Injectable()
export class PlansService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly guests: GuestsService,
    private readonly rules: GuestRules,
    private readonly rooms: MeetupRooms,
    private readonly planning: MeetupPlanning,
  ) {}

  /** Undefined where none has been made. */
  async find(meetupId: string): Promise<StoredPlan | undefined> {
    return (await this.database.read.findOneBy(MeetupPlanEntity, { meetupId })) ?? undefined;
  }

  /** The best first; without pairs who, since the plan was made, said that they never want to meet. */
  async introductions(meetup: Meetup): Promise<MeetupIntroduction[]> {
    const keptApart = await this.rules.keptApart(meetup, await this.guests.all(meetup.id));
    const all = await this.database.read.find(MeetupIntroductionEntity, { where: { meetupId: meetup.id }, order: { affinity: 'DESC', id: 'ASC' } });
    return all.filter(({ giverId, askerId }) => !keptApart(giverId, askerId));
  }

  /** Keeps an introduction in every new plan, or no longer. */
  async lock(meetup: Meetup, id: string, accountId: string, isLocked = true): Promise<void> {
    await this.change(meetup.id, id, isLocked ? { lockedBy: accountId, lockedAt: this.clock.now().toISOString() } : { lockedBy: null, lockedAt: null });
  }

  /** Notes that two were brought together: they stay, whatever changes. */
  async happened(meetup: Meetup, id: string, accountId: string): Promise<void> {
    await this.change(meetup.id, id, { happenedBy: accountId, happenedAt: this.clock.now().toISOString() });
  }

  /** Never these two: takes the introduction out, and plans anew. */
  async forbid(meetup: Meetup, id: string, accountId: string): Promise<void> {
    await this.database.write(async (transaction) => {
      const { giverId, askerId } = await this.open(transaction, meetup.id, id);
      await this.rules.add(transaction, meetup.id, 'never', [giverId, askerId], accountId);
      await transaction.delete(MeetupIntroductionEntity, { id });
    });
    await this.planning.planAgain(meetup, accountId);
  }

  /**
   * Puts another giver in the place of one, for the same asker, and locks it. The pair that was there stays out of new plans until that rule is taken back.
   * @throws not-possible where a rule or the giver's places stand against it
   */
  async swap(meetup: Meetup, id: string, giverId: string, accountId: string): Promise<void> {
    const meetupId = meetup.id;
    const [giver, guests] = [await this.guests.get(meetupId, giverId), await this.guests.all(meetupId)];
    const weighing = this.rooms.prepare(meetupId, guests);
    const now = this.clock.now().toISOString();
    await this.database.write(async (transaction) => {
      const entry = await this.open(transaction, meetupId, id);
      const asker = guests.find((guest) => guest.id === entry.askerId)!;
      await this.mustFit(transaction, meetup, giver, asker);
      const best = weighing.between(giverId, asker.id).reduce((one, other) => (other.affinity > one.affinity ? other : one));
      await this.rules.add(transaction, meetupId, 'swapped', [entry.giverId, entry.askerId], accountId);
      const words = { ask: best.ask.text, offer: best.offer.text, affinity: best.affinity };
      await transaction.update(MeetupIntroductionEntity, { id }, { ...words, giverId, must: false, lockedBy: accountId, lockedAt: now, swappedBy: accountId });
    });
  }

  private async mustFit(transaction: EntityManager, meetup: Meetup, giver: Guest, asker: Guest): Promise<void> {
    const { id: meetupId, perGiver } = meetup;
    const refuse = (why: string): never => {
      throw new DomainError('not-possible', `${giver.name} cannot take the place: ${why}. Choose another guest.`);
    };
    if (giver.id === asker.id) refuse('nobody is introduced to themselves');
    if (giver.state === 'away') refuse('this guest is not here');
    const keptApart = await this.rules.keptApart(meetup, [giver, asker], transaction);
    // One answer for both, so that nobody learns of a wish told in private.
    if (!canHelp(attendeeOf(giver), attendeeOf(asker)) || keptApart(giver.id, asker.id)) refuse('there is no offer to introduce them by');
    const isRuled = (await this.rules.all(meetupId, transaction)).some(
      ({ rule, lowId, highId }) => (rule === 'known' || rule === 'never') && [lowId, highId].includes(giver.id) && [lowId, highId].includes(asker.id),
    );
    const areColleagues = giver.company !== null && asker.company !== null && fold(giver.company.trim()) === fold(asker.company.trim());
    if (isRuled || areColleagues) refuse('a rule keeps the two apart');
    if (await transaction.existsBy(MeetupIntroductionEntity, { meetupId, giverId: giver.id, askerId: asker.id })) refuse('the two are on the list already');
    if ((await transaction.countBy(MeetupIntroductionEntity, { meetupId, giverId: giver.id })) >= perGiver) refuse(`this guest helps ${perGiver} others already`);
  }

  /** @throws not-found; not-possible where the two were brought together already */
  private async open(transaction: EntityManager, meetupId: string, id: string): Promise<MeetupIntroduction> {
    const entry = await transaction.findOneBy(MeetupIntroductionEntity, { meetupId, id });
    if (!entry) throw notFound('This introduction');
    if (entry.happenedBy !== null) throw new DomainError('not-possible', 'These two have been brought together already.');
    return entry;
  }

  private async change(meetupId: string, id: string, change: Partial<MeetupIntroductionEntity>): Promise<void> {
    await this.database.write(async (transaction) => {
      const { affected } = await transaction.update(MeetupIntroductionEntity, { meetupId, id }, change);
      if (affected === 0) throw notFound('This introduction');
    });
  }
}
