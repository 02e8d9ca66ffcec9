import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { dkimSigner, type Signer } from './dkim.js';
import type { Category, Mail } from './mail.js';
import { messageIdOf, renderMessage } from './message.js';
import { OutboxEntity } from './outbox.entity.js';
import { SuppressionService } from './suppression.service.js';

/** Smaller leaves first. */
const URGENCY: Record<Category, number> = { service: 0, introductions: 1, meetups: 2, invitations: 2, digest: 3 };

/** Mails that are to leave: rows written in the transaction of what they tell, so that both are stored or neither. */
@Injectable()
export class Outbox {
  private readonly sign: Signer | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly suppressions: SuppressionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.sign = config.mail.dkim && dkimSigner(config.mail.dkim);
  }

  /**
   * Queues a mail with its bytes and Message-ID fixed.
   * @returns false when the same key was queued before
   * @throws forbidden-character, invalid-address where a header field would be torn open
   */
  async queue(transaction: EntityManager, mail: Mail): Promise<boolean> {
    if (await transaction.existsBy(OutboxEntity, { key: mail.key })) return false;
    const [id, date, { from }] = [newId(), this.clock.now(), this.config.mail];
    const now = date.toISOString();
    const { accountId, to, category } = mail;
    const unsubscribeUrl = category === 'service' ? undefined : await this.suppressions.unsubscribeUrl(transaction, { accountId, to, category });
    const message = await renderMessage(mail, { id, from, date, unsubscribeUrl });
    await transaction.insert(OutboxEntity, {
      id,
      key: mail.key,
      kind: mail.kind,
      category: mail.category,
      urgency: URGENCY[mail.category],
      communityId: mail.communityId,
      accountId: mail.accountId,
      about: mail.about,
      recipient: mail.to,
      language: mail.language,
      messageId: messageIdOf(id, from),
      bytes: this.sign ? await this.sign(message) : message,
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

  /** Takes back what waits for an account about one community. @returns how many mails */
  async withdrawTo(transaction: EntityManager, accountId: string, communityId: string): Promise<number> {
    const { affected } = await transaction.update(OutboxEntity, { accountId, communityId, state: 'pending' }, { state: 'withdrawn', changedAt: this.clock.now().toISOString() });
    return affected ?? 0;
  }
}
