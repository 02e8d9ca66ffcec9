import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual, MoreThan, Not, type EntityManager } from 'typeorm';

import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { Database, databaseNow } from '../database/database.js';
import { keptAnswer } from './answer.js';
import { backOff } from './back-off.js';
import type { OutboxState } from './mail.js';
import { MailStateService } from './mail-state.service.js';
import { OutboxEntity } from './outbox.entity.js';
import { SuppressionService } from './suppression.service.js';
import type { Letter, Outcome } from './transport.js';

/** A mail in one worker's hands until its lease ends. */
export interface Claim extends Letter {
  readonly id: string;
  /** The fencing number: once another worker claims the mail, nothing that carries this number changes it any more. */
  readonly lease: number;
  readonly repeatable: boolean;
  /** How often a server put it off. */
  readonly attempts: number;
}

/** In milliseconds, by the database's clock. */
export const LEASE = 60_000;
const DAY = 86_400_000;
/** Then bytes and address go; then the row. */
const BYTES_KEPT = 7 * DAY;
const ROWS_KEPT = 90 * DAY;
const ENDED: readonly OutboxState[] = ['submitted', 'failed', 'expired', 'withdrawn'];

/** Who carries which mail, and what became of it. Each verb is one transaction, so several workers share one outbox. */
@Injectable()
export class Claims {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly suppressions: SuppressionService,
    private readonly state: MailStateService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes up to so many due mails, the urgent ones first; whoever wants no mail any more, and whatever came too late, is sorted out in the same transaction. */
  async claim(most: number): Promise<Claim[]> {
    return this.database.write(async (transaction) => {
      const [now, stamp] = [this.now(), await databaseNow(transaction)];
      await this.takeBack(transaction, stamp);
      await transaction.update(OutboxEntity, { state: 'pending', validUntil: LessThan(now) }, { state: 'expired', changedAt: now });
      if ((await this.state.read(transaction)).pausedSince !== null) return [];
      for (;;) {
        const due = await transaction.find(OutboxEntity, { where: { state: 'pending', dueAt: LessThanOrEqual(now) }, order: { urgency: 'ASC', dueAt: 'ASC', id: 'ASC' }, take: most });
        const stopped = await this.suppressions.stopped(transaction, due);
        if (stopped.size > 0) await transaction.update(OutboxEntity, { id: In([...stopped]) }, { state: 'withdrawn', changedAt: now });
        const wanted = due.filter(({ id }) => !stopped.has(id));
        if (wanted.length === 0 && due.length > 0) continue;
        const leasedUntil = later(stamp, LEASE);
        await transaction.update(OutboxEntity, { id: In(wanted.map(({ id }) => id)) }, { state: 'claimed', lease: () => 'lease + 1', leasedUntil, dottedAt: null, changedAt: now });
        return wanted.map((row) => this.claimOf(row));
      }
    });
  }

  /** Notes, synced to the disk, that the final dot is about to go out. @returns false when the mail is not this claim's any more: then no dot may go */
  async noteDot({ id, lease }: Claim): Promise<boolean> {
    return this.database.write(async (transaction) => {
      const stamp = await databaseNow(transaction);
      const { affected } = await transaction.update(OutboxEntity, { id, lease, state: 'claimed', leasedUntil: MoreThan(stamp) }, { dottedAt: stamp });
      return affected === 1;
    });
  }

  /** Writes down what became of a mail. An answer that comes after the lease still settles what was uncertain. */
  async note(claim: Claim, outcome: Outcome): Promise<void> {
    if (outcome.kind === 'superseded') return;
    const [now, answer] = [this.now(), keptAnswer(outcome.answer)];
    const change = { ...this.changeBy(claim, outcome.kind), answer, changedAt: now };
    await this.database.write(async (transaction) => {
      const { affected } = await transaction.update(OutboxEntity, { id: claim.id, lease: claim.lease, state: In(['claimed', 'uncertain']) }, change);
      if (affected === 1 && outcome.kind === 'refused' && outcome.addressFault) await this.suppressions.suppress(transaction, claim.to, 'bounced');
    });
  }

  /** Gives back what has not been tried. */
  async release(claims: readonly Claim[]): Promise<void> {
    await this.database.write(async (transaction) => {
      for (const { id, lease } of claims) await transaction.update(OutboxEntity, { id, lease, state: 'claimed' }, { state: 'pending', leasedUntil: null, dottedAt: null });
    });
  }

  /** Holds on to what is still under way. */
  async renew(claims: readonly Claim[]): Promise<void> {
    await this.database.write(async (transaction) => {
      const leasedUntil = later(await databaseNow(transaction), LEASE);
      for (const { id, lease } of claims) await transaction.update(OutboxEntity, { id, lease, state: 'claimed' }, { leasedUntil });
    });
  }

  /** Wipes bytes and addresses a week after the end, and the rows after a quarter of a year. */
  async tidy(): Promise<void> {
    const before = (age: number): string => new Date(this.clock.now().getTime() - age).toISOString();
    await this.database.write(async (transaction) => {
      await transaction.update(OutboxEntity, { state: In(ENDED), changedAt: LessThan(before(BYTES_KEPT)), bytes: Not(IsNull()) }, { bytes: null, recipient: null });
      await transaction.delete(OutboxEntity, { state: In(ENDED), changedAt: LessThan(before(ROWS_KEPT)) });
    });
  }

  /** Leases that ended belong to workers that died: before the dot nothing can have left; after it nobody knows, unless a repetition does no harm. */
  private async takeBack(transaction: EntityManager, stamp: string): Promise<void> {
    const ended = { state: 'claimed' as const, leasedUntil: LessThan(stamp) };
    const [pending, uncertain] = [
      { state: 'pending' as const, leasedUntil: null },
      { state: 'uncertain' as const, leasedUntil: null },
    ];
    await transaction.update(OutboxEntity, { ...ended, dottedAt: IsNull() }, pending);
    await transaction.update(OutboxEntity, { ...ended, repeatable: true }, pending);
    await transaction.update(OutboxEntity, ended, { ...uncertain, answer: 'The worker ended after the dot, before the answer.', changedAt: this.now() });
  }

  private changeBy({ id, attempts, repeatable }: Claim, kind: Exclude<Outcome['kind'], 'superseded'>): Partial<OutboxEntity> {
    const ended = { leasedUntil: null };
    const again = (wait: number | undefined): Partial<OutboxEntity> =>
      wait === undefined ? { ...ended, state: 'failed' } : { ...ended, state: 'pending', dottedAt: null, attempts: attempts + 1, dueAt: later(this.now(), wait) };
    if (kind === 'submitted') return { ...ended, state: 'submitted' };
    if (kind === 'refused') return { ...ended, state: 'failed' };
    if (kind === 'put-off') return again(backOff(id, attempts + 1));
    if (kind === 'unknown') return repeatable ? again(backOff(id, attempts + 1)) : { ...ended, state: 'uncertain' };
    return { ...ended, state: 'pending', dottedAt: null };
  }

  private claimOf({ id, messageId, bytes, recipient, lease, repeatable, attempts }: OutboxEntity): Claim {
    if (bytes === null || recipient === null) throw new Error(`The mail ${id} waits without its bytes.`);
    return { id, lease: lease + 1, messageId, bytes, from: this.config.mail.from, to: recipient, repeatable, attempts };
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

function later(moment: string, milliseconds: number): string {
  return new Date(Date.parse(moment) + milliseconds).toISOString();
}
