import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

import { Clock } from '../clock.js';
import { addressKey } from './account.js';
import { SpendingEntity } from './budget.entity.js';
import { hashOf } from './secrets.js';

export interface Limit {
  readonly most: number;
  /** At most a day. */
  readonly seconds: number;
}

const DAY = 86_400;
/** Mails that our forms may cause at one address, whoever asks. */
const MAILS: readonly Limit[] = [
  { most: 3, seconds: 900 },
  { most: 10, seconds: DAY },
];

/** Limits how often a thing may be done. Kept in the database, so that all processes count together. */
@Injectable()
export class Budget {
  constructor(private readonly clock: Clock) {}

  /** Whether one more mail may go to this address; counts it when it may. */
  spendMail(transaction: EntityManager, address: string): Promise<boolean> {
    return this.spend(transaction, `mail:${addressKey(address)}`, MAILS);
  }

  /** Whether it may be done once more; counts it when it may. */
  async spend(transaction: EntityManager, what: string, limits: readonly Limit[]): Promise<boolean> {
    const about = hashOf(what);
    await transaction.delete(SpendingEntity, { at: LessThan(this.ago(DAY)) });
    for (const { most, seconds } of limits) if ((await transaction.countBy(SpendingEntity, { about, at: MoreThan(this.ago(seconds)) })) >= most) return false;
    await transaction.insert(SpendingEntity, { id: newId(), about, at: this.clock.now().toISOString() });
    return true;
  }

  /** Forgets what was counted. */
  async forgive(transaction: EntityManager, what: string): Promise<void> {
    await transaction.delete(SpendingEntity, { about: hashOf(what) });
  }

  private ago(seconds: number): string {
    return new Date(this.clock.now().getTime() - seconds * 1_000).toISOString();
  }
}
