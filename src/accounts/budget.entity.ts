import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That something limited was done once; forgotten after a day. */
@Entity('spendings')
@Index('ix_spendings_about', ['about', 'at'])
export class SpendingEntity {
  @PrimaryColumn('text')
  id: string;

  /** SHA-256 of what is limited: no address stands here. */
  @Column('text')
  about: string;

  @Column('text')
  at: string;
}
