import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

import { Clock } from '../clock.js';
import type { Mail } from './mail.js';
import { OutboxEntity } from './outbox.entity.js';

/** Mails that are to leave: rows written in the transaction of what they tell, so that both are stored or neither. */
@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /** Queues a mail with its bytes and Message-ID fixed. @returns false when the same key was queued before */
  async queue(transaction: EntityManager, mail: Mail): Promise<boolean> {
    if (await transaction.existsBy(OutboxEntity, { key: mail.key })) return false;
    const now = this.clock.now().toISOString();
    const id = newId();
    await transaction.insert(OutboxEntity, {
      id,
      key: mail.key,
      kind: mail.kind,
      category: mail.category,
      communityId: mail.communityId,
      accountId: mail.accountId,
      about: mail.about,
      recipient: mail.to,
      language: mail.language,
      messageId: `<${id}@localhost>`,
      bytes: Buffer.from(mail.text, 'utf8'),
      repeatable: mail.repeatable ?? false,
      state: 'pending',
      dueAt: mail.notBefore ?? now,
      validUntil: mail.validUntil,
      attempts: 0,
      lease: 0,
      leasedUntil: null,
      dottedAt: null,
      answer: null,
      createdAt: now,
      changedAt: now,
    });
    return true;
  }

  /** Whether a mail of this key was queued before. */
  async isQueued(manager: EntityManager, key: string): Promise<boolean> {
    return manager.existsBy(OutboxEntity, { key });
  }

  /** Takes back what speaks of a thing and has not been claimed yet. @returns how many mails */
  async withdraw(transaction: EntityManager, about: string): Promise<number> {
    const { affected } = await transaction.update(OutboxEntity, { about, state: 'pending' }, { state: 'withdrawn', changedAt: this.clock.now().toISOString() });
    return affected ?? 0;
  }
}
