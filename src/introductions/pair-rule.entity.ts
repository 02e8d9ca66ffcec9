import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { ShownAs } from './never/never.js';
import type { PairRule, PairRuleKind } from './pair-rule.js';

/** One row an unordered pair, kind and wish. */
@Entity('pair_rules')
@Index('ix_pair_rules_community', ['communityId'])
export class PairRuleEntity implements PairRule {
  @PrimaryColumn('text', { name: 'low_id' })
  lowId: string;

  @PrimaryColumn('text', { name: 'high_id' })
  highId: string;

  @PrimaryColumn('text')
  kind: PairRuleKind;

  @PrimaryColumn('text', { name: 'wished_by' })
  wishedBy: string;

  @Column('text', { name: 'community_id' })
  communityId: string;

  @Column('text', { nullable: true })
  until: string | null;

  @Column('text', { name: 'shown_as', nullable: true })
  shownAs: ShownAs | null;
}
