import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { Language } from '../engine/engine.js';
import type { Cadence, ContactCard, Member } from './member.js';

@Entity('members')
@Index('ix_members_community', ['communityId', 'id'])
export class MemberEntity implements Member {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'community_id' })
  communityId: string;

  @Column('text')
  name: string;

  @Column('simple-array')
  languages: Language[];

  @Column('text', { nullable: true })
  place: string | null;

  @Column('text', { name: 'time_zone' })
  timeZone: string;

  @Column('text', { nullable: true })
  line: string | null;

  @Column('text', { name: 'paused_until', nullable: true })
  pausedUntil: string | null;

  @Column('integer', { default: 3 })
  capacity: number;

  @Column('text', { default: 'weekly' })
  cadence: Cadence;

  @Column('text', { name: 'created_at' })
  createdAt: string;

  @Column('text', { name: 'changed_at' })
  changedAt: string;
}

/** What this member shares after two yes; read by the step that shares it, and by the member. */
@Entity('contact_cards')
export class ContactCardEntity implements ContactCard {
  @PrimaryColumn('text', { name: 'member_id' })
  memberId: string;

  @Column('boolean', { name: 'shares_address' })
  sharesAddress: boolean;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  link: string | null;

  @Column('text', { nullable: true })
  note: string | null;
}
