import { Inject, Injectable } from '@nestjs/common';

import type { Account } from '../accounts/account.js';
import { addressKey } from '../accounts/account.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { Budget } from '../accounts/budget.service.js';
import { hashOf } from '../accounts/secrets.js';
import { Clock } from '../clock.js';
import { CommunitiesService } from '../communities/communities.service.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database/database.js';
import { Outbox } from '../mail/outbox.service.js';
import { SuppressionService } from '../mail/suppression.service.js';
import { invitationMail } from './invitation.mail.js';

/** More a day than this is advertising, whoever does it. */
const INVITATIONS = { most: 500, seconds: 86_400 };
const WORTH_CARRYING_DAYS = 7;

export interface Invitation {
  readonly addresses: readonly string[];
  readonly manner: Pick<Account, 'language' | 'formal'>;
  /** Name of the organizer who invites. */
  readonly from: string;
}

/**
 * Asks people to join, by one mail each that leads to the form everybody uses: it stores nobody, and the address is confirmed as always.
 * An address is invited once. Members get none, and whoever invites does not learn who is one.
 */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly budget: Budget,
    private readonly communities: CommunitiesService,
    private readonly outbox: Outbox,
    private readonly suppressions: SuppressionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async invite(communityId: string, { addresses, manner, from }: Invitation): Promise<void> {
    const { name: communityName } = await this.communities.get(communityId);
    const validUntil = new Date(this.clock.now().getTime() + WORTH_CARRYING_DAYS * 86_400_000).toISOString();
    const unique = new Map(addresses.map((address) => [addressKey(address), address.trim()]));
    await this.database.write(async (transaction) => {
      for (const [address, to] of unique) {
        const key = `invitation:${communityId}:${hashOf(address)}`;
        const account = await this.accounts.byAddress(address, transaction);
        const isMember = account && (await this.accounts.membershipsOf(account.id, transaction)).some((membership) => membership.communityId === communityId);
        if (isMember || (await this.outbox.isQueued(transaction, key))) continue;
        if (!(await this.budget.spend(transaction, `invitations:${communityId}`, [INVITATIONS])) || !(await this.budget.spendMail(transaction, address))) continue;
        const stopLink = await this.suppressions.unsubscribeUrl(transaction, { accountId: null, to, category: 'invitations' });
        const content = invitationMail({ manner, communityName, url: this.config.url, from, link: `${this.config.url}/join`, stopLink });
        await this.outbox.queue(transaction, {
          ...content,
          key,
          kind: 'invitation',
          category: 'invitations',
          to,
          accountId: null,
          about: key,
          communityId,
          communityName,
          language: manner.language,
          validUntil,
        });
      }
    });
  }
}
