import { Injectable, Logger } from '@nestjs/common';
import { In, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

import { AccountsService } from '../../accounts/accounts.service.js';
import { Clock } from '../../clock.js';
import { CommunitiesService, type Community } from '../../communities/communities.service.js';
import { Correspondence } from '../../communities/correspondence.service.js';
import { Database } from '../../database/database.js';
import { DomainError } from '../../errors.js';
import { longDate } from '../../html/dates.js';
import { MatchingService } from '../../matching/matching.service.js';
import { daysAfter } from '../../members/statement.js';
import { roundWaitingMail } from '../mails/round-waiting.mail.js';
import { ProtectionService } from '../protection.service.js';
import { planRound, type Possible } from './round-plan.js';
import { RoundEntity, RoundEntryEntity } from './round.entity.js';
import { localDate, roundDate, TOLD_WITHIN_DAYS, type Round, type RoundEntry } from './round.js';

/** Offers looked at for each ask, and days for which a pair that a round proposed is not proposed again. */
const OFFERS_PER_ASK = 10;
const NO_REPEAT_DAYS = 56;
const ROWS_AT_ONCE = 500;
const NO_LONGER_WORTH_DAYS = 7;
/** Milliseconds between two lines of progress. */
const PROGRESS_EVERY = 5_000;

/** Makes the rounds: gathers who could be introduced, plans once for the whole community, stores the plan, and tells the organizers that it waits. */
@Injectable()
export class RoundPlanning {
  private readonly logger = new Logger('digest');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly communities: CommunitiesService,
    private readonly accounts: AccountsService,
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

  private async possible(community: Community): Promise<Possible[]> {
    const constraints = await this.protection.constraintsFor(community.id);
    const repeated = await this.proposedSince(community, daysAfter(this.clock.now().toISOString(), -NO_REPEAT_DAYS));
    const possible: Possible[] = [];
    let spokenAt = performance.now();
    for await (const { suggestions, share } of this.matching.possible(community.id, constraints, OFFERS_PER_ASK)) {
      if (performance.now() - spokenAt > PROGRESS_EVERY) {
        this.logger.log(`asks held against offers: ${Math.floor(share * 100)} %`);
        spokenAt = performance.now();
      }
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
