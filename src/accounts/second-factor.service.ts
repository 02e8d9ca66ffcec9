import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { LessThan, type EntityManager } from 'typeorm';

import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { DomainError } from '../errors.js';
import { AccountsService } from './accounts.service.js';
import { Budget } from './budget.service.js';
import { RecoveryCodeEntity, SecondFactorEntity } from './second-factor.entity.js';
import { SecretBox } from './secret-box.js';
import { hashOf, newCode, shownCode, typedCode } from './secrets.js';
import { SessionsService } from './sessions.service.js';

export type SecondFactorState = 'none' | 'waiting' | 'confirmed';

/** What an authenticator app takes in. */
export interface Enrolment {
  /** Base32. */
  readonly secret: string;
  /** otpauth:// address. */
  readonly uri: string;
}

const PERIOD = 30;
/** Codes of one half minute before and after are good too: clocks of phones differ. */
const WINDOW = 1;
const RECOVERY_CODES = 10;
const WRONG_CODES = { most: 5, seconds: 900 };

/** One-time codes of an authenticator app (RFC 6238) and codes for the day when the phone is lost. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly budget: Budget,
    private readonly box: SecretBox,
  ) {}

  async stateOf(accountId: string): Promise<SecondFactorState> {
    const factor = await this.database.read.findOneBy(SecondFactorEntity, { accountId });
    if (!factor) return 'none';
    return factor.confirmedAt === null ? 'waiting' : 'confirmed';
  }

  /** Begins anew with a new secret, as long as none is confirmed. @throws not-possible */
  async begin(accountId: string): Promise<Enrolment> {
    const secret = new Secret({ size: 20 });
    await this.database.write(async (transaction) => {
      const known = await transaction.findOneBy(SecondFactorEntity, { accountId });
      if (known && known.confirmedAt !== null) throw new DomainError('not-possible', 'There is a second factor already.');
      await transaction.save(SecondFactorEntity, { accountId, secret: this.box.seal(secret.base32, accountId), confirmedAt: null, lastCounter: 0 });
    });
    return this.enrolment(accountId, secret.base32);
  }

  /** The enrolment that waits for its first code. @throws not-possible when there is none */
  async waiting(accountId: string): Promise<Enrolment> {
    const factor = await this.database.read.findOneBy(SecondFactorEntity, { accountId });
    if (!factor || factor.confirmedAt !== null) throw new DomainError('not-possible', 'No second factor waits for its first code.');
    return this.enrolment(accountId, this.box.open(factor.secret, accountId));
  }

  /** Confirms the enrolment by a first code and empowers the session. @returns the recovery codes, which are never told again. @throws invalid-value, slow-down, not-possible */
  async confirm(accountId: string, sessionId: string, code: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newCode);
    await this.attempt(accountId, async (transaction) => {
      const factor = await transaction.findOneBy(SecondFactorEntity, { accountId });
      if (!factor || factor.confirmedAt !== null) throw new DomainError('not-possible', 'No second factor waits for its first code.');
      if (!(await this.takes(transaction, factor, code))) return false;
      await transaction.update(SecondFactorEntity, { accountId }, { confirmedAt: this.clock.now().toISOString() });
      await transaction.delete(RecoveryCodeEntity, { accountId });
      for (const one of codes) await transaction.insert(RecoveryCodeEntity, { hash: recoveryHash(accountId, one), accountId });
      await this.sessions.empower(transaction, sessionId);
      return true;
    });
    return codes.map(shownCode);
  }

  /** Empowers the session by a code of the app or one recovery code, each good once. @throws invalid-value, slow-down */
  async show(accountId: string, sessionId: string, code: string): Promise<void> {
    await this.attempt(accountId, async (transaction) => {
      const factor = await transaction.findOneBy(SecondFactorEntity, { accountId });
      if (!factor || factor.confirmedAt === null) return false;
      const { affected } = await transaction.delete(RecoveryCodeEntity, { accountId, hash: recoveryHash(accountId, typedCode(code)) });
      if (affected !== 1 && !(await this.takes(transaction, factor, code))) return false;
      await this.sessions.empower(transaction, sessionId);
      return true;
    });
  }

  /** Every attempt counts before its code is looked at, so that guessing in parallel gains nothing. */
  private async attempt(accountId: string, look: (transaction: EntityManager) => Promise<boolean>): Promise<void> {
    const outcome = await this.database.write(async (transaction) => {
      if (!(await this.budget.spend(transaction, `second-factor:${accountId}`, [WRONG_CODES]))) return 'slow-down';
      if (!(await look(transaction))) return 'invalid-value';
      await this.budget.forgive(transaction, `second-factor:${accountId}`);
      return 'taken';
    });
    if (outcome === 'slow-down') throw new DomainError('slow-down', `${WRONG_CODES.most} codes were wrong. Please wait ${WRONG_CODES.seconds / 60} minutes.`);
    if (outcome === 'invalid-value')
      throw new DomainError('invalid-value', 'This code is not good, or was used before.', [{ code: 'invalid-value', pointer: '/code', detail: 'This code is not good, or was used before.' }]);
  }

  private async takes(transaction: EntityManager, { accountId, secret: sealed }: SecondFactorEntity, code: string): Promise<boolean> {
    const timestamp = this.clock.now().getTime();
    const delta = totp(this.box.open(sealed, accountId), '').validate({ token: code.replace(/\s/gu, ''), window: WINDOW, timestamp });
    if (delta === null) return false;
    const counter = Math.floor(timestamp / 1_000 / PERIOD) + delta;
    const { affected } = await transaction.update(SecondFactorEntity, { accountId, lastCounter: LessThan(counter) }, { lastCounter: counter });
    return affected === 1;
  }

  private async enrolment(accountId: string, secret: string): Promise<Enrolment> {
    const account = await this.accounts.get(accountId);
    return { secret, uri: totp(secret, account?.address ?? accountId).toString() };
  }
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Gern', label, secret: Secret.fromBase32(secret), period: PERIOD });
}

function recoveryHash(accountId: string, code: string): string {
  return hashOf(`${accountId}:${code}`);
}
