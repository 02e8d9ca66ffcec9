import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { NeverName } from './never.js';

@Entity('never_names')
@Index('ix_never_names_community', ['communityId', 'memberId'])
export class NeverNameEntity implements NeverName {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'community_id' })
  communityId: string;

  @Column('text', { name: 'member_id' })
  memberId: string;

  @Column('text')
  typed: string;
}
