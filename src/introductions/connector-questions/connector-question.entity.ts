import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One row an ask and day on which it was carried around, so that two processes ask once. */
@Entity('connector_questions')
@Index('ix_connector_questions_community', ['communityId', 'date'])
export class ConnectorQuestionEntity {
  @PrimaryColumn('text', { name: 'ask_id' })
  askId: string;

  @PrimaryColumn('text')
  date: string;

  @Column('text', { name: 'community_id' })
  communityId: string;

  @Column('text', { name: 'member_id', nullable: true })
  memberId: string | null;
}
