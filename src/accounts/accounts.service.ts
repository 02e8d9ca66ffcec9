import { Inject, Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database/database.js';
import { DomainError, notFound } from '../errors.js';
import { addressKey, type Account, type Membership, type Role } from './account.js';
import { AccountEntity, MailLinkEntity, MembershipEntity } from './account.entity.js';
import { RecoveryCodeEntity, SecondFactorEntity } from './second-factor.entity.js';
import { hashOf, newSecret } from './secrets.js';
import { SessionEntity } from './session.entity.js';
import { SignInEntity } from './sign-in.entity.js';
import { ApiTokenEntity } from './token.entity.js';

export type MailLink = Readonly<Pick<MailLinkEntity, 'accountId' | 'destination'>>;
export type AccountDraft = Pick<Account, 'address' | 'language' | 'formal'>;

/** People with a confirmed address, and as which member of which community they act. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async byAddress(address: string, manager: EntityManager = this.database.read): Promise<Account | undefined> {
    return (await manager.findOneBy(AccountEntity, { addressKey: addressKey(address) })) ?? undefined;
  }

  /** The account of a member, where the member has one. */
  async ofMember(communityId: string, memberId: string, manager: EntityManager = this.database.read): Promise<Account | undefined> {
    const membership = await manager.findOneBy(MembershipEntity, { communityId, memberId });
    return membership ? ((await manager.findOneBy(AccountEntity, { id: membership.accountId })) ?? undefined) : undefined;
  }

  /** Accounts of all members of a community, by member. */
  async ofCommunity(communityId: string, manager: EntityManager = this.database.read): Promise<ReadonlyMap<string, Account>> {
    const memberships = await manager.findBy(MembershipEntity, { communityId });
    const wanted = new Set(memberships.map(({ accountId }) => accountId));
    const accounts = new Map((await manager.find(AccountEntity)).filter(({ id }) => wanted.has(id)).map((account) => [account.id, account]));
    return new Map(memberships.flatMap(({ memberId, accountId }): [string, Account][] => (accounts.has(accountId) ? [[memberId, accounts.get(accountId)!]] : [])));
  }

  async get(accountId: string, manager: EntityManager = this.database.read): Promise<Account | undefined> {
    return (await manager.findOneBy(AccountEntity, { id: accountId })) ?? undefined;
  }

  /** As whom a member's account acts; undefined for a member without an account. */
  async membershipOfMember(memberId: string, manager: EntityManager = this.database.read): Promise<Membership | undefined> {
    return (await manager.findOneBy(MembershipEntity, { memberId })) ?? undefined;
  }

  async hasAdmin(manager: EntityManager = this.database.read): Promise<boolean> {
    return manager.existsBy(MembershipEntity, { role: 'admin' });
  }

  async membershipsOf(accountId: string, manager: EntityManager = this.database.read): Promise<Membership[]> {
    return manager.find(MembershipEntity, { where: { accountId }, order: { memberId: 'ASC' } });
  }

  /** Members who organize a community, by id; whoever looks after the install does so too. */
  async organizersOf(communityId: string, manager: EntityManager = this.database.read): Promise<string[]> {
    const memberships = await manager.find(MembershipEntity, { where: { communityId, role: In<Role>(['organizer', 'admin']) }, order: { memberId: 'ASC' } });
    return memberships.map(({ memberId }) => memberId);
  }

  /** The role of each of these members who has an account. */
  async rolesOf(communityId: string, memberIds: readonly string[]): Promise<ReadonlyMap<string, Role>> {
    const memberships = await this.database.read.findBy(MembershipEntity, { communityId, memberId: In([...memberIds]) });
    return new Map(memberships.map(({ memberId, role }) => [memberId, role]));
  }

  /**
   * Makes a member an organizer, or takes that back; powers still need a second factor, and go at once where they are taken.
   * @throws not-found for a member without an account, not-possible for whoever looks after the install and for the last who organizes
   */
  async changeRole(communityId: string, memberId: string, role: Exclude<Role, 'admin'>): Promise<void> {
    await this.database.write(async (transaction) => {
      const membership = await transaction.findOneBy(MembershipEntity, { communityId, memberId });
      if (!membership) throw notFound('This member');
      if (membership.role === 'admin') throw new DomainError('not-possible', 'Whoever looks after the install keeps that role.');
      const organizers = await this.organizersOf(communityId, transaction);
      if (role === 'member' && organizers.every((id) => id === memberId)) throw new DomainError('not-possible', 'Somebody has to organize the community. Make another member an organizer first.');
      await transaction.update(MembershipEntity, { memberId }, { role });
    });
  }

  /** Makes the account of a confirmed address, or finds the one there is. */
  async create(transaction: EntityManager, draft: AccountDraft): Promise<Account> {
    const known = await this.byAddress(draft.address, transaction);
    if (known) return known;
    const account = { ...draft, id: newId(), addressKey: addressKey(draft.address), createdAt: this.clock.now().toISOString() };
    await transaction.insert(AccountEntity, account);
    return account;
  }

  async change(accountId: string, change: Partial<Pick<Account, 'language' | 'formal'>>): Promise<void> {
    await this.database.write(async (transaction) => {
      await transaction.update(AccountEntity, { id: accountId }, change);
    });
  }

  /** @throws not-possible when the account is another member of this community already */
  async addMembership(transaction: EntityManager, membership: Membership): Promise<void> {
    const { communityId, accountId } = membership;
    if (await transaction.existsBy(MembershipEntity, { communityId, accountId })) throw new DomainError('not-possible', 'This address belongs to a member of this community already.');
    await transaction.insert(MembershipEntity, { ...membership });
  }

  /** For the removal of a member, inside its transaction; an account without any membership goes with it. */
  async removeMembership(transaction: EntityManager, communityId: string, memberId: string): Promise<void> {
    const membership = await transaction.findOneBy(MembershipEntity, { communityId, memberId });
    if (!membership) return;
    const { accountId } = membership;
    await transaction.delete(MembershipEntity, { memberId });
    for (const entity of [SessionEntity, ApiTokenEntity]) await transaction.delete(entity, { memberId });
    if (await transaction.existsBy(MembershipEntity, { accountId })) return;
    for (const entity of [MailLinkEntity, SignInEntity, SecondFactorEntity, RecoveryCodeEntity]) await transaction.delete(entity, { accountId });
    await transaction.delete(AccountEntity, { id: accountId });
  }

  /** An absolute address for a mail: opens the destination for this account until the moment given. */
  async mailLink(transaction: EntityManager, accountId: string, destination: string, until: string): Promise<string> {
    const token = newSecret();
    await transaction.insert(MailLinkEntity, { hash: hashOf(token), accountId, destination, expiresAt: until });
    return `${this.config.url}${destination}?key=${token}`;
  }

  /** Links that no longer open anything. */
  async forgetOldLinks(): Promise<void> {
    const now = this.clock.now().toISOString();
    if (!(await this.database.read.existsBy(MailLinkEntity, { expiresAt: LessThanOrEqual(now) }))) return;
    await this.database.write(async (transaction) => {
      await transaction.delete(MailLinkEntity, { expiresAt: LessThanOrEqual(now) });
    });
  }

  /** Whose link this is, where it is one, opens this path and has not expired. */
  async accountOfLink(token: string, path: string): Promise<string | undefined> {
    return (await this.linkFor(token, path))?.accountId;
  }

  /** The link of a mail, where it is one, opens this path and has not expired. */
  async linkFor(token: string, path: string): Promise<MailLink | undefined> {
    const link = await this.database.read.findOneBy(MailLinkEntity, { hash: hashOf(token) });
    const opens = link && link.expiresAt > this.clock.now().toISOString() && (path === link.destination || path.startsWith(`${link.destination}/`));
    return opens ? link : undefined;
  }
}
