import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';

import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { notFound } from '../errors.js';
import { OUTBOX_STATES, type OutboxState } from './mail.js';
import { MailStateService, type MailState } from './mail-state.service.js';
import { OutboxEntity } from './outbox.entity.js';

export interface UncertainMail {
  readonly id: string;
  readonly messageId: string;
  readonly kind: string;
  readonly since: string;
}

/** What an operator needs to see, without addresses. */
export interface OutboxStatus extends MailState {
  readonly counts: Readonly<Record<OutboxState, number>>;
  /** Since when the mail waits that has been due for longest. */
  readonly oldestPending: string | null;
  readonly uncertain: readonly UncertainMail[];
}

export interface FailedMail {
  readonly id: string;
  readonly kind: string;
  readonly since: string;
  /** What the receiving server said, without addresses. */
  readonly answer: string | null;
}

/** What stands between the mails of a community and their readers, as counts. */
export interface MailTroubles {
  readonly uncertain: number;
  /** Within the last days: see FAILED_DAYS. */
  readonly failed: number;
  /** Whether nothing leaves at the moment: carrying is paused, or the server refuses it. */
  readonly isStuck: boolean;
}

/** Days for which a mail that failed is worth an organizer's look. */
const FAILED_DAYS = 7;

export const VERDICTS = ['submitted', 'resend', 'drop'] as const;
/** What an operator found out about an uncertain mail: it left, it may leave again, it is to be forgotten. */
export type Verdict = (typeof VERDICTS)[number];

const LISTED = 1_000;

/** The operator's view of the outbox, and what only a person can decide. */
@Injectable()
export class MailOperator {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly state: MailStateService,
  ) {}

  async status(): Promise<OutboxStatus> {
    const { read } = this.database;
    const counts: [OutboxState, number][] = [];
    for (const state of OUTBOX_STATES) counts.push([state, await read.countBy(OutboxEntity, { state })]);
    const [oldest] = await read.find(OutboxEntity, { select: { id: true, dueAt: true }, where: { state: 'pending' }, order: { dueAt: 'ASC' }, take: 1 });
    const uncertain = await read.find(OutboxEntity, { select: { id: true, messageId: true, kind: true, changedAt: true }, where: { state: 'uncertain' }, order: { id: 'ASC' }, take: LISTED });
    return {
      ...(await this.state.read()),
      counts: Object.fromEntries(counts) as Record<OutboxState, number>,
      oldestPending: oldest?.dueAt ?? null,
      uncertain: uncertain.map(({ id, messageId, kind, changedAt }) => ({ id, messageId, kind, since: changedAt })),
    };
  }

  /** Mails of the last days that the server refused or that were given up, the latest first. */
  async failed(): Promise<FailedMail[]> {
    const since = new Date(this.clock.now().getTime() - FAILED_DAYS * 86_400_000).toISOString();
    const rows = await this.database.read.find(OutboxEntity, {
      select: { id: true, kind: true, changedAt: true, answer: true },
      where: { state: 'failed', changedAt: MoreThan(since) },
      order: { changedAt: 'DESC', id: 'ASC' },
      take: LISTED,
    });
    return rows.map(({ id, kind, changedAt, answer }) => ({ id, kind, since: changedAt, answer }));
  }

  async troublesOf(communityId: string): Promise<MailTroubles> {
    const { read } = this.database;
    const since = new Date(this.clock.now().getTime() - FAILED_DAYS * 86_400_000).toISOString();
    const { pausedSince, alarm } = await this.state.read();
    return {
      uncertain: await read.countBy(OutboxEntity, { state: 'uncertain', communityId }),
      failed: await read.countBy(OutboxEntity, { state: 'failed', communityId, changedAt: MoreThan(since) }),
      isStuck: pausedSince !== null || alarm !== null,
    };
  }

  /** @throws not-found where no mail of this id is uncertain */
  async resolve(id: string, verdict: Verdict): Promise<void> {
    const now = this.clock.now().toISOString();
    const change = {
      submitted: { state: 'submitted' },
      // The higher number shuts out the worker whose answer is still missing.
      resend: { state: 'pending', dottedAt: null, dueAt: now, lease: () => 'lease + 1' },
      drop: { state: 'failed', answer: 'Dropped by the operator.' },
    } as const;
    await this.database.write(async (transaction) => {
      const { affected } = await transaction.update(OutboxEntity, { id, state: 'uncertain' }, { ...change[verdict], changedAt: now });
      if (affected !== 1) throw notFound(`An uncertain mail ${id}`);
    });
  }
}
