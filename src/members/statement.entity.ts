import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, type Relation } from 'typeorm';

import type { Language, StatementKind } from '../engine/engine.js';
import { MemberEntity } from './member.entity.js';
import type { BoardChoice, Statement, StoredState } from './statement.js';

@Entity('statements')
@Index('ix_statements_community', ['communityId', 'id'])
@Index('ix_statements_member', ['memberId'])
export class StatementEntity implements Statement {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'community_id' })
  communityId: string;

  @Column('text', { name: 'member_id' })
  memberId: string;

  @ManyToOne(() => MemberEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'fk_statements_member' })
  member?: Relation<MemberEntity>;

  @Column('text')
  kind: StatementKind;

  @Column('text')
  text: string;

  @Column('text')
  language: Language;

  @Column('boolean', { name: 'language_told' })
  languageTold: boolean;

  @Column('text')
  state: StoredState;

  @Column('text', { name: 'needed_from', nullable: true })
  neededFrom: string | null;

  @Column('text', { name: 'needed_by', nullable: true })
  neededBy: string | null;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('text', { name: 'live_until', nullable: true })
  liveUntil: string | null;

  @Column('text', { nullable: true })
  board: BoardChoice | null;

  @Column('text', { nullable: true })
  story: string | null;

  @Column('text', { name: 'created_at' })
  createdAt: string;

  @Column('text', { name: 'changed_at' })
  changedAt: string;
}

/** Which statements changed, in order: the matching pulls from here and so follows any number of writing processes. */
@Entity('statement_changes')
export class StatementChangeEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  revision: number;

  @Column('text', { name: 'community_id' })
  communityId: string;

  @Column('text', { name: 'statement_id' })
  statementId: string;
}
