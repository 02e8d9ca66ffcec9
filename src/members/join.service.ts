import { Inject, Injectable } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';

import { addressKey, type Account, type Membership } from '../accounts/account.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { Budget } from '../accounts/budget.service.js';
import { FirstOrganizer } from '../accounts/first-organizer.service.js';
import { hashOf, newSecret } from '../accounts/secrets.js';
import { SessionsService } from '../accounts/sessions.service.js';
import { SignInService } from '../accounts/sign-in.service.js';
import { Clock } from '../clock.js';
import { CommunitiesService, type Community } from '../communities/communities.service.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database/database.js';
import { DomainError } from '../errors.js';
import { Outbox } from '../mail/outbox.service.js';
import { confirmMail } from './confirm.mail.js';
import { JOIN_DAYS, type JoinDraft } from './join.js';
import { JoinEntity } from './join.entity.js';
import { memberAlreadyMail } from './member-already.mail.js';
import { MembersService } from './members.service.js';
import { StatementsService } from './statements.service.js';

/** Joins of one community: no robot fills it, and none uses it to fill other people's mailboxes. */
const JOINS = { most: 60, seconds: 3_600 };
const DAY = 86_400_000;

/** How somebody becomes a member: a form, a mail, a press of its button (double opt-in). */
@Injectable()
export class JoinService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly signIns: SignInService,
    private readonly firstOrganizer: FirstOrganizer,
    private readonly budget: Budget,
    private readonly communities: CommunitiesService,
    private readonly members: MembersService,
    private readonly statements: StatementsService,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Mails a link to confirm by, or, where the address is a member's, one to sign in by. Tells nothing of either. @param browser mark of the asking browser */
  async request(communityId: string, address: string, draft: JoinDraft, browser: string): Promise<void> {
    const community = await this.communities.get(communityId);
    await this.database.write(async (transaction) => {
      if (!(await this.budget.spend(transaction, `joins:${communityId}`, [JOINS]))) return;
      if (!(await this.budget.spendMail(transaction, address))) return;
      const account = await this.accounts.byAddress(address, transaction);
      const isMember = account && (await this.accounts.membershipsOf(account.id, transaction)).some((membership) => membership.communityId === communityId);
      await (isMember ? this.remind(transaction, community, account, browser) : this.wait(transaction, community, address, draft));
    });
  }

  /** The first organizer, by the printed link, which is used up by it. @throws link-expired */
  async welcome(token: string, address: string, draft: JoinDraft): Promise<void> {
    const community = await this.communities.default();
    await this.database.write(async (transaction) => {
      await this.firstOrganizer.consume(transaction, token);
      await this.wait(transaction, { ...community, name: draft.communityName ?? community.name }, address, draft);
    });
  }

  /** Whether a link still waits for its press. Changes nothing. */
  async isWaiting(token: string): Promise<boolean> {
    return (await this.waiting(token, this.database.read)) !== null;
  }

  /** The press: account, member and first statements at once, signed in in this browser. @returns the session's cookie @throws link-expired */
  async confirm(token: string, device: string): Promise<{ readonly cookie: string; readonly membership: Membership }> {
    return this.database.write(async (transaction) => {
      const join = await this.waiting(token, transaction);
      if (!join) throw new DomainError('link-expired', 'This link was used or has expired. Join once more, or sign in.');
      const membership = await this.settle(transaction, join);
      await transaction.delete(JoinEntity, { communityId: join.communityId, addressKey: join.addressKey });
      return { membership, cookie: await this.sessions.start(transaction, membership, device) };
    });
  }

  /** Who was confirmed meanwhile by another of our mails stays as they are. */
  private async settle(transaction: EntityManager, { communityId, address, draft }: JoinEntity): Promise<Membership> {
    const { timeZone } = await this.communities.get(communityId);
    const account = await this.accounts.create(transaction, { address, language: draft.languages[0] ?? 'en', formal: draft.formal });
    const known = (await this.accounts.membershipsOf(account.id, transaction)).find((membership) => membership.communityId === communityId);
    if (known) return known;
    const { id: memberId } = await this.members.createIn(transaction, communityId, { name: draft.name, languages: draft.languages, place: null, line: null, timeZone });
    // Two welcome links may have been used before either was confirmed: the first to confirm looks after the install.
    const role = draft.role === 'admin' && (await this.accounts.hasAdmin(transaction)) ? 'member' : draft.role;
    const membership = { communityId, memberId, accountId: account.id, role };
    await this.accounts.addMembership(transaction, membership);
    if (role === 'admin' && draft.communityName !== null) await this.communities.changeIn(transaction, communityId, { name: draft.communityName });
    for (const kind of ['offer', 'ask'] as const)
      if (draft[kind] !== null) await this.statements.createIn(transaction, communityId, { memberId, kind, text: draft[kind], neededBy: null, place: null });
    return membership;
  }

  private async wait(transaction: EntityManager, community: Community, address: string, draft: JoinDraft): Promise<void> {
    const [token, now] = [newSecret(), this.clock.now()];
    const [until, language] = [new Date(now.getTime() + JOIN_DAYS * DAY).toISOString(), draft.languages[0] ?? 'en'];
    await transaction.delete(JoinEntity, { expiresAt: LessThan(now.toISOString()) });
    await transaction.insert(JoinEntity, { hash: hashOf(token), communityId: community.id, address, addressKey: addressKey(address), draft, expiresAt: until });
    const link = `${this.config.url}/join/confirm?key=${token}`;
    await this.outbox.queue(transaction, {
      ...confirmMail({ manner: { language, formal: draft.formal }, communityName: community.name, name: draft.name, link, url: this.config.url }),
      key: `confirm:${hashOf(token)}`,
      kind: 'confirm',
      category: 'service',
      to: address,
      accountId: null,
      about: hashOf(token),
      communityId: community.id,
      communityName: community.name,
      language,
      validUntil: until,
      repeatable: true,
    });
  }

  private async remind(transaction: EntityManager, community: Community, account: Account, browser: string): Promise<void> {
    const { link } = await this.signIns.issue(transaction, account.id, browser, '/');
    await this.signIns.queue(transaction, account, community, 'member-already', memberAlreadyMail({ manner: account, communityName: community.name, link, url: this.config.url }));
  }

  private async waiting(token: string, manager: EntityManager): Promise<JoinEntity | null> {
    const join = await manager.findOneBy(JoinEntity, { hash: hashOf(token) });
    return join && join.expiresAt > this.clock.now().toISOString() ? join : null;
  }
}
