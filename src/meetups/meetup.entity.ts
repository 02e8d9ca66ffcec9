import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { Language } from '../engine/engine.js';
import type { Meetup } from './meetup.js';

@Entity('meetups')
@Index('ix_meetups_community', ['communityId', 'startsAt'])
export class MeetupEntity implements Meetup {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'community_id' })
  communityId: string;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('text', { name: 'starts_at' })
  startsAt: string;

  @Column('text', { name: 'ends_at' })
  endsAt: string;

  @Column('text', { name: 'time_zone' })
  timeZone: string;

  @Column('text')
  language: Language;

  @Column('integer', { name: 'per_guest' })
  perGuest: number;

  @Column('integer', { name: 'per_giver' })
  perGiver: number;

  @Column('integer', { name: 'round_minutes', nullable: true })
  roundMinutes: number | null;

  @Column('text', { name: 'mail_basis', nullable: true })
  mailBasis: string | null;

  @Column('text', { name: 'created_at' })
  createdAt: string;

  @Column('text', { name: 'changed_at' })
  changedAt: string;
}
