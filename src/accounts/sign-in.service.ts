import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { IsNull, LessThan, MoreThan, type EntityManager } from 'typeorm';

import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database/database.js';
import { DomainError } from '../errors.js';
import type { MailContent } from '../mail/mail.js';
import { Outbox } from '../mail/outbox.service.js';
import { addressFault, type Account, type Membership } from './account.js';
import { AccountsService } from './accounts.service.js';
import { Budget } from './budget.service.js';
import { HomeCommunity } from './home-community.js';
import { hashOf, newCode, newSecret, shownCode, typedCode } from './secrets.js';
import { SessionsService } from './sessions.service.js';
import { SignInEntity } from './sign-in.entity.js';
import { signInMail } from './sign-in.mail.js';

/** Life of a link and its code (OWASP ASVS 5, 6.5.5). */
const MINUTES = 10;
const MOST_ATTEMPTS = 5;
const DAY = 86_400_000;

/** How a link looks from a browser: whose it is, and whether its button may be pressed here. */
export interface LinkState {
  readonly state: 'ready' | 'other-browser' | 'used' | 'expired';
  readonly account?: Account;
  readonly destination: string;
}

/** What a mail with a sign-in link needs to know. */
export interface SignInLink {
  readonly link: string;
  readonly code: string;
  readonly minutes: number;
}

/** A browser that has just been signed in. */
export interface SignedIn {
  /** Value of the session's cookie. */
  readonly cookie: string;
  readonly membership: Membership;
  readonly destination: string;
}

/** Sign-in by a link that is mailed: no password to lose. */
@Injectable()
export class SignInService implements BeforeApplicationShutdown {
  private readonly logger = new Logger('sign-in');
  private working: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly budget: Budget,
    private readonly outbox: Outbox,
    private readonly home: HomeCommunity,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes the wish and returns at once; whether the address is known shows neither in the answer nor in its time. `browser` is the pre-session cookie. */
  request(address: string, browser: string, destination: string): void {
    this.working = this.working.then(() => this.mailTo(address, browser, destination)).catch((error: unknown) => this.logger.error(error));
  }

  /** Resolves when everything asked for so far has been done. */
  async settled(): Promise<void> {
    await this.working;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.settled();
  }

  /** Makes a link and its code, bound to the browser that asked. */
  async issue(transaction: EntityManager, accountId: string, browser: string, destination: string): Promise<SignInLink> {
    const [token, code] = [newSecret(), newCode()];
    const now = this.clock.now().getTime();
    await transaction.delete(SignInEntity, { expiresAt: LessThan(new Date(now - DAY).toISOString()) });
    await transaction.insert(SignInEntity, {
      hash: hashOf(token),
      accountId,
      browserHash: hashOf(browser),
      codeHash: codeHash(hashOf(token), code),
      attempts: 0,
      destination,
      expiresAt: new Date(now + MINUTES * 60_000).toISOString(),
      usedAt: null,
    });
    return { link: `${this.config.url}/sign-in/link?key=${token}`, code: shownCode(code), minutes: MINUTES };
  }

  /** Changes nothing. An unknown link looks like an expired one. */
  async look(token: string, browser: string | undefined): Promise<LinkState> {
    const signIn = await this.database.read.findOneBy(SignInEntity, { hash: hashOf(token) });
    const state = this.stateOf(signIn, browser);
    const account = signIn && (await this.accounts.get(signIn.accountId));
    return { state, destination: signIn?.destination ?? '/', ...(account && (state === 'ready' || state === 'other-browser') && { account }) };
  }

  /** The press of the button behind a link. @throws link-used, link-expired, other-browser */
  async useLink(token: string, browser: string | undefined, device: string): Promise<SignedIn> {
    return this.database.write(async (transaction) => {
      const signIn = await transaction.findOneBy(SignInEntity, { hash: hashOf(token) });
      const state = this.stateOf(signIn, browser);
      if (signIn === null || state !== 'ready') throw REFUSALS[state]();
      return this.finish(transaction, signIn, device);
    });
  }

