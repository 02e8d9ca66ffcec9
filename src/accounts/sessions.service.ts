import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { notFound } from '../errors.js';
import type { Membership } from './account.js';
import { hashOf, newSecret } from './secrets.js';
import { SessionEntity } from './session.entity.js';

export type Session = Readonly<Omit<SessionEntity, 'hash'>>;

const DAY = 86_400;
/** Seconds without use after which a session ends. */
export const SESSION_LIFE = 180 * DAY;
/** Seconds without use after which an organizer acts as a plain member, until the second factor is shown again. */
const POWERS_LIFE = DAY / 2;
/** Uses are noted to this many seconds: reading should not write each time. */
const GRAIN = 600;
const LONGEST_DEVICE = 120;

/** Browsers in which somebody is signed in. The cookie is stored as a hash; every request reads anew, so an end acts at once everywhere. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the value of the new cookie: always a new one, whatever the browser held before */
  async start(transaction: EntityManager, { accountId, memberId }: Membership, device: string): Promise<string> {
    const [secret, now] = [newSecret(), this.clock.now().toISOString()];
    await transaction.delete(SessionEntity, { usedAt: LessThan(this.ago(SESSION_LIFE)) });
    const session = { id: newId(), hash: hashOf(secret), accountId, memberId, device: device.slice(0, LONGEST_DEVICE), createdAt: now, usedAt: now, empoweredAt: null };
    await transaction.insert(SessionEntity, session);
    return secret;
  }

  /** The live session of a cookie; notes its use. */
  async use(secret: string): Promise<Session | undefined> {
    const session = await this.database.read.findOneBy(SessionEntity, { hash: hashOf(secret), usedAt: MoreThan(this.ago(SESSION_LIFE)) });
    if (!session) return undefined;
    if (session.usedAt <= this.ago(GRAIN)) await this.noteUse(session);
    return session;
  }

  /** Whether the powers of an organizer may be used in this session now. */
  hasPowers({ empoweredAt }: Pick<Session, 'empoweredAt'>): boolean {
    return empoweredAt !== null && empoweredAt > this.ago(POWERS_LIFE);
  }

  /** After a second factor was shown. */
  async empower(transaction: EntityManager, id: string): Promise<void> {
    await transaction.update(SessionEntity, { id }, { empoweredAt: this.clock.now().toISOString() });
  }

  /** The latest first. */
  async of(accountId: string): Promise<Session[]> {
    return this.database.read.find(SessionEntity, { where: { accountId, usedAt: MoreThan(this.ago(SESSION_LIFE)) }, order: { id: 'DESC' } });
  }

  /** @throws not-found, also for a session of somebody else */
  async end(accountId: string, id: string): Promise<void> {
    await this.database.write(async (transaction) => {
      const { affected } = await transaction.delete(SessionEntity, { accountId, id });
      if (affected === 0) throw notFound('This session');
    });
  }

  async endBySecret(secret: string): Promise<void> {
    await this.database.write((transaction) => transaction.delete(SessionEntity, { hash: hashOf(secret) }));
  }

  private async noteUse(session: Session): Promise<void> {
    const now = this.clock.now().toISOString();
    await this.database.write((transaction) => transaction.update(SessionEntity, { id: session.id }, { usedAt: now, ...(this.hasPowers(session) && { empoweredAt: now }) }));
  }

  private ago(seconds: number): string {
    return new Date(this.clock.now().getTime() - seconds * 1_000).toISOString();
  }
}
