import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { Language } from '../engine/engine.js';
import type { Category, OutboxState } from './mail.js';

@Entity('outbox')
@Index('ux_outbox_key', ['key'], { unique: true })
@Index('ix_outbox_due', ['state', 'urgency', 'dueAt'])
@Index('ix_outbox_valid', ['state', 'validUntil'])
@Index('ix_outbox_message', ['messageId'])
@Index('ix_outbox_about', ['about'])
@Index('ix_outbox_account', ['accountId'])
export class OutboxEntity {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  key: string;

  @Column('text')
  kind: string;

  @Column('text')
  category: Category;

  /** Smaller goes first: somebody waits before the screen for a sign-in mail, nobody for a digest. */
  @Column('integer')
  urgency: number;

  @Column('text', { name: 'community_id' })
  communityId: string;

  @Column('text', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('text')
  about: string;

  /** Recipient's address; wiped with the bytes. */
  @Column('text', { nullable: true })
  recipient: string | null;

  @Column('text')
  language: Language;

  @Column('text', { name: 'message_id' })
  messageId: string;

  /** The whole message as it goes over the wire (RFC 5322, CRLF), fixed when it was queued; wiped some days after it left. */
  @Column('blob', { nullable: true })
  bytes: Buffer | null;

  @Column('boolean')
  repeatable: boolean;

  @Column('text')
  state: OutboxState;

  /** Next attempt not before. */
  @Column('text', { name: 'due_at' })
  dueAt: string;

  @Column('text', { name: 'valid_until' })
  validUntil: string;

  @Column('integer')
  attempts: number;

  /** Who holds the lease, a number that grows with each claim: a late worker's update hits no row. */
  @Column('integer')
  lease: number;

  @Column('text', { name: 'leased_until', nullable: true })
  leasedUntil: string | null;

  /** Set, and synced, before the final dot goes out: a lease that ends with it set is uncertain. */
  @Column('text', { name: 'dotted_at', nullable: true })
  dottedAt: string | null;

  /** What the receiving server answered last, without addresses. */
  @Column('text', { nullable: true })
  answer: string | null;

  @Column('text', { name: 'created_at' })
  createdAt: string;

  @Column('text', { name: 'changed_at' })
  changedAt: string;
}
