import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { JoinDraft } from './join.js';

/** A wish to join that waits for its address to be confirmed: all that is stored of somebody before they pressed the button of their mail. */
@Entity('joins')
@Index('ix_joins_address', ['addressKey'])
export class JoinEntity {
  /** SHA-256 of the token of the link. */
  @PrimaryColumn('text')
  hash: string;

  @Column('text', { name: 'community_id' })
  communityId: string;

  @Column('text')
  address: string;

  @Column('text', { name: 'address_key' })
  addressKey: string;

  @Column('simple-json')
  draft: JoinDraft;

  @Column('text', { name: 'expires_at' })
  expiresAt: string;
}
