import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Account } from '../accounts/account.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import type { Mail, MailContent } from '../mail/mail.js';
import { Outbox } from '../mail/outbox.service.js';
import { CommunitiesService } from './communities.service.js';

/** What every template is told about whom it speaks to. */
export interface Reader {
  /** Language and form of address. */
  readonly manner: Pick<Account, 'language' | 'formal'>;
  readonly communityName: string;
  /** Address of this install. */
  readonly url: string;
  /** Where the reader chooses what comes and how often; left out of mails that cannot be chosen away. */
  readonly settingsLink?: string;
}

/** A link that opens a path of this install for the reader, until a moment; as long as the mail is worth carrying when left out. */
export type LinkTo = (destination: string, until?: string) => Promise<string>;

/** What a mail is about, apart from its words. */
export type Envelope = Pick<Mail, 'key' | 'kind' | 'category' | 'about' | 'validUntil'> & Pick<Partial<Mail>, 'notBefore' | 'replyTo'>;

/** A mail is looked up again weeks later, just to stop it. */
const SETTINGS_DAYS = 90;

function later(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString();
}

/** Writes to members: each in their own language, with links that open their own pages, in the caller's transaction. */
@Injectable()
export class Correspondence {
  constructor(
    private readonly clock: Clock,
    private readonly communities: CommunitiesService,
    private readonly accounts: AccountsService,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Queues one mail. A key that was queued before, or a member without an account, makes none.
   * @returns whether a mail was queued
   */
  async write(
    transaction: EntityManager,
    to: { readonly communityId: string; readonly memberId: string },
    envelope: Envelope,
    compose: (reader: Reader, linkTo: LinkTo) => MailContent | Promise<MailContent>,
  ): Promise<boolean> {
    const account = await this.accounts.ofMember(to.communityId, to.memberId, transaction);
    if (!account || (await this.outbox.isQueued(transaction, envelope.key))) return false;
    const { name: communityName } = await this.communities.get(to.communityId);
    const linkTo: LinkTo = (destination, until = envelope.validUntil) => this.accounts.mailLink(transaction, account.id, destination, until);
    const settingsLink = envelope.category === 'service' ? undefined : await linkTo('/preferences', later(this.clock.now(), SETTINGS_DAYS));
    const content = await compose({ manner: account, communityName, url: this.config.url, ...(settingsLink !== undefined && { settingsLink }) }, linkTo);
    return this.outbox.queue(transaction, { ...envelope, ...content, to: account.address, accountId: account.id, communityId: to.communityId, communityName, language: account.language });
  }

  /** Takes back every mail that still waits for a member. */
  async takeBack(transaction: EntityManager, communityId: string, memberId: string): Promise<void> {
    const account = await this.accounts.ofMember(communityId, memberId, transaction);
    if (account) await this.outbox.withdrawTo(transaction, account.id, communityId);
  }
}
