import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What an authenticator app and this install share. */
@Entity('second_factors')
export class SecondFactorEntity {
  @PrimaryColumn('text', { name: 'account_id' })
  accountId: string;

  /** Sealed by the secret box. */
  @Column('text')
  secret: string;

  /** Null until a first code has shown that the app knows the secret. */
  @Column('text', { name: 'confirmed_at', nullable: true })
  confirmedAt: string | null;

  /** Number of the last half minute whose code was used: each code counts once. */
  @Column('integer', { name: 'last_counter' })
  lastCounter: number;
}

@Entity('recovery_codes')
@Index('ix_recovery_codes_account', ['accountId'])
export class RecoveryCodeEntity {
  /** SHA-256 of account and code; the row goes with its use. */
  @PrimaryColumn('text')
  hash: string;

  @Column('text', { name: 'account_id' })
  accountId: string;
}
