import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A sign-in that was asked for: a link and a code in one mail. */
@Entity('sign_ins')
@Index('ix_sign_ins_browser', ['browserHash'])
@Index('ix_sign_ins_account', ['accountId'])
export class SignInEntity {
  /** SHA-256 of the token of the link. */
  @PrimaryColumn('text')
  hash: string;

  @Column('text', { name: 'account_id' })
  accountId: string;

  /** SHA-256 of the pre-session cookie of the browser that asked. */
  @Column('text', { name: 'browser_hash' })
  browserHash: string;

  /** SHA-256 of link hash and code. */
  @Column('text', { name: 'code_hash' })
  codeHash: string;

  /** Wrong codes so far. */
  @Column('integer')
  attempts: number;

  /** Path on this install to which the person wanted. */
  @Column('text')
  destination: string;

  @Column('text', { name: 'expires_at' })
  expiresAt: string;

  @Column('text', { name: 'used_at', nullable: true })
  usedAt: string | null;
}
