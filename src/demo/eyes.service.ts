import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';

import { AccountsService } from '../accounts/accounts.service.js';
import { SecondFactorService } from '../accounts/second-factor.service.js';
import { SessionsService } from '../accounts/sessions.service.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { notFound } from '../errors.js';

/** Lets anybody look through anybody's eyes. */
@Injectable()
export class Eyes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly factors: SecondFactorService,
  ) {}

  /** A new session of a member; whoever organizes has set up a second factor and shown it. @returns the value of the cookie @throws not-found */
  async of(memberId: string, device: string): Promise<string> {
    const membership = await this.accounts.membershipOfMember(memberId);
    if (!membership) throw notFound('This member');
    const cookie = await this.database.write((transaction) => this.sessions.start(transaction, membership, device));
    if (membership.role !== 'member') await this.empower(membership.accountId);
    return cookie;
  }

  private async empower(accountId: string): Promise<void> {
    const [session] = await this.sessions.of(accountId);
    if ((await this.factors.stateOf(accountId)) === 'confirmed') return this.database.write((transaction) => this.sessions.empower(transaction, session!.id));
    const { secret } = await this.factors.begin(accountId);
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: this.clock.now().getTime() });
    await this.factors.confirm(accountId, session!.id, code);
  }
}
