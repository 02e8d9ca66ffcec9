import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A browser in which somebody is signed in. */
@Entity('sessions')
@Index('ux_sessions_hash', ['hash'], { unique: true })
@Index('ix_sessions_account', ['accountId'])
export class SessionEntity {
  @PrimaryColumn('text')
  id: string;

  /** SHA-256 of the cookie. */
  @Column('text')
  hash: string;

  @Column('text', { name: 'account_id' })
  accountId: string;

  /** As whom the account acts here. */
  @Column('text', { name: 'member_id' })
  memberId: string;

  /** What the browser calls itself, for the list of one's own sessions. */
  @Column('text')
  device: string;

  @Column('text', { name: 'created_at' })
  createdAt: string;

  /** To ten minutes. */
  @Column('text', { name: 'used_at' })
  usedAt: string;

  /** When the powers of an organizer were last used after a second factor; null while there was none. To ten minutes. */
  @Column('text', { name: 'empowered_at', nullable: true })
  empoweredAt: string | null;
}
