import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How carrying goes, in one row. */
@Entity('mail_state')
export class MailStateEntity {
  /** Always `mail`. */
  @PrimaryColumn('text')
  id: string;

  /** Key of unsubscribe links and of the hashes of suppressed addresses. */
  @Column('text')
  secret: string;

  /** When a worker was last alive, to the minute. */
  @Column('text', { nullable: true })
  heartbeat: string | null;

  @Column('text', { name: 'paused_since', nullable: true })
  pausedSince: string | null;

  /** Why nothing can leave at the moment, for the operator. */
  @Column('text', { nullable: true })
  alarm: string | null;

  @Column('text', { name: 'alarm_since', nullable: true })
  alarmSince: string | null;
}