  /** A code, typed into the browser that asked, or into the one in which the link was opened (`token`). @throws invalid-value, link-expired, slow-down */
  async useCode(typed: string, token: string | undefined, browser: string | undefined, device: string): Promise<SignedIn> {
    const outcome = await this.database.write(async (transaction) => {
      const open = await this.openSignIns(transaction, token, browser);
      const found = open.find((signIn) => signIn.attempts < MOST_ATTEMPTS && signIn.codeHash === codeHash(signIn.hash, typedCode(typed)));
      if (found) return this.finish(transaction, found, device);
      // A wrong code counts against every link that it could have meant; the count must stay, so nothing is thrown in here.
      for (const { hash } of open) await transaction.increment(SignInEntity, { hash }, 'attempts', 1);
      return open;
    });
    if ('cookie' in outcome) return outcome;
    if (outcome.length === 0) throw REFUSALS.expired();
    if (outcome.every(({ attempts }) => attempts >= MOST_ATTEMPTS)) throw new DomainError('slow-down', 'Too many wrong codes. Please ask for a new mail.');
    throw new DomainError('invalid-value', 'This is not the code of the mail.', [{ code: 'invalid-value', pointer: '/code', detail: 'This is not the code of the mail.' }]);
  }

  private async mailTo(address: string, browser: string, destination: string): Promise<void> {
    if (addressFault(address) !== undefined) return;
    const account = await this.accounts.byAddress(address);
    const membership = account && (await this.membershipFor(account.id));
    const communityName = await this.home.nameOf(membership?.communityId ?? (await this.home.default()).id);
    await this.database.write(async (transaction) => {
      if (!(await this.budget.spendMail(transaction, address)) || !account || !membership) return;
      const link = await this.issue(transaction, account.id, browser, destination);
      await this.queue(transaction, account, { id: membership.communityId, name: communityName }, 'sign-in', signInMail({ manner: account, communityName, ...link, url: this.config.url }));
    });
  }

  /** Hands a mail with a sign-in link over; it is worth carrying as long as its link lives. */
  async queue(transaction: EntityManager, account: Account, community: { readonly id: string; readonly name: string }, kind: string, content: MailContent): Promise<void> {
    const now = this.clock.now();
    await this.outbox.queue(transaction, {
      ...content,
      key: `${kind}:${account.id}:${hashOf(content.text).slice(0, 32)}`,
      kind,
      category: 'service',
      to: account.address,
      accountId: account.id,
      about: account.id,
      communityId: community.id,
      communityName: community.name,
      language: account.language,
      validUntil: new Date(now.getTime() + MINUTES * 60_000).toISOString(),
      repeatable: true,
    });
  }

  private async finish(transaction: EntityManager, { hash, accountId, browserHash, destination }: SignInEntity, device: string): Promise<SignedIn> {
    const membership = await this.membershipFor(accountId, transaction);
    if (!membership) throw REFUSALS.expired();
    const usedAt = this.clock.now().toISOString();
    // The pre-session ends with the sign-in: whatever else it asked for is used up.
    for (const where of [{ hash }, { browserHash, usedAt: IsNull() }]) await transaction.update(SignInEntity, where, { usedAt });
    return { cookie: await this.sessions.start(transaction, membership, device), membership, destination };
  }

  /** That of the home community before any other. */
  private async membershipFor(accountId: string, manager?: EntityManager): Promise<Membership | undefined> {
    const memberships = await this.accounts.membershipsOf(accountId, manager);
    const { id } = await this.home.default();
    return memberships.find(({ communityId }) => communityId === id) ?? memberships[0];
  }

  private async openSignIns(transaction: EntityManager, token: string | undefined, browser: string | undefined): Promise<SignInEntity[]> {
    const hashes = [token !== undefined && { hash: hashOf(token) }, browser !== undefined && { browserHash: hashOf(browser) }].filter((where) => where !== false);
    if (hashes.length === 0) return [];
    const live = { usedAt: IsNull(), expiresAt: MoreThan(this.clock.now().toISOString()) };
    return transaction.find(SignInEntity, { where: hashes.map((where) => ({ ...where, ...live })), order: { hash: 'ASC' } });
  }

  private stateOf(signIn: SignInEntity | null, browser: string | undefined): LinkState['state'] {
    if (signIn === null) return 'expired';
    if (signIn.usedAt !== null) return 'used';
    if (signIn.expiresAt <= this.clock.now().toISOString() || signIn.attempts >= MOST_ATTEMPTS) return 'expired';
    return browser !== undefined && signIn.browserHash === hashOf(browser) ? 'ready' : 'other-browser';
  }
}

const REFUSALS: Record<LinkState['state'], () => DomainError> = {
  ready: () => new DomainError('internal', 'This link is ready.'),
  'other-browser': () => new DomainError('other-browser', 'This link was asked for in another browser. Please type the code of the mail.'),
  used: () => new DomainError('link-used', 'This link was used already. Please ask for a new one.'),
  expired: () => new DomainError('link-expired', `Links of a sign-in live ${MINUTES} minutes. Please ask for a new one.`),
};

function codeHash(linkHash: string, code: string): string {
  return hashOf(`${linkHash}:${code}`);
}
