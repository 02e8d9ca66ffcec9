import { Injectable } from '@nestjs/common';
import { Between, In, IsNull, MoreThan, MoreThanOrEqual, Not, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { Analyzer, type StatementKind } from '../engine/engine.js';
import { DomainError, notFound } from '../errors.js';
import { MemberEntity } from './member.entity.js';
import { afterId, pageOf, type Page, type PageRequest } from './paging.js';
import { StatementChangeEntity, StatementEntity } from './statement.entity.js';
import { daysAfter, LIFE_DAYS, stateOn, type Statement, type StatementState, type StoredState } from './statement.js';

export interface StatementDraft extends Pick<Statement, 'memberId' | 'kind' | 'text' | 'neededBy' | 'place'> {
  readonly neededFrom?: string | null;
  readonly board?: Statement['board'];
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

/** Asks and offers of members. Every change raises the log that the matching pulls, in the same transaction. */
@Injectable()
export class StatementsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly analyzer: Analyzer,
  ) {}

  async create(communityId: string, draft: StatementDraft): Promise<Statement> {
    return this.database.write((transaction) => this.createIn(transaction, communityId, draft));
  }

  /** As `create`, inside the transaction of something larger. */
  async createIn(transaction: EntityManager, communityId: string, draft: StatementDraft): Promise<Statement> {
    const now = this.clock.now().toISOString();
    const { language = this.analyzer.guessLanguage(draft.text), ...rest } = draft;
    const statement = {
      neededFrom: null,
      liveUntil: daysAfter(now, LIFE_DAYS[draft.kind]),
      board: null,
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
    if (!(await transaction.existsBy(MemberEntity, { communityId, id: draft.memberId }))) throw notFound('This member');
    const open = await transaction.countBy(StatementEntity, { communityId, memberId: draft.memberId, state: 'open' });
    if (open >= MOST_OPEN) throw new DomainError('too-many', `${MOST_OPEN} open statements are the most for one member. Close one that is no longer current, then add this one.`);
    await transaction.insert(StatementEntity, statement);
    await this.noteChange(transaction, communityId, [statement.id]);
    return statement;
  }

  /** @throws not-found, also for a statement of another community */
  async get(communityId: string, id: string): Promise<Statement> {
    const statement = await this.database.read.findOneBy(StatementEntity, { communityId, id });
    if (!statement) throw notFound('This statement');
    return statement;
  }

  /** Those of these ids that there are, by id. */
  async some(communityId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Statement>> {
    const found = new Map<string, Statement>();
    for (let from = 0; from < ids.length; from += CHUNK) {
      const rows = await this.database.read.findBy(StatementEntity, { communityId, id: In(ids.slice(from, from + CHUNK)) });
      for (const row of rows) found.set(row.id, row);
    }
    return found;
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

  /** Marks an open statement as fulfilled: it is kept, but no longer matched. @param story what became of it; stays private unless both agree */
  async fulfil(communityId: string, id: string, story: string | null = null): Promise<Statement> {
    const before = await this.get(communityId, id);
    if (before.state !== 'open') throw closed(before.state);
    await this.update(communityId, id, { state: 'fulfilled', story });
    return this.get(communityId, id);
  }

  /** Still true: the statement lives on for its whole time from today, also when it had ended meanwhile. A day by which it was needed stays. */
  async renew(communityId: string, id: string): Promise<Statement> {
    const before = await this.get(communityId, id);
    if (before.state !== 'open') throw closed(before.state);
    await this.update(communityId, id, { liveUntil: daysAfter(this.clock.now().toISOString(), LIFE_DAYS[before.kind]) });
    return this.get(communityId, id);
  }

  /** Open asks that name the days on which they are needed, and are not over. */
  async datedAsks(communityId: string, today: string): Promise<Statement[]> {
    return this.database.read.find(StatementEntity, { where: { communityId, kind: 'ask', state: 'open', neededFrom: Not(IsNull()), neededBy: MoreThanOrEqual(today) }, order: { id: 'ASC' } });
  }

  /** Asks that are open today. */
  async openAsks(communityId: string): Promise<Statement[]> {
    const asks = await this.database.read.find(StatementEntity, { where: { communityId, kind: 'ask', state: 'open' }, order: { id: 'ASC' } });
    return asks.filter((ask) => this.stateOf(ask) === 'open');
  }

  /** Ids of asks without days of their own that were written up to a moment (UTC, ISO 8601) and are open still, the oldest first; of these members none. */
  async openAskIds(communityId: string, writtenUntil: string, without: ReadonlySet<string>): Promise<string[]> {
    const today = this.clock.now().toISOString().slice(0, 10);
    const rows = await this.database.read
      .createQueryBuilder(StatementEntity, 'ask')
      .select('ask.id', 'id')
      .addSelect('ask.memberId', 'memberId')
      .where('ask.communityId = :communityId AND ask.kind = :kind AND ask.state = :state', { communityId, kind: 'ask', state: 'open' })
      .andWhere('ask.neededFrom IS NULL AND ask.createdAt <= :writtenUntil', { writtenUntil })
      .andWhere('(ask.neededBy IS NULL OR ask.neededBy >= :today) AND (ask.liveUntil IS NULL OR ask.liveUntil >= :today)', { today })
      .orderBy('ask.createdAt')
      .addOrderBy('ask.id')
      .getRawMany<Pick<Statement, 'id' | 'memberId'>>();
    return rows.filter(({ memberId }) => !without.has(memberId)).map(({ id }) => id);
  }

  /** When the asks were written that there are since a moment (UTC, ISO 8601), by id, and whether each is fulfilled. */
  async asksSince(communityId: string, since: string): Promise<ReadonlyMap<string, Pick<Statement, 'createdAt' | 'state'>>> {
    const rows = await this.database.read
      .createQueryBuilder(StatementEntity, 'ask')
      .select('ask.id', 'id')
      .addSelect('ask.createdAt', 'createdAt')
      .addSelect('ask.state', 'state')
      .where('ask.communityId = :communityId AND ask.kind = :kind AND ask.createdAt >= :since', { communityId, kind: 'ask', since })
      .getRawMany<Pick<Statement, 'id' | 'createdAt' | 'state'>>();
    return new Map(rows.map(({ id, ...ask }) => [id, ask]));
  }

  /** Asks that their members show to everybody of the community, the newest first; those over are among them. */
  async asksOnBoard(communityId: string): Promise<Statement[]> {
    return this.database.read.find(StatementEntity, { where: { communityId, kind: 'ask', state: 'open', board: Not(IsNull()) }, order: { id: 'DESC' } });
  }

  /** Open statements whose time ends between two days, both included. */
  async endingBetween(communityId: string, from: string, to: string): Promise<Statement[]> {
    return this.database.read.find(StatementEntity, { where: { communityId, state: 'open', liveUntil: Between(from, to) }, order: { id: 'ASC' } });
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
    for (const [id, statement] of await this.some(communityId, ids)) changed.set(id, statement);
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
