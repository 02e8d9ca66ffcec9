import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { Language } from '../engine/engine.js';
import type { Member } from './member.js';

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

  @Column('text', { name: 'created_at' })
  createdAt: string;

  @Column('text', { name: 'changed_at' })
  changedAt: string;
}
