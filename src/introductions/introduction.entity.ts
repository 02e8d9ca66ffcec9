import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { Answer, Introduction, OpenedBy, Outcome, Side, State, Step } from './introduction.js';

@Entity('introductions')
@Index('ix_introductions_state', ['communityId', 'state'])
@Index('ix_introductions_giver', ['giverId'])
@Index('ix_introductions_asker', ['askerId'])
@Index('ix_introductions_ask', ['askId'])
export class IntroductionEntity implements Introduction {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'community_id' })
  communityId: string;

  @Column('text', { name: 'ask_id' })
  askId: string;

  @Column('text', { name: 'offer_id', nullable: true })
  offerId: string | null;

  @Column('text', { name: 'giver_id' })
  giverId: string;

  @Column('text', { name: 'asker_id' })
  askerId: string;

  @Column('text', { name: 'connector_id', nullable: true })
  connectorId: string | null;

  @Column('text', { name: 'opened_by' })
  openedBy: OpenedBy;

  @Column('text', { nullable: true })
  words: string | null;

  @Column('text', { name: 'ask_phrase' })
  askPhrase: string;

  @Column('text', { name: 'offer_phrase' })
  offerPhrase: string;

  @Column('text')
  state: State;

  @Column('text', { nullable: true })
  step: Step | null;

  @Column('text', { name: 'giver_answer' })
  giverAnswer: Answer;

  @Column('text', { name: 'asker_answer' })
  askerAnswer: Answer;

  @Column('text', { name: 'giver_answered_at', nullable: true })
  giverAnsweredAt: string | null;

  @Column('text', { name: 'held_by', nullable: true })
  heldBy: Side | null;

  @Column('text', { name: 'asked_at' })
  askedAt: string;

  @Column('text', { name: 'reminded_at', nullable: true })
  remindedAt: string | null;

  @Column('text', { name: 'expires_at' })
  expiresAt: string;

  @Column('text', { name: 'hold_until', nullable: true })
  holdUntil: string | null;

  @Column('text', { name: 'freed_at', nullable: true })
  freedAt: string | null;

  @Column('text', { name: 'introduced_at', nullable: true })
  introducedAt: string | null;

  @Column('text', { name: 'outcome_asked_at', nullable: true })
  outcomeAskedAt: string | null;

  @Column('text', { name: 'ended_at', nullable: true })
  endedAt: string | null;

  @Column('simple-json', { name: 'giver_outcome', nullable: true })
  giverOutcome: Outcome | null;

  @Column('simple-json', { name: 'asker_outcome', nullable: true })
  askerOutcome: Outcome | null;

  @Column('text', { nullable: true })
  thanks: string | null;

  @Column('integer')
  revision: number;
}

/** That a member knows somebody outside for an ask; nothing about that somebody. */
@Entity('outside_connections')
@Index('ix_outside_connections_ask', ['askId'])
export class OutsideConnectionEntity {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'community_id' })
  communityId: string;

  @Column('text', { name: 'ask_id' })
  askId: string;

  @Column('text', { name: 'connector_id' })
  connectorId: string;

  @Column('text', { name: 'made_at' })
  madeAt: string;
}
