import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import type { Clock } from '../../src/clock.js';
import { readConfig, type MailSettings } from '../../src/config.js';
import { Database } from '../../src/database/database.js';
import { BouncesService } from '../../src/mail/bounces.service.js';
import { CarriageModule } from '../../src/mail/carriage.module.js';
import { Claims } from '../../src/mail/claims.service.js';
import type { Mail, OutboxState } from '../../src/mail/mail.js';
import { MailStateService } from '../../src/mail/mail-state.service.js';
import { OutboxEntity } from '../../src/mail/outbox.entity.js';
import { Outbox } from '../../src/mail/outbox.service.js';
import { SmtpTransport, type SmtpOptions } from '../../src/mail/smtp.transport.js';
import type { Transport } from '../../src/mail/transport.js';
import { MailWorker } from '../../src/mail/worker.js';
import { TestClock } from '../support/clock.js';

/** A mail of which a test names only what matters to it. */
export function mailOf(change: Partial<Mail> = {}): Mail {
  return {
    key: change.key ?? `digest:${change.to ?? 'mira'}`,
    kind: 'digest',
    category: 'digest',
    to: 'mira@example.org',
    accountId: 'account-mira',
    about: 'round-1',
    communityId: 'c',
    communityName: 'Werkhof Köln',
    language: 'de',
    validUntil: '2027-01-01T00:00:00.000Z',
    subject: 'Wem du helfen könntest',
    text: 'Hallo Mira,\n\nschön, dass du da bist.\n',
    html: '<p>Hallo Mira, schön, dass du da bist.</p>',
    ...change,
  };
}

export interface Opening {
  readonly mail?: Partial<MailSettings>;
  readonly clock?: Clock;
  /** Where a second process shares the first one's file. */
  readonly folder?: string;
}

/** The mail room on a database of its own. */
export class MailRoom {
  private readonly workers: MailWorker[] = [];

  private constructor(
    readonly app: INestApplicationContext,
    readonly folder: string,
  ) {}

  static async open({ mail = {}, clock = new TestClock('2026-11-24T09:00:00.000Z'), folder = mkdtempSync(join(tmpdir(), 'gern-mail-')) }: Opening = {}): Promise<MailRoom> {
    const config = { ...readConfig({ GERN_DATABASE: join(folder, 'gern.sqlite'), GERN_URL: 'https://gern.example.org' }), mail: { transport: 'memory' as const, from: 'gern@example.org', ...mail } };
    return new MailRoom(await NestFactory.createApplicationContext(CarriageModule.alone(config, clock), { logger: false, abortOnError: false }), folder);
  }

  get<T>(type: Type<T>): T {
    return this.app.get(type);
  }

  get database(): Database {
    return this.get(Database);
  }

  queue(...mails: Partial<Mail>[]): Promise<boolean[]> {
    return this.database.write(async (transaction) => {
      const queued: boolean[] = [];
      for (const mail of mails) queued.push(await this.get(Outbox).queue(transaction, mailOf(mail)));
      return queued;
    });
  }

  withdraw(about: string): Promise<number> {
    return this.database.write((transaction) => this.get(Outbox).withdraw(transaction, about));
  }

  /** As the order of queueing has it. */
  rows(): Promise<OutboxEntity[]> {
    return this.database.read.find(OutboxEntity, { order: { id: 'ASC' } });
  }

  async states(): Promise<OutboxState[]> {
    return (await this.rows()).map(({ state }) => state);
  }

  /** As if so much time had passed for the database. */
  async endLeases(): Promise<void> {
    await this.database.write(async (transaction) => {
      await transaction.update(OutboxEntity, { state: 'claimed' }, { leasedUntil: '2026-01-01T00:00:00.000Z' });
    });
  }

  worker(transport: Transport): MailWorker {
    const worker = new MailWorker(this.get(Claims), this.get(MailStateService), this.get(BouncesService), transport);
    this.workers.push(worker);
    return worker;
  }

  /** A worker on a server of this machine. */
  smtp(port: number, options: Partial<SmtpOptions> = {}): MailWorker {
    return this.worker(new SmtpTransport({ url: `smtp://127.0.0.1:${port}`, from: 'gern@example.org', pace: Infinity, ...options }));
  }

  async close(): Promise<void> {
    for (const worker of this.workers) await worker.beforeApplicationShutdown();
    await this.app.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
