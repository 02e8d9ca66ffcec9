import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

import { Clock } from '../../clock.js';
import { Database } from '../../database/database.js';
import { notFound } from '../../errors.js';
import { ProtectionService } from '../../introductions/protection.service.js';
import { guestFinder } from '../guest-finder.js';
import { readGuestPairs, type PairNote } from '../known-pairs.js';
import type { Meetup } from '../meetup.js';
import { attendeeOf, type Guest, type GuestRule } from './guest.js';
import { GuestRuleEntity } from './guest.entity.js';
import { GuestsService } from './guests.service.js';

/** Who knows whom, who must meet, and who never: as lists and organizers say, with who said it. */
@Injectable()
export class GuestRules {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly guests: GuestsService,
    private readonly protection: ProtectionService,
  ) {}

  async all(meetupId: string, manager: EntityManager = this.database.read): Promise<GuestRule[]> {
    return manager.find(GuestRuleEntity, { where: { meetupId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** Which guests, by id, never want to be brought together. Said by members in private: it decides silently, and no organizer reads it. */
  async keptApart({ communityId }: Meetup, guests: readonly Guest[], manager: EntityManager = this.database.read): Promise<(one: string, other: string) => boolean> {
    const apart = await this.protection.pairsKeptApart(communityId, manager);
    const memberOf = new Map(guests.flatMap(({ id, memberId }) => (memberId === null ? [] : [[id, memberId] as const])));
    return (one, other) => memberOf.has(one) && memberOf.has(other) && apart(memberOf.get(one)!, memberOf.get(other)!);
  }

  /** Takes over the rules of a file as `gern intros --known` reads it; what stands already stays. */
  async import(meetupId: string, bytes: Buffer, accountId: string): Promise<{ readonly added: number; readonly notes: readonly PairNote[] }> {
    const guests = (await this.guests.all(meetupId)).map(attendeeOf);
    const { pairs, notes } = readGuestPairs(bytes, guestFinder(guests));
    let added = 0;
    await this.database.write(async (transaction) => {
      for (const {
        rule,
        guests: [one, other],
      } of pairs)
        added += Number(await this.add(transaction, meetupId, rule, [one.id!, other.id!], accountId));
    });
    return { added, notes };
  }

  /** @returns whether the rule is new */
  async add(transaction: EntityManager, meetupId: string, rule: GuestRule['rule'], pair: readonly [string, string], accountId: string): Promise<boolean> {
    const [lowId, highId] = [...pair].sort() as [string, string];
    if (await transaction.existsBy(GuestRuleEntity, { meetupId, lowId, highId, rule })) return false;
    await transaction.insert(GuestRuleEntity, { id: newId(), meetupId, lowId, highId, rule, accountId, createdAt: this.clock.now().toISOString() });
    return true;
  }

  async remove(meetupId: string, id: string): Promise<void> {
    await this.database.write(async (transaction) => {
      const { affected } = await transaction.delete(GuestRuleEntity, { meetupId, id });
      if (affected === 0) throw notFound('This rule');
    });
  }
}
