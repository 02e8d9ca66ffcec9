import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual } from 'typeorm';

import { Clock } from '../../clock.js';
import { Database } from '../../database/database.js';
import { DomainError, notFound } from '../../errors.js';
import { daysAfter } from '../../members/statement.js';
import { StatementsService } from '../../members/statements.service.js';
import { ProtectionService } from '../protection.service.js';
import { RoundEntity, RoundEntryEntity } from './round.entity.js';
import { TOLD_WITHIN_DAYS, type Round, type RoundEntry } from './round.js';

/** Rounds of digests as they are read, looked over by an organizer, and released. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly statements: StatementsService,
    private readonly protection: ProtectionService,
  ) {}

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

  /** Rounds that wait for an organizer while their digests may still be told, the latest first. */
  async waiting(communityId: string): Promise<Round[]> {
    const from = daysAfter(this.clock.now().toISOString(), -TOLD_WITHIN_DAYS);
    return this.database.read.find(RoundEntity, { where: { communityId, state: 'waiting', date: MoreThanOrEqual(from) }, order: { date: 'DESC' } });
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
}
