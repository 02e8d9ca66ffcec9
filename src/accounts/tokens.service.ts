import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { DomainError, notFound } from '../errors.js';
import type { Role } from './account.js';
import type { Scope } from './permissions.js';
import { hashOf, newSecret } from './secrets.js';
import { ApiTokenEntity } from './token.entity.js';

export type ApiToken = Readonly<Omit<ApiTokenEntity, 'hash'>>;
export type ApiTokenDraft = Pick<ApiToken, 'accountId' | 'memberId' | 'role' | 'name' | 'scopes'>;

/** So that a token is known as one wherever it lies about. */
const PREFIX = 'gern_pat_';
const MOST_TOKENS = 20;

/** Personal tokens for programs. Each request reads them anew, so that a revocation acts at once in all processes. */
@Injectable()
export class TokensService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the token with its secret, which is never told again */
  async create(draft: ApiTokenDraft): Promise<{ readonly token: ApiToken; readonly secret: string }> {
    return this.database.write((transaction) => this.issue(transaction, draft));
  }

  async of(accountId: string): Promise<ApiToken[]> {
    return this.database.read.find(ApiTokenEntity, { where: { accountId }, order: { id: 'ASC' } });
  }

  /** @throws not-found, also for a token of somebody else */
  async revoke(accountId: string, id: string): Promise<void> {
    await this.database.write(async (transaction) => {
      const { affected } = await transaction.delete(ApiTokenEntity, { accountId, id });
      if (affected === 0) throw notFound('This token');
    });
  }

  /** The token of a secret; notes the day of its use. */
  async use(secret: string): Promise<ApiToken | undefined> {
    if (!secret.startsWith(PREFIX)) return undefined;
    const token = await this.database.read.findOneBy(ApiTokenEntity, { hash: hashOf(secret) });
    if (!token) return undefined;
    const today = this.clock.now().toISOString().slice(0, 10);
    if (token.usedOn !== today) await this.database.write((transaction) => transaction.update(ApiTokenEntity, { id: token.id }, { usedOn: today }));
    return token;
  }

  private async issue(transaction: EntityManager, draft: ApiTokenDraft): Promise<{ token: ApiToken; secret: string }> {
    if ((await transaction.countBy(ApiTokenEntity, { accountId: draft.accountId })) >= MOST_TOKENS)
      throw new DomainError('too-many', `${MOST_TOKENS} tokens are the most for one account. Revoke one first.`);
    const secret = `${PREFIX}${newSecret()}`;
    const token = { ...draft, scopes: [...draft.scopes], id: newId(), createdAt: this.clock.now().toISOString(), usedOn: null };
    await transaction.insert(ApiTokenEntity, { ...token, hash: hashOf(secret) });
    return { token, secret };
  }
}

/** What a token of this role may be for: only organizers organize. */
export function mayScope(role: Role, scope: Scope): boolean {
  return scope !== 'organize' || role !== 'member';
}
