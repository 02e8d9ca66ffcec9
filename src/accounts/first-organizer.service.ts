import { Inject, Injectable } from '@nestjs/common';
import { LessThan, Not, type EntityManager } from 'typeorm';

import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database/database.js';
import { DomainError } from '../errors.js';
import { AccountsService } from './accounts.service.js';
import { WelcomeLinkEntity } from './first-organizer.entity.js';
import { hashOf, newSecret } from './secrets.js';

const LIFE_HOURS = 24;

/** The link by which the first organizer of a new install comes in. Who can start the program may use it, nobody else sees it. */
@Injectable()
export class FirstOrganizer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A new link; undefined once there is an admin. */
  async newLink(): Promise<string | undefined> {
    return this.database.write(async (transaction) => {
      if (await this.accounts.hasAdmin(transaction)) return undefined;
      const [token, now] = [newSecret(), this.clock.now()];
      await transaction.delete(WelcomeLinkEntity, { expiresAt: LessThan(now.toISOString()) });
      await transaction.insert(WelcomeLinkEntity, { hash: hashOf(token), expiresAt: new Date(now.getTime() + LIFE_HOURS * 3_600_000).toISOString() });
      return `${this.config.url}/welcome?key=${token}`;
    });
  }

  /** Changes nothing. */
  async isOpen(token: string, manager: EntityManager = this.database.read): Promise<boolean> {
    const link = await manager.findOneBy(WelcomeLinkEntity, { hash: hashOf(token) });
    return link !== null && link.expiresAt > this.clock.now().toISOString() && !(await this.accounts.hasAdmin(manager));
  }

  /** Uses the link up, and every other one with it. @throws link-expired */
  async consume(transaction: EntityManager, token: string): Promise<void> {
    if (!(await this.isOpen(token, transaction))) throw new DomainError('link-expired', 'This link was used or has expired. "gern organizer link" prints a new one while there is no organizer yet.');
    await transaction.delete(WelcomeLinkEntity, { hash: Not('') });
  }
}
