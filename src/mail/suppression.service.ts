import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';

import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database/database.js';
import { notFound } from '../errors.js';
import { STOPPABLE, type Category, type StoppableCategory } from './mail.js';
import { MailStateService } from './mail-state.service.js';
import { SuppressionEntity, UnsubscriptionEntity } from './suppression.entity.js';
import { addressHash, readToken, stops, subjectOf, tokenOf, type Subscription, type SuppressionReason } from './suppression.js';

interface Addressee {
  readonly id: string;
  readonly accountId: string | null;
  readonly category: Category;
  readonly recipient: string | null;
}

/** Who wants, or can take, no mail. Asked in the transaction that claims, so that a press acts on mails that wait already. */
@Injectable()
export class SuppressionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly state: MailStateService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Ids of those mails that must not leave. */
  async stopped(manager: EntityManager, mails: readonly Addressee[]): Promise<Set<string>> {
    const secret = await this.state.secret(manager);
    const keys = mails.map(({ id, accountId, category, recipient }) => ({
      id,
      category,
      hash: addressHash(secret, recipient ?? ''),
      subject: subjectOf(secret, { accountId, recipient: recipient ?? '' }),
    }));
    const suppressions = await manager.findBy(SuppressionEntity, { addressHash: In(keys.map(({ hash }) => hash)) });
    const unsubscriptions = await manager.findBy(UnsubscriptionEntity, { subject: In(keys.map(({ subject }) => subject)) });
    const reasons = new Map(suppressions.map(({ addressHash: hash, reason }) => [hash, reason]));
    const unwanted = new Set(unsubscriptions.map(({ subject, category }) => `${subject} ${category}`));
    const isStopped = ({ hash, subject, category }: (typeof keys)[number]): boolean => {
      const reason = reasons.get(hash);
      return (reason ? stops(reason, category) : false) || unwanted.has(`${subject} ${category}`);
    };
    return new Set(keys.filter(isStopped).map(({ id }) => id));
  }

  /** The link by which the reader of a mail stops its category. */
  async unsubscribeUrl(manager: EntityManager, mail: { readonly accountId: string | null; readonly to: string; readonly category: StoppableCategory }): Promise<string> {
    const secret = await this.state.secret(manager);
    return `${this.config.url}/mail/unsubscribe/${tokenOf(secret, { subject: subjectOf(secret, { accountId: mail.accountId, recipient: mail.to }), category: mail.category })}`;
  }

  /** @throws not-found where the token is none of ours */
  async subscriptionOf(token: string): Promise<Subscription> {
    const subscription = readToken(await this.state.secret(this.database.read), token);
    if (!subscription) throw notFound('This link');
    return subscription;
  }

  async isSubscribed({ subject, category }: Subscription): Promise<boolean> {
    return !(await this.database.read.existsBy(UnsubscriptionEntity, { subject, category }));
  }

  /** Stops a category, or everything that can be stopped. Doing it again changes nothing. */
  async unsubscribe({ subject, category }: Subscription, everything = false): Promise<void> {
    const createdAt = this.clock.now().toISOString();
    await this.database.write(async (transaction) => {
      for (const one of everything ? STOPPABLE : [category]) await transaction.upsert(UnsubscriptionEntity, { subject, category: one, createdAt }, ['subject', 'category']);
    });
  }

  /** Takes that back. */
  async resubscribe({ subject, category }: Subscription, everything = false): Promise<void> {
    await this.database.write(async (transaction) => {
      await transaction.delete(UnsubscriptionEntity, { subject, category: In(everything ? STOPPABLE : [category]) });
    });
  }

  async suppress(transaction: EntityManager, address: string, reason: SuppressionReason): Promise<void> {
    await this.change(transaction, address, { reason });
  }

  async countSoftBounce(transaction: EntityManager, address: string): Promise<void> {
    const hash = addressHash(await this.state.secret(transaction), address);
    const known = await transaction.findOneBy(SuppressionEntity, { addressHash: hash });
    await this.change(transaction, address, { softBounces: (known?.softBounces ?? 0) + 1 });
  }

  /** Forgets what stopped an address, after a person made sure that it works. @returns whether there was anything */
  async allow(address: string): Promise<boolean> {
    return this.database.write(async (transaction) => {
      const { affected } = await transaction.delete(SuppressionEntity, { addressHash: addressHash(await this.state.secret(transaction), address) });
      return (affected ?? 0) > 0;
    });
  }

  private async change(transaction: EntityManager, address: string, change: Partial<Pick<SuppressionEntity, 'reason' | 'softBounces'>>): Promise<void> {
    const hash = addressHash(await this.state.secret(transaction), address);
    const changedAt = this.clock.now().toISOString();
    if (await transaction.existsBy(SuppressionEntity, { addressHash: hash })) await transaction.update(SuppressionEntity, { addressHash: hash }, { ...change, changedAt });
    else await transaction.insert(SuppressionEntity, { addressHash: hash, reason: null, softBounces: 0, ...change, changedAt });
  }
}
