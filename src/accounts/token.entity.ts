import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { Role } from './account.js';
import type { Scope } from './permissions.js';

/** A personal token for programs. */
@Entity('api_tokens')
@Index('ux_api_tokens_hash', ['hash'], { unique: true })
@Index('ix_api_tokens_account', ['accountId'])
export class ApiTokenEntity {
  @PrimaryColumn('text')
  id: string;

  /** SHA-256 of the token. */
  @Column('text')
  hash: string;

  @Column('text', { name: 'account_id' })
  accountId: string;

  @Column('text', { name: 'member_id' })
  memberId: string;

  /** The role in which it was made; it never acts in a higher one. */
  @Column('text')
  role: Role;

  @Column('text')
  name: string;

  @Column('simple-array')
  scopes: Scope[];

  @Column('text', { name: 'created_at' })
  createdAt: string;

  /** Day of the last use (UTC), or null. */
  @Column('text', { name: 'used_on', nullable: true })
  usedOn: string | null;
}
