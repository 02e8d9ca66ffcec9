import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { MeetupIntroduction, StoredPlan } from './plan.js';

@Entity('meetup_plans')
export class MeetupPlanEntity implements StoredPlan {
  @PrimaryColumn('text', { name: 'meetup_id' })
  meetupId: string;

  @Column('integer')
  revision: number;

  @Column('integer')
  askers: number;

  @Column('integer')
  served: number;

  @Column('simple-json')
  unserved: StoredPlan['unserved'];

  @Column('simple-json')
  proof: StoredPlan['proof'];

  @Column('text', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('text', { name: 'made_at' })
  madeAt: string;
}

@Entity('meetup_introductions')
@Index('ux_meetup_introductions_pair', ['meetupId', 'giverId', 'askerId'], { unique: true })
export class MeetupIntroductionEntity implements MeetupIntroduction {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'meetup_id' })
  meetupId: string;

  @Column('text', { name: 'giver_id' })
  giverId: string;

  @Column('text', { name: 'asker_id' })
  askerId: string;

  @Column('text')
  ask: string;

  @Column('text')
  offer: string;

  @Column('real')
  affinity: number;

  @Column('boolean')
  must: boolean;

  @Column('text', { name: 'locked_by', nullable: true })
  lockedBy: string | null;

  @Column('text', { name: 'locked_at', nullable: true })
  lockedAt: string | null;

  @Column('text', { name: 'swapped_by', nullable: true })
  swappedBy: string | null;

  @Column('text', { name: 'happened_by', nullable: true })
  happenedBy: string | null;

  @Column('text', { name: 'happened_at', nullable: true })
  happenedAt: string | null;
}

/** What a guest told afterwards of one they were to meet. */
@Entity('meetup_meetings')
@Index('ix_meetup_meetings_meetup', ['meetupId'])
export class MeetingEntity {
  @PrimaryColumn('text', { name: 'guest_id' })
  guestId: string;

  @PrimaryColumn('text', { name: 'other_id' })
  otherId: string;

  @Column('text', { name: 'meetup_id' })
  meetupId: string;

  @Column('boolean')
  met: boolean;

  @Column('boolean')
  helped: boolean;

  @Column('text', { name: 'told_at' })
  toldAt: string;
}
