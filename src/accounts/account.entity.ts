import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { Language } from '../engine/engine.js';
import type { Account, Membership, Role } from './account.js';

@Entity('accounts')
@Index('ux_accounts_address', ['addressKey'], { unique: true })
export class AccountEntity implements Account {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  address: string;

  @Column('text', { name: 'address_key' })
  addressKey: string;

  @Column('text')
  language: Language;

  @Column('boolean')
  formal: boolean;

  @Column('text', { name: 'created_at' })
  createdAt: string;
}

@Entity('memberships')
@Index('ux_memberships_account', ['communityId', 'accountId'], { unique: true })
export class MembershipEntity implements Membership {
  @PrimaryColumn('text', { name: 'member_id' })
  memberId: string;

  @Column('text', { name: 'community_id' })
  communityId: string;

  @Column('text', { name: 'account_id' })
  accountId: string;

  @Column('text')
  role: Role;
}

/** A link of a mail: opens one destination for one account, so that every step can be done from the mail. */
@Entity('mail_links')
@Index('ix_mail_links_account', ['accountId'])
export class MailLinkEntity {
  /** SHA-256 of the token. */
  @PrimaryColumn('text')
  hash: string;

  @Column('text', { name: 'account_id' })
  accountId: string;

  /** Path on this install. */
  @Column('text')
  destination: string;

  @Column('text', { name: 'expires_at' })
  expiresAt: string;
}
