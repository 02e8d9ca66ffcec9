import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { Category } from './mail.js';
import type { SuppressionReason } from './suppression.js';

@Entity('mail_suppressions')
export class SuppressionEntity {
  /** Keyed: the list tells nobody whose addresses these are. */
  @PrimaryColumn('text', { name: 'address_hash' })
  addressHash: string;

  /** Null while there were soft bounces only, which stop nothing. */
  @Column('text', { nullable: true })
  reason: SuppressionReason | null;

  @Column('integer', { name: 'soft_bounces' })
  softBounces: number;

  @Column('text', { name: 'changed_at' })
  changedAt: string;
}

@Entity('mail_unsubscriptions')
export class UnsubscriptionEntity {
  /** Whose: see `subjectOf`. */
  @PrimaryColumn('text')
  subject: string;

  @PrimaryColumn('text')
  category: Category;

  @Column('text', { name: 'created_at' })
  createdAt: string;
}
