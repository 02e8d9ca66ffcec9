import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual } from 'typeorm';
import { v7 as newId } from 'uuid';

import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { fold } from '../engine/engine.js';
import { notFound } from '../errors.js';
import { MeetupEntity } from './meetup.entity.js';
import { checkTimes, isOver, type Meetup, type MeetupDraft } from './meetup.js';

/** More meetups are not over within one day of each other anywhere. */
const SOON = 20;

/** The evenings of a community. */
@Injectable()
export class MeetupsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The latest first. */
  async list(communityId: string): Promise<Meetup[]> {
    return this.database.read.find(MeetupEntity, { where: { communityId }, order: { startsAt: 'DESC', id: 'ASC' }, take: 100 });
  }

  /** @throws not-found, also for a meetup of another community */
  async get(communityId: string, id: string): Promise<Meetup> {
    const meetup = await this.database.read.findOneBy(MeetupEntity, { communityId, id });
    if (!meetup) throw notFound('This meetup');
    return meetup;
  }

  /** Whatever community it belongs to: for a guest whose link is the proof. @throws not-found */
  async ofGuest({ meetupId }: { readonly meetupId: string }): Promise<Meetup> {
    const meetup = await this.database.read.findOneBy(MeetupEntity, { id: meetupId });
    if (!meetup) throw notFound('This meetup');
    return meetup;
  }

  /** @throws invalid-time, unknown-zone */
  async create(communityId: string, draft: MeetupDraft): Promise<Meetup> {
    checkTimes(draft, this.clock.now());
    const now = this.clock.now().toISOString();
    const meetup = { ...draft, id: newId(), communityId, createdAt: now, changedAt: now };
    await this.database.write((transaction) => transaction.insert(MeetupEntity, meetup));
    return meetup;
  }

  /** @throws invalid-time, unknown-zone, not-found */
  async change(communityId: string, id: string, change: Partial<MeetupDraft>): Promise<Meetup> {
    const told = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const meetup = { ...(await this.get(communityId, id)), ...told, changedAt: this.clock.now().toISOString() };
    if (change.startsAt !== undefined || change.endsAt !== undefined || change.timeZone !== undefined) checkTimes(meetup, this.clock.now());
    await this.database.write((transaction) => transaction.save(MeetupEntity, meetup));
    return meetup;
  }

  /** The meetup that is on, or comes next. */
  async next(communityId: string): Promise<Meetup | undefined> {
    const now = this.clock.now();
    // Wall times of the world lie within a day of UTC.
    const from = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 16);
    const meetups = await this.database.read.find(MeetupEntity, { where: { communityId, endsAt: MoreThanOrEqual(from) }, order: { startsAt: 'ASC', id: 'ASC' }, take: SOON });
    return meetups.find((meetup) => !isOver(meetup, now));
  }

  /** Meetups at a place within some days (local, YYYY-MM-DD, both included): what a visitor could come to. */
  async during(communityId: string, from: string, to: string, place: string): Promise<Meetup[]> {
    const wanted = fold(place).trim();
    const meetups = await this.database.read.find(MeetupEntity, { where: { communityId }, order: { startsAt: 'ASC', id: 'ASC' } });
    return meetups.filter(({ startsAt, endsAt, place: at }) => {
      const here = fold(at ?? '').trim();
      return startsAt.slice(0, 10) <= to && endsAt.slice(0, 10) >= from && (here === '' || here.includes(wanted) || wanted.includes(here));
    });
  }
}
