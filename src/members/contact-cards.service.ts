import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';

import { Database } from '../database/database.js';
import { DomainError } from '../errors.js';
import { ContactCardEntity } from './member.entity.js';
import type { ContactCard } from './member.js';

/** What members share after two yes. Read by themselves, and by the step that shares it; by nobody else. */
@Injectable()
export class ContactCardsService {
  constructor(private readonly database: Database) {}

  async ofOwn(memberId: string): Promise<ContactCard> {
    return (await this.database.read.findOneBy(ContactCardEntity, { memberId })) ?? untouched(memberId);
  }

  /** @throws required when the card would share no way at all to reach the member */
  async put(card: ContactCard): Promise<ContactCard> {
    if (!card.sharesAddress && card.phone === null && card.link === null) throw new DomainError('required', 'Share one way to reach you at least: your mail address, a phone number or a link.');
    await this.database.write((transaction) => transaction.upsert(ContactCardEntity, { ...card }, ['memberId']));
    return card;
  }

  /** For the step that shares, inside its transaction, and for nothing else. */
  async cardsFor(transaction: EntityManager, memberIds: readonly string[]): Promise<ReadonlyMap<string, ContactCard>> {
    const written = new Map((await transaction.findBy(ContactCardEntity, { memberId: In([...memberIds]) })).map((card) => [card.memberId, card]));
    return new Map(memberIds.map((id) => [id, written.get(id) ?? untouched(id)]));
  }

  /** For the removal of a member, inside its transaction. */
  async remove(transaction: EntityManager, memberId: string): Promise<void> {
    await transaction.delete(ContactCardEntity, { memberId });
  }
}

/** Two who said yes must be able to reach each other, so a card that nobody touched shares the address, as the question for the yes says. */
function untouched(memberId: string): ContactCard {
  return { memberId, sharesAddress: true, phone: null, link: null, note: null };
}
