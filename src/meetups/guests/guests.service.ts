import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

import { AccountsService } from '../../accounts/accounts.service.js';
import { hashOf, newSecret } from '../../accounts/secrets.js';
import { Clock } from '../../clock.js';
import { Database } from '../../database/database.js';
import { Analyzer } from '../../engine/engine.js';
import { DomainError, notFound } from '../../errors.js';
import { MembersService } from '../../members/members.service.js';
import { StatementsService } from '../../members/statements.service.js';
import { mailboxOf } from '../guest-list/people.js';
import { languageOf } from '../intro-list.js';
import { MeetupEntity } from '../meetup.entity.js';
import { isOver, mustForget, type Meetup } from '../meetup.js';
import { MeetingEntity, MeetupIntroductionEntity } from '../plans/plan.entity.js';
import { GuestEntity, GuestRuleEntity } from './guest.entity.js';
import type { Guest, GuestState } from './guest.js';

export type GuestDraft = Pick<Guest, 'name' | 'email' | 'asks' | 'offers' | 'company'>;

/** More people nobody brings together in one evening. */
export const MOST_GUESTS = 2_000;
const MOST_STATEMENTS = 200;

/** Who comes to a meetup: members who said so, and guests of lists, who need no account and are forgotten after the evening. */
@Injectable()
export class GuestsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly statements: StatementsService,
    private readonly accounts: AccountsService,
    private readonly analyzer: Analyzer,
  ) {}

  /** All guests of a meetup by id, whatever their state. */
  async all(meetupId: string, manager: EntityManager = this.database.read): Promise<Guest[]> {
    return manager.find(GuestEntity, { where: { meetupId }, order: { id: 'ASC' } });
  }

  /** @throws not-found */
  async get(meetupId: string, id: string): Promise<Guest> {
    const guest = await this.database.read.findOneBy(GuestEntity, { meetupId, id });
    if (!guest) throw notFound('This guest');
    return guest;
  }

  async ofMember(meetupId: string, memberId: string): Promise<Guest | undefined> {
    return (await this.database.read.findOneBy(GuestEntity, { meetupId, memberId })) ?? undefined;
  }

  /** The guest whose mail gave this link. @throws not-found */
  async ofLink(secret: string): Promise<Guest> {
    const guest = await this.database.read.findOneBy(GuestEntity, { linkHash: hashOf(secret) });
    if (!guest) throw notFound('This link');
    return guest;
  }

  /** A new secret for the link of a guest without an account; an older one opens nothing any more. */
  async renewLink(transaction: EntityManager, id: string): Promise<string> {
    const secret = newSecret();
    await transaction.update(GuestEntity, { id }, { linkHash: hashOf(secret) });
    return secret;
  }

  /** Every row in which a member is a guest of this community's meetups. */
  async rowsOfMember(communityId: string, memberId: string): Promise<Guest[]> {
    const meetups = await this.database.read.find(MeetupEntity, { where: { communityId }, select: { id: true } });
    return this.database.read.find(GuestEntity, { where: { meetupId: In(meetups.map(({ id }) => id)), memberId }, order: { id: 'ASC' } });
  }

  /** Somebody at the door who is on no list. */
  async add(meetup: Meetup, draft: GuestDraft, state: GuestState = 'arrived'): Promise<Guest> {
    const { id: meetupId, language } = meetup;
    const said = draft.asks.length + draft.offers.length > 0;
    const guest = this.made({ ...draft, meetupId, memberId: null, language: said ? languageOf(draft, this.analyzer) : language, state, sourceHash: null });
    await this.database.write(async (transaction) => {
      await this.mustHaveRoom(transaction, meetupId, 1);
      await transaction.insert(GuestEntity, guest);
    });
    return guest;
  }

  /** A member comes: their open statements become the guest's. Saying it again takes over what they changed meanwhile. */
  async attend(meetup: Meetup, memberId: string): Promise<Guest> {
    if (isOver(meetup, this.clock.now())) throw new DomainError('not-possible', 'This meetup is over.');
    const { communityId, id: meetupId } = meetup;
    const member = await this.members.get(communityId, memberId);
    const { items } = await this.statements.list(communityId, { memberId, limit: MOST_STATEMENTS });
    const open = (kind: 'ask' | 'offer'): string[] => items.filter((statement) => statement.kind === kind && this.statements.stateOf(statement) === 'open').map(({ text }) => text);
    const account = await this.accounts.ofMember(communityId, memberId);
    const told = { memberId, name: member.name, email: null, language: account?.language ?? member.languages[0] ?? meetup.language, asks: open('ask'), offers: open('offer') };
    return this.database.write(async (transaction) => {
      const guests = await this.all(meetupId, transaction);
      const listed = guests.find(({ memberId: its, email }) => its === memberId || (email !== null && account !== undefined && mailboxOf(email) === mailboxOf(account.address)));
      if (listed === undefined) await this.mustHaveRoom(transaction, meetupId, 1);
      const guest = listed
        ? { ...listed, ...told, asks: told.asks, offers: told.offers, state: listed.state === 'away' ? ('invited' as const) : listed.state }
        : this.made({ ...told, meetupId, company: null, state: 'invited', sourceHash: null });
      await transaction.save(GuestEntity, guest as GuestEntity);
      return guest;
    });
  }

  /** A member does not come after all, and is forgotten here. */
  async leave(meetupId: string, memberId: string): Promise<void> {
    const guest = await this.ofMember(meetupId, memberId);
    if (guest) await this.database.write((transaction) => this.forget(transaction, [guest.id]));
  }

  async setState(meetupId: string, id: string, state: GuestState): Promise<void> {
    await this.update(meetupId, id, { state });
  }

  /** Whether the guest wants to join the community: who does is not forgotten with the others. */
  async setJoins(meetupId: string, id: string, joins: boolean): Promise<void> {
    await this.update(meetupId, id, { joins });
  }

  async remove(meetupId: string, id: string): Promise<void> {
    await this.get(meetupId, id);
    await this.database.write((transaction) => this.forget(transaction, [id]));
  }

  /** Deletes whose time has come: two weeks after the evening all guests without an account who do not want to join, and at once whose member is gone. @returns how many */
  async forgetDue(): Promise<number> {
    const now = this.clock.now();
    const meetups = await this.database.read.find(MeetupEntity);
    const over = meetups.filter((meetup) => mustForget(meetup, now)).map(({ id }) => id);
    const guests = await this.database.read.find(GuestEntity, { where: { meetupId: In(over), memberId: IsNull(), joins: false }, select: { id: true } });
    const gone = [];
    for (const communityId of new Set(meetups.map((meetup) => meetup.communityId))) {
      const members = await this.members.all(communityId);
      const its = meetups.filter((meetup) => meetup.communityId === communityId).map(({ id }) => id);
      const attending = await this.database.read.find(GuestEntity, { where: { meetupId: In(its), memberId: Not(IsNull()) }, select: { id: true, memberId: true } });
      gone.push(...attending.filter(({ memberId }) => !members.has(memberId!)));
    }
    const ids = [...guests, ...gone].map(({ id }) => id);
    if (ids.length > 0) await this.database.write((transaction) => this.forget(transaction, ids));
    return ids.length;
  }

  async mustHaveRoom(transaction: EntityManager, meetupId: string, more: number): Promise<void> {
    if ((await transaction.countBy(GuestEntity, { meetupId })) + more > MOST_GUESTS) throw new DomainError('too-many', `${MOST_GUESTS} guests are the most for one meetup. Part it in two.`);
  }

  made(guest: Omit<Guest, 'id' | 'joins'>): GuestEntity {
    return { ...guest, id: newId(), asks: [...guest.asks], offers: [...guest.offers], joins: false, linkHash: null, createdAt: this.clock.now().toISOString() };
  }

  private async update(meetupId: string, id: string, change: Partial<Pick<GuestEntity, 'state' | 'joins'>>): Promise<void> {
    await this.database.write(async (transaction) => {
      const { affected } = await transaction.update(GuestEntity, { meetupId, id }, change);
      if (affected === 0) throw notFound('This guest');
    });
  }

  /** With everything that names them. */
  private async forget(transaction: EntityManager, all: readonly string[]): Promise<void> {
    for (let from = 0; from < all.length; from += CHUNK) {
      const ids = In(all.slice(from, from + CHUNK));
      for (const side of [{ giverId: ids }, { askerId: ids }]) await transaction.delete(MeetupIntroductionEntity, side);
      for (const side of [{ lowId: ids }, { highId: ids }]) await transaction.delete(GuestRuleEntity, side);
      for (const side of [{ guestId: ids }, { otherId: ids }]) await transaction.delete(MeetingEntity, side);
      await transaction.delete(GuestEntity, { id: ids });
    }
  }
}

const CHUNK = 500;
