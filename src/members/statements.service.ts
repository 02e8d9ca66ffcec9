import { Injectable } from '@nestjs/common';
import { In, MoreThan, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { Analyzer, type StatementKind } from '../engine/engine.js';
import { DomainError, notFound } from '../errors.js';
import { MemberEntity } from './member.entity.js';
import { afterId, pageOf, type Page, type PageRequest } from './paging.js';
import { StatementChangeEntity, StatementEntity } from './statement.entity.js';
import { stateOn, type Statement, type StatementState, type StoredState } from './statement.js';

export interface StatementDraft extends Pick<Statement, 'memberId' | 'kind' | 'text' | 'neededBy' | 'place'> {
  readonly neededFrom?: string | null;
  /** Guessed when not told. */
  readonly language?: Statement['language'] | undefined;
}

export type StatementChange = Partial<Omit<StatementDraft, 'memberId' | 'kind'>>;

export interface StatementFilter extends PageRequest {
  readonly memberId?: string | undefined;
  readonly kind?: StatementKind | undefined;
}

/** What changed since a revision: each changed statement once, as it is now (undefined when it is gone). */
export interface StatementChanges {
  readonly revision: number;
  readonly changed: ReadonlyMap<string, Statement | undefined>;
}

/** More open statements than this are no longer concrete asks and offers. */
const MOST_OPEN = 40;
const CHUNK = 500;
/** Days that a statement lives before it is asked whether it is still true. */
const LIFE_DAYS: Record<StatementKind, number> = { ask: 90, offer: 182 };

/** Asks and offers of members. Every change raises the log that the matching pulls, in the same transaction. */
@Injectable()
export class StatementsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly analyzer: Analyzer,
  ) {}

  async create(communityId: string, draft: StatementDraft): Promise<Statement> {
    const now = this.clock.now().toISOString();
    const { language = this.analyzer.guessLanguage(draft.text), ...rest } = draft;
    const life = LIFE_DAYS[draft.kind];
    const statement = {
      neededFrom: null,
      liveUntil: dayAfter(now, life),
      story: null,
      ...rest,
      id: newId(),
      communityId,
      language,
      languageTold: draft.language !== undefined,
      state: 'open' as const,
      createdAt: now,
      changedAt: now,
    };
    await this.database.write(async (transaction) => {
      if (!(await transaction.existsBy(MemberEntity, { communityId, id: draft.memberId }))) throw notFound('This member');
      const open = await transaction.countBy(StatementEntity, { communityId, memberId: draft.memberId, state: 'open' });
      if (open >= MOST_OPEN) throw new DomainError('too-many', `${MOST_OPEN} open statements are the most for one member. Close one that is no longer current, then add this one.`);
      await transaction.insert(StatementEntity, statement);
      await this.noteChange(transaction, communityId, [statement.id]);
    });
    return statement;
  }

  /** @throws not-found, also for a statement of another community */
  async get(communityId: string, id: string): Promise<Statement> {
    const statement = await this.database.read.findOneBy(StatementEntity, { communityId, id });
    if (!statement) throw notFound('This statement');
    return statement;
  }

  /** The other kind, where the text opens like it; null else. */
  readsLike({ kind, text, language }: Statement): StatementKind | null {
    const like = this.analyzer.opensLike(text, language) ?? kind;
    return like === kind ? null : like;
  }

  async list(communityId: string, { limit, cursor, memberId, kind }: StatementFilter): Promise<Page<Statement>> {
    const where = { communityId, id: MoreThan(afterId(cursor)), ...(memberId && { memberId }), ...(kind && { kind }) };
    return pageOf(await this.database.read.find(StatementEntity, { where, order: { id: 'ASC' }, take: limit + 1 }), limit);
  }

  /** A new text without a told language is guessed anew, unless the member once named the language. */
  async change(communityId: string, id: string, change: StatementChange): Promise<Statement> {
    const before = await this.get(communityId, id);
    if (before.state !== 'open') throw closed(before.state);
    const told = change.language !== undefined;
    const language = change.language ?? (change.text !== undefined && !before.languageTold ? this.analyzer.guessLanguage(change.text) : before.language);
    await this.update(communityId, id, { ...change, language, languageTold: told || before.languageTold });
    return this.get(communityId, id);
  }

  /** Marks an open statement as fulfilled: it is kept, but no longer matched. */
  async fulfil(communityId: string, id: string): Promise<Statement> {
    const before = await this.get(communityId, id);
    if (before.state !== 'open') throw closed(before.state);
    await this.update(communityId, id, { state: 'fulfilled' });
    return this.get(communityId, id);
  }

  async remove(communityId: string, id: string): Promise<void> {
    await this.database.write(async (transaction) => {
      const { affected } = await transaction.delete(StatementEntity, { communityId, id });
      if (affected === 0) throw notFound('This statement');
      await this.noteChange(transaction, communityId, [id]);
    });
  }

  /** Changes after a revision, for whoever keeps something level with the statements. Revision 0 is before everything. */
  async changesSince(communityId: string, revision: number): Promise<StatementChanges> {
    const log = await this.database.read.find(StatementChangeEntity, { where: { communityId, revision: MoreThan(revision) }, order: { revision: 'ASC' } });
    const ids = [...new Set(log.map(({ statementId }) => statementId))];
    const changed = new Map<string, Statement | undefined>(ids.map((id) => [id, undefined]));
    for (let from = 0; from < ids.length; from += CHUNK) {
      const rows = await this.database.read.findBy(StatementEntity, { communityId, id: In(ids.slice(from, from + CHUNK)) });
      for (const row of rows) changed.set(row.id, row);
    }
    return { revision: log.at(-1)?.revision ?? revision, changed };
  }

  /** Every text that a statement of any community holds, open or closed. */
  async allTexts(): Promise<string[]> {
    const rows = await this.database.read.find(StatementEntity, { select: { text: true } });
    return rows.map(({ text }) => text);
  }

  /** For the removal of a member, inside its transaction: the statements go by cascade, the log must say so. */
  async noteRemovalOf(transaction: EntityManager, communityId: string, memberId: string): Promise<void> {
    const rows = await transaction.find(StatementEntity, { where: { communityId, memberId }, select: { id: true } });
    await this.noteChange(
      transaction,
      communityId,
      rows.map(({ id }) => id),
    );
  }

  /** The state of a statement today, in the calendar of UTC. */
  stateOf(statement: Statement): StatementState {
    return stateOn(statement, this.clock.now().toISOString().slice(0, 10));
  }

  private async update(communityId: string, id: string, change: Partial<Omit<StatementEntity, 'member'>> & { state?: StoredState }): Promise<void> {
    await this.database.write(async (transaction) => {
      // Open still, in the very transaction: two who close at once do not both succeed.
      const { affected } = await transaction.update(StatementEntity, { communityId, id, state: 'open' }, { ...change, changedAt: this.clock.now().toISOString() });
      if (affected === 0) throw closed('fulfilled');
      await this.noteChange(transaction, communityId, [id]);
    });
  }

  private async noteChange(transaction: EntityManager, communityId: string, statementIds: readonly string[]): Promise<void> {
    for (const statementId of statementIds) await transaction.insert(StatementChangeEntity, { communityId, statementId });
  }
}

function closed(state: StatementState): DomainError {
  return new DomainError('statement-closed', `This statement is ${state} and can no longer be changed. Write a new one instead.`);
}

/** The local date some days after a moment, in the calendar of UTC. */
function dayAfter(moment: string, days: number): string {
  return new Date(Date.parse(moment) + days * 86_400_000).toISOString().slice(0, 10);
}
