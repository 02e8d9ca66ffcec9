import { Injectable, Logger } from '@nestjs/common';
import { In, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

import { AccountsService } from '../../accounts/accounts.service.js';
import { Clock } from '../../clock.js';
import { CommunitiesService, type Community } from '../../communities/communities.service.js';
import { Correspondence } from '../../communities/correspondence.service.js';
import { Database } from '../../database/database.js';
import { DomainError, notFound } from '../../errors.js';
import { MatchingService } from '../../matching/matching.service.js';
import { daysAfter } from '../../members/statement.js';
import { StatementsService } from '../../members/statements.service.js';
import { ProtectionService } from '../protection.service.js';
import { longDate } from '../../html/dates.js';
import { roundWaitingMail } from '../mails/round-waiting.mail.js';
import { planRound, type Possible } from './round-plan.js';
import { RoundEntity, RoundEntryEntity } from './round.entity.js';
import { localDate, roundDate, TOLD_WITHIN_DAYS, type Round, type RoundEntry } from './round.js';

/** Offers looked at for each ask, and days for which a pair that a round proposed is not proposed again. */
const OFFERS_PER_ASK = 10;
const NO_REPEAT_DAYS = 56;
const ROWS_AT_ONCE = 500;
const NO_LONGER_WORTH_DAYS = 7;

/** Rounds of digests: one fair plan for the community, which an organizer may look over before it goes out. */
@Injectable()
export class RoundsService {
  private readonly logger = new Logger('digest');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly communities: CommunitiesService,
    private readonly accounts: AccountsService,
    private readonly statements: StatementsService,
    private readonly matching: MatchingService,
    private readonly protection: ProtectionService,
    private readonly correspondence: Correspondence,
  ) {}

  /** Plans the round that is due in each community, if any; a second process that does the same finds it made. */
  async planDue(): Promise<void> {
    for (const community of await this.communities.all()) {
      const date = roundDate(this.clock.now(), community.timeZone);
      if (date !== undefined && !(await this.database.read.existsBy(RoundEntity, { communityId: community.id, date }))) await this.plan(community, date);
    }
  }

  /** The community's local date. */
  today({ timeZone }: Community): string {
    return localDate(this.clock.now(), timeZone);
  }

  /** Plans a round for a local date now. @throws not-possible when that date has its round */
  async plan(community: Community, date: string): Promise<Round> {
    const started = performance.now();
    const possible = await this.possible(community);
    const { capacityLeft } = await this.protection.constraintsFor(community.id);
    const { planned, surprises } = planRound(possible, { threshold: this.matching.threshold, capacityLeft });
    const now = this.clock.now().toISOString();
    const state = community.reviewsRounds ? ('waiting' as const) : ('released' as const);
    const round: RoundEntity = { id: newId(), communityId: community.id, date, state, createdAt: now, releasedAt: community.reviewsRounds ? null : now, releasedBy: null };
    const entry = (kind: RoundEntry['kind']) => (one: Possible) => ({ ...one, id: newId(), roundId: round.id, kind, forbiddenBy: null, swappedBy: null });
    const entries = [...planned.map(entry('planned')), ...surprises.map(entry('surprise'))];
    await this.database.write(async (transaction) => {
      if (await transaction.existsBy(RoundEntity, { communityId: community.id, date })) throw new DomainError('not-possible', `The round of ${date} has been planned already.`);
      await transaction.insert(RoundEntity, round);
      for (let from = 0; from < entries.length; from += ROWS_AT_ONCE) await transaction.insert(RoundEntryEntity, entries.slice(from, from + ROWS_AT_ONCE));
      if (round.state === 'waiting') await this.tellOrganizers(transaction, community.id, round, planned.length);
    });
    this.logger.log(`round of ${date}: ${planned.length} introductions and ${surprises.length} surprises among ${possible.length} possible ones, ${Math.round(performance.now() - started)} ms`);
    return round;
  }

  async list(communityId: string): Promise<Round[]> {
    return this.database.read.find(RoundEntity, { where: { communityId }, order: { date: 'DESC' }, take: 50 });
  }

  /** @throws not-found, also for a round of another community */
  async get(communityId: string, id: string): Promise<Round> {
    const round = await this.database.read.findOneBy(RoundEntity, { communityId, id });
    if (!round) throw notFound('This round');
    return round;
  }

  /** What a round proposes, what an organizer took out included, best first. */
  async entries(roundId: string): Promise<RoundEntry[]> {
    return this.database.read.find(RoundEntryEntity, { where: { roundId }, order: { affinity: 'DESC', id: 'ASC' } });
  }

  /** Rounds whose digests may still be told. */
  async released(): Promise<Round[]> {
    const from = daysAfter(this.clock.now().toISOString(), -7);
    return this.database.read.find(RoundEntity, { where: { state: 'released', date: MoreThanOrEqual(from) }, order: { date: 'ASC' } });
  }

  /** Takes an introduction out of a waiting round. */
  async forbid(communityId: string, roundId: string, entryId: string, accountId: string): Promise<void> {
    await this.changeEntry(communityId, roundId, entryId, { forbiddenBy: accountId });
  }

  /** Puts another offer in the place of one that a waiting round proposes for the same ask. */
  async swap(communityId: string, roundId: string, entryId: string, offerId: string, accountId: string): Promise<void> {
    const [entry, offer] = [(await this.entries(roundId)).find(({ id }) => id === entryId), await this.statements.get(communityId, offerId)];
    if (!entry) throw notFound('This introduction of the round');
    const { allowsPair, away } = await this.protection.constraintsFor(communityId);
    const fits = offer.kind === 'offer' && this.statements.stateOf(offer) === 'open' && offer.memberId !== entry.askerId && !away.has(offer.memberId) && allowsPair(offer.memberId, entry.askerId);
    if (!fits) throw new DomainError('not-possible', 'This offer cannot take the place: it is closed, or the two cannot be introduced now. Choose another.');
    await this.changeEntry(communityId, roundId, entryId, { offerId, giverId: offer.memberId, swappedBy: accountId, forbiddenBy: null });
  }

  /** Lets a waiting round go out; each member hears at their next local morning. */
  async release(communityId: string, roundId: string, accountId: string): Promise<void> {
    await this.get(communityId, roundId);
    await this.database.write(async (transaction) => {
      const { affected } = await transaction.update(
        RoundEntity,
        { communityId, id: roundId, state: 'waiting' },
        { state: 'released', releasedAt: this.clock.now().toISOString(), releasedBy: accountId },
      );
      if (affected === 0) throw new DomainError('not-possible', 'This round has been released already.');
    });
  }

  private async changeEntry(communityId: string, roundId: string, entryId: string, change: Partial<RoundEntryEntity>): Promise<void> {
    await this.get(communityId, roundId);
    await this.database.write(async (transaction) => {
      if (!(await transaction.existsBy(RoundEntity, { id: roundId, state: 'waiting' }))) throw new DomainError('not-possible', 'This round has gone out; it can no longer be changed.');
      const { affected } = await transaction.update(RoundEntryEntity, { id: entryId, roundId }, change);
      if (affected === 0) throw notFound('This introduction of the round');
    });
  }

  private async possible(community: Community): Promise<Possible[]> {
    const constraints = await this.protection.constraintsFor(community.id);
    const repeated = await this.proposedSince(community, daysAfter(this.clock.now().toISOString(), -NO_REPEAT_DAYS));
    const possible: Possible[] = [];
    for await (const suggestions of this.matching.possible(community.id, constraints, OFFERS_PER_ASK)) {
      for (const { giverId, askerId, ask, offer, affinity } of suggestions) if (!repeated.has(`${giverId} ${askerId}`)) possible.push({ giverId, askerId, askId: ask.id, offerId: offer.id, affinity });
    }
    return possible;
  }

  private async proposedSince({ id: communityId }: Community, date: string): Promise<Set<string>> {
    const rounds = await this.database.read.find(RoundEntity, { where: { communityId, date: MoreThanOrEqual(date) }, select: { id: true } });
    const entries = rounds.length === 0 ? [] : await this.database.read.find(RoundEntryEntity, { where: { roundId: In(rounds.map(({ id }) => id)) }, select: { giverId: true, askerId: true } });
    return new Set(entries.map(({ giverId, askerId }) => `${giverId} ${askerId}`));
  }

  private async tellOrganizers(transaction: EntityManager, communityId: string, { id, date }: Round, count: number): Promise<void> {
    const envelope = { kind: 'round-waiting', category: 'service' as const, about: id, validUntil: `${daysAfter(date, NO_LONGER_WORTH_DAYS)}T00:00:00.000Z` };
    for (const memberId of await this.accounts.organizersOf(communityId, transaction))
      await this.correspondence.write(transaction, { communityId, memberId }, { ...envelope, key: `round-waiting:${id}:${memberId}` }, (reader) =>
        roundWaitingMail({ ...reader, count, link: `${reader.url}/rounds/${id}`, releaseText: longDate(reader.manner.language, daysAfter(date, TOLD_WITHIN_DAYS)) }),
      );
  }
}
