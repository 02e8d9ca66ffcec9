import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { PairRule, PairRuleKind } from './pair-rule.js';

/** One row an unordered pair and kind. */
@Entity('pair_rules')
@Index('ix_pair_rules_community', ['communityId'])
export class PairRuleEntity implements PairRule {
  @PrimaryColumn('text', { name: 'low_id' })
  lowId: string;

  @PrimaryColumn('text', { name: 'high_id' })
  highId: string;

  @PrimaryColumn('text')
  kind: PairRuleKind;

  @Column('text', { name: 'community_id' })
  communityId: string;

  @Column('text', { nullable: true })
  until: string | null;
}
