import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { Language } from '../../engine/engine.js';
import type { Guest, GuestRule, GuestState } from './guest.js';

@Entity('meetup_guests')
@Index('ix_meetup_guests_meetup', ['meetupId'])
@Index('ux_meetup_guests_member', ['meetupId', 'memberId'], { unique: true })
@Index('ix_meetup_guests_link', ['linkHash'])
@Index('ux_meetup_guests_source', ['meetupId', 'sourceHash'], { unique: true })
export class GuestEntity implements Guest {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'meetup_id' })
  meetupId: string;

  @Column('text', { name: 'member_id', nullable: true })
  memberId: string | null;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text')
  language: Language;

  @Column('simple-json')
  asks: string[];

  @Column('simple-json')
  offers: string[];

  @Column('text', { nullable: true })
  company: string | null;

  @Column('text')
  state: GuestState;

  @Column('boolean')
  joins: boolean;

  @Column('text', { name: 'source_hash', nullable: true })
  sourceHash: string | null;

  /** Of the secret in the link that their list's mail gave them; null before there was one. */
  @Column('text', { name: 'link_hash', nullable: true })
  linkHash: string | null;

  @Column('text', { name: 'created_at' })
  createdAt: string;
}

/** What a list would bring, until it is confirmed; for an hour. Once it is taken over it holds nobody any more, and tells others for an hour who did it. */
@Entity('guest_previews')
@Index('ix_guest_previews_created', ['createdAt'])
export class GuestPreviewEntity {
  @PrimaryColumn('text', { name: 'meetup_id' })
  meetupId: string;

  @PrimaryColumn('text')
  hash: string;

  @Column('simple-json')
  guests: PreparedGuest[];

  @Column('text', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('text', { name: 'created_at' })
  createdAt: string;

  /** Account of whoever took the list over. */
  @Column('text', { name: 'taken_by', nullable: true })
  takenBy: string | null;

  @Column('text', { name: 'taken_at', nullable: true })
  takenAt: string | null;
}

/** A guest of a list, ready to be stored. */
export type PreparedGuest = Pick<Guest, 'name' | 'email' | 'language' | 'company' | 'sourceHash'> & { asks: string[]; offers: string[] };

@Entity('guest_rules')
@Index('ux_guest_rules_pair', ['meetupId', 'lowId', 'highId', 'rule'], { unique: true })
export class GuestRuleEntity implements GuestRule {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'meetup_id' })
  meetupId: string;

  @Column('text', { name: 'low_id' })
  lowId: string;

  @Column('text', { name: 'high_id' })
  highId: string;

  @Column('text')
  rule: GuestRule['rule'];

  @Column('text', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('text', { name: 'created_at' })
  createdAt: string;
}
