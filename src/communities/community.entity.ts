import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { Language } from '../engine/engine.js';

@Entity('communities')
export class CommunityEntity {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  name: string;

  @Column('simple-array')
  languages: Language[];

  @Column('text', { nullable: true })
  place: string | null;

  /** IANA name. */
  @Column('text', { name: 'time_zone' })
  timeZone: string;

  /** Whether a round of digests waits for an organizer before it goes out. */
  @Column('boolean', { name: 'reviews_rounds', default: true })
  reviewsRounds: boolean;

  /** UTC, ISO 8601. */
  @Column('text', { name: 'created_at' })
  createdAt: string;
}
