import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { Round, RoundEntry, RoundState } from './round.js';

@Entity('digest_rounds')
@Index('ux_digest_rounds_date', ['communityId', 'date'], { unique: true })
export class RoundEntity implements Round {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'community_id' })
  communityId: string;

  @Column('text')
  date: string;

  @Column('text')
  state: RoundState;

  @Column('text', { name: 'created_at' })
  createdAt: string;

  @Column('text', { name: 'released_at', nullable: true })
  releasedAt: string | null;

  /** Account of the organizer who released it; null where the community does not review. */
  @Column('text', { name: 'released_by', nullable: true })
  releasedBy: string | null;
}

@Entity('digest_entries')
@Index('ix_digest_entries_giver', ['roundId', 'giverId'])
@Index('ix_digest_entries_asker', ['roundId', 'askerId'])
export class RoundEntryEntity implements RoundEntry {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'round_id' })
  roundId: string;

  @Column('text', { name: 'giver_id' })
  giverId: string;

  @Column('text', { name: 'asker_id' })
  askerId: string;

  @Column('text', { name: 'ask_id' })
  askId: string;

  @Column('text', { name: 'offer_id' })
  offerId: string;

  @Column('real')
  affinity: number;

  @Column('text')
  kind: RoundEntry['kind'];

  @Column('text', { name: 'forbidden_by', nullable: true })
  forbiddenBy: string | null;

  /** Account of the organizer who put it in the place of another, or null. */
  @Column('text', { name: 'swapped_by', nullable: true })
  swappedBy: string | null;
}

/** That a member's digest of a round is settled: queued, or nothing to say. One a member and local date. */
@Entity('digests')
@Index('ix_digests_round', ['roundId'])
export class DigestEntity {
  @PrimaryColumn('text', { name: 'member_id' })
  memberId: string;

  /** The member's local date. */
  @PrimaryColumn('text')
  date: string;

  @Column('text', { name: 'round_id' })
  roundId: string;

  @Column('boolean')
  told: boolean;
}
