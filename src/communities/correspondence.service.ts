import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Account } from '../accounts/account.js';
import { AccountsService } from '../accounts/accounts.service.js';
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
}

/** What a mail is about, apart from its words. */
export type Envelope = Pick<Mail, 'key' | 'kind' | 'category' | 'about' | 'validUntil'> & Pick<Partial<Mail>, 'notBefore' | 'replyTo'>;

/** Writes to members: each in their own language, with links that open their own pages, in the caller's transaction. */
@Injectable()
export class Correspondence {
  constructor(
    private readonly communities: CommunitiesService,
    private readonly accounts: AccountsService,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Queues one mail. A key that was queued before, or a member without an account, makes none.
   * @param compose is given the reader and a way to make links that open a path of this install for them until a moment
   * @returns whether a mail was queued
   */
  async write(
    transaction: EntityManager,
    to: { readonly communityId: string; readonly memberId: string },
    envelope: Envelope,
    compose: (reader: Reader, linkTo: (destination: string, until?: string) => Promise<string>) => MailContent | Promise<MailContent>,
  ): Promise<boolean> {
    const account = await this.accounts.ofMember(to.communityId, to.memberId, transaction);
    if (!account || (await this.outbox.isQueued(transaction, envelope.key))) return false;
    const { name: communityName } = await this.communities.get(to.communityId);
    const linkTo = (destination: string, until = envelope.validUntil): Promise<string> => this.accounts.mailLink(transaction, account.id, destination, until);
    const content = await compose({ manner: account, communityName, url: this.config.url }, linkTo);
    return this.outbox.queue(transaction, { ...envelope, ...content, to: account.address, accountId: account.id, communityId: to.communityId, communityName, language: account.language });
  }

  /** Takes back what speaks of a thing and has not left yet. */
  async withdraw(transaction: EntityManager, about: string): Promise<void> {
    await this.outbox.withdraw(transaction, about);
  }
}
