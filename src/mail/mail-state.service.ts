import { Injectable, Logger } from '@nestjs/common';
import { IsNull, LessThan, Not, type EntityManager } from 'typeorm';

import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { MailStateEntity } from './mail-state.entity.js';
import { OutboxEntity } from './outbox.entity.js';

export type MailState = Omit<MailStateEntity, 'id' | 'secret'>;

const ROW = { id: 'mail' };
/** A worker that was away longer than this may have been started on an old copy of the database. */
const LONGEST_ABSENCE = 3 * 3_600_000;

/** Whether mail is being carried, and what stands in the way. */
@Injectable()
export class MailStateService {
  private readonly logger = new Logger('mail');
  private kept: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The key of this install's unsubscribe links and address hashes. */
  async secret(manager: EntityManager): Promise<string> {
    return (this.kept ??= (await manager.findOneByOrFail(MailStateEntity, ROW)).secret);
  }

  async read(manager: EntityManager = this.database.read): Promise<MailState> {
    const { heartbeat, pausedSince, alarm, alarmSince } = await manager.findOneByOrFail(MailStateEntity, ROW);
    return { heartbeat, pausedSince, alarm, alarmSince };
  }

  /**
   * To be asked before the first mail is carried: mails that were due long ago, with no worker alive since, are those of an old copy
   * of the database as well as those of a machine that was off. The first must not leave a second time, so a person decides.
   * @returns whether carrying is paused
   */
  async pauseAfterAbsence(): Promise<boolean> {
    return this.database.write(async (transaction) => {
      const { heartbeat, pausedSince } = await this.read(transaction);
      if (pausedSince !== null) return true;
      const limit = new Date(this.clock.now().getTime() - LONGEST_ABSENCE).toISOString();
      if (heartbeat === null || heartbeat >= limit) return false;
      if (!(await transaction.existsBy(OutboxEntity, { state: 'pending', dueAt: LessThan(limit) }))) return false;
      await transaction.update(MailStateEntity, ROW, { pausedSince: this.now() });
      this.logger.warn('Mails wait since before the last start, which was long ago. When this database was not restored from an old copy, let them go with: gern mail resume');
      return true;
    });
  }

  async resume(): Promise<void> {
    await this.database.write(async (transaction) => {
      await transaction.update(MailStateEntity, ROW, { pausedSince: null, heartbeat: this.now() });
    });
  }

  async beat(): Promise<void> {
    await this.database.write(async (transaction) => {
      await transaction.update(MailStateEntity, ROW, { heartbeat: this.now() });
    });
  }

  /** Says why nothing leaves; the time is that of the first such moment. */
  async raiseAlarm(alarm: string): Promise<void> {
    this.logger.error(alarm);
    await this.database.write(async (transaction) => {
      await transaction.update(MailStateEntity, ROW, { alarm });
      await transaction.update(MailStateEntity, { ...ROW, alarmSince: IsNull() }, { alarmSince: this.now() });
    });
  }

  async clearAlarm(): Promise<void> {
    if ((await this.read()).alarm === null) return;
    await this.database.write(async (transaction) => {
      await transaction.update(MailStateEntity, { ...ROW, alarm: Not(IsNull()) }, { alarm: null, alarmSince: null });
    });
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}
