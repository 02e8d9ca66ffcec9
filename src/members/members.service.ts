import { Injectable } from '@nestjs/common';
import { In, MoreThan, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

import { AccountsService } from '../accounts/accounts.service.js';
import { Clock } from '../clock.js';
import { Correspondence } from '../communities/correspondence.service.js';
import { Database } from '../database/database.js';
import { fold } from '../engine/engine.js';
import { notFound } from '../errors.js';
import { ContactCardsService } from './contact-cards.service.js';
import { MemberEntity } from './member.entity.js';
import { goodbyeMail } from './goodbye.mail.js';
import { firstName, type Member } from './member.js';
import { afterId, pageOf, type Page, type PageRequest } from './paging.js';
import { daysAfter } from './statement.js';
import { StatementsService } from './statements.service.js';

export type MemberLimits = Pick<Member, 'capacity' | 'pausedUntil'>;
export type MemberDraft = Pick<Member, 'name' | 'languages' | 'place' | 'timeZone' | 'line'>;
export type MemberChange = Partial<MemberDraft & Pick<Member, 'pausedUntil' | 'capacity' | 'cadence'>>;

/** A part of the list of members, and how many there are in all of it. */
export interface Directory {
  readonly count: number;
  readonly members: readonly Member[];
}

/** Days for which a goodbye is worth carrying. */
const GOODBYE_DAYS = 3;

/** Profiles of the members of a community. */
@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly statements: StatementsService,
    private readonly cards: ContactCardsService,
    private readonly accounts: AccountsService,
    private readonly correspondence: Correspondence,
  ) {}

  async create(communityId: string, draft: MemberDraft): Promise<Member> {
    return this.database.write((transaction) => this.createIn(transaction, communityId, draft));
  }

  /** As `create`, inside the transaction of something larger. */
  async createIn(transaction: EntityManager, communityId: string, draft: MemberDraft): Promise<Member> {
    const now = this.clock.now().toISOString();
    const member = { ...draft, id: newId(), languages: [...draft.languages], communityId, pausedUntil: null, capacity: 3, cadence: 'weekly' as const, createdAt: now, changedAt: now };
    await transaction.insert(MemberEntity, member);
    return member;
  }

  /** @throws not-found, also for a member of another community */
  async get(communityId: string, id: string): Promise<Member> {
    const member = await this.database.read.findOneBy(MemberEntity, { communityId, id });
    if (!member) throw notFound('This member');
    return member;
  }

  /** All members of a community by id; networks have hundreds of people, not millions. */
  async all(communityId: string): Promise<ReadonlyMap<string, Member>> {
    const members = await this.database.read.find(MemberEntity, { where: { communityId }, order: { id: 'ASC' } });
    return new Map(members.map((member) => [member.id, member]));
  }

  /** What protects each member of a community, by id; read for every page, so without making whole members of the rows. */
  async limits(communityId: string): Promise<ReadonlyMap<string, MemberLimits>> {
    const rows: (MemberLimits & { readonly id: string })[] = await this.database.read
      .createQueryBuilder(MemberEntity, 'member')
      .select('member.id', 'id')
      .addSelect('member.capacity', 'capacity')
      .addSelect('member.pausedUntil', 'pausedUntil')
      .where({ communityId })
      .getRawMany();
    return new Map(rows.map(({ id, ...limits }) => [id, limits]));
  }

  /** Those of these members that are of this community, by id. */
  async some(communityId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Member>> {
    return new Map((await this.database.read.findBy(MemberEntity, { communityId, id: In([...ids]) })).map((member) => [member.id, member]));
  }

  /** Members in the order of their names, those whose name holds the words looked for, whatever their case and accents; some of them from a place on (0 for the first). */
  async directory(communityId: string, { search = '', from, most }: { readonly search?: string | undefined; readonly from: number; readonly most: number }): Promise<Directory> {
    const names = await this.database.read.find(MemberEntity, { select: { id: true, name: true }, where: { communityId } });
    const wanted = fold(search).split(/\s+/u).filter(Boolean);
    const found = names
      .map(({ id, name }) => ({ id, key: fold(name) }))
      .filter(({ key }) => wanted.every((word) => key.includes(word)))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : 1));
    const page = found.slice(from, from + most);
    const members = await this.some(
      communityId,
      page.map(({ id }) => id),
    );
    return { count: found.length, members: page.flatMap(({ id }) => members.get(id) ?? []) };
  }

  async count(communityId: string): Promise<number> {
    return this.database.read.countBy(MemberEntity, { communityId });
  }

  /** Ids of members who make a pause on a day. */
  async pausing(communityId: string, day: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.read.find(MemberEntity, { select: { id: true }, where: { communityId, pausedUntil: MoreThanOrEqual(day) } });
    return new Set(rows.map(({ id }) => id));
  }

  async list(communityId: string, { limit, cursor }: PageRequest): Promise<Page<Member>> {
    const where = { communityId, id: MoreThan(afterId(cursor)) };
    return pageOf(await this.database.read.find(MemberEntity, { where, order: { id: 'ASC' }, take: limit + 1 }), limit);
  }

  async change(communityId: string, id: string, change: MemberChange): Promise<Member> {
    const { languages, ...rest } = change;
    const changed = { ...rest, ...(languages && { languages: [...languages] }), changedAt: this.clock.now().toISOString() };
    await this.database.write(async (transaction) => {
      const { affected } = await transaction.update(MemberEntity, { communityId, id }, changed);
      if (affected === 0) throw notFound('This member');
    });
    return this.get(communityId, id);
  }

  /** Removes the member with all statements, the contact card, and the account that belonged to it. Mails that still wait for them are taken back; one last one says that it is done. */
  async remove(communityId: string, id: string): Promise<void> {
    await this.database.write(async (transaction) => {
      await this.correspondence.takeBack(transaction, communityId, id);
      await this.sayGoodbye(transaction, communityId, id);
      await this.statements.noteRemovalOf(transaction, communityId, id);
      await this.cards.remove(transaction, id);
      const { affected } = await transaction.delete(MemberEntity, { communityId, id });
      if (affected === 0) throw notFound('This member');
      await this.accounts.removeMembership(transaction, communityId, id);
    });
  }

  private async sayGoodbye(transaction: EntityManager, communityId: string, memberId: string): Promise<void> {
    const member = await transaction.findOneBy(MemberEntity, { communityId, id: memberId });
    if (!member) throw notFound('This member');
    const envelope = {
      key: `goodbye:${memberId}`,
      kind: 'goodbye',
      category: 'service' as const,
      about: memberId,
      validUntil: `${daysAfter(this.clock.now().toISOString(), GOODBYE_DAYS)}T00:00:00.000Z`,
    };
    await this.correspondence.write(transaction, { communityId, memberId }, envelope, (reader) => goodbyeMail({ ...reader, name: firstName(member) }));
  }
}
