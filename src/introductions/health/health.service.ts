import { Injectable } from '@nestjs/common';

import { Clock } from '../../clock.js';
import { Database } from '../../database/database.js';
import { MatchingService } from '../../matching/matching.service.js';
import type { Coverage } from '../../matching/coverage.js';
import { MembersService } from '../../members/members.service.js';
import { stateOn } from '../../members/statement.js';
import { StatementsService } from '../../members/statements.service.js';
import { CAPACITY_WINDOW, later } from '../introduction.js';
import { IntroductionEntity } from '../introduction.entity.js';
import { healthOf, monthsUntil, type HealthFacts, type NetworkHealth, type Outcome } from './health.js';

const DAY = 86_400_000;
const HALF_YEAR = 182 * DAY;
const MONTHS = 12;

/** How the network is: added up by the database, told in numbers that show nobody. */
@Injectable()
export class NetworkHealthService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly statements: StatementsService,
    private readonly matching: MatchingService,
  ) {}

  async of(communityId: string): Promise<NetworkHealth> {
    const now = this.clock.now().toISOString();
    const since = later(now, -HALF_YEAR);
    return healthOf({
      members: await this.members.count(communityId),
      givers: await this.giversSince(communityId, since),
      asks: await this.asksSince(communityId, since),
      loads: await this.loadsSince(communityId, later(now, -CAPACITY_WINDOW)),
      months: await this.months(communityId, now),
    });
  }

  /** What is sought and offered today; who makes a pause is left out. */
  async coverage(communityId: string): Promise<Coverage> {
    const today = this.clock.now().toISOString().slice(0, 10);
    const away = await this.members.pausing(communityId, today);
    return this.matching.coverage(communityId, (statement) => !away.has(statement.memberId) && stateOn(statement, today) === 'open');
  }

  private async giversSince(communityId: string, since: string): Promise<number> {
    const row = await this.introductions(communityId).andWhere('one.introducedAt >= :since', { since }).select('COUNT(DISTINCT one.giverId)', 'givers').getRawOne<{ givers: number | string }>();
    return Number(row?.givers ?? 0);
  }

  /** An ask that its member took away no longer counts. */
  private async asksSince(communityId: string, since: string): Promise<HealthFacts['asks']> {
    const rows = await this.introductions(communityId)
      .andWhere('one.askedAt >= :since', { since })
      .select('one.askId', 'askId')
      .addSelect("MIN(CASE WHEN one.giverAnswer = 'yes' THEN one.giverAnsweredAt END)", 'firstYes')
      .addSelect('MAX(one.introducedAt)', 'introducedAt')
      .groupBy('one.askId')
      .getRawMany<{ askId: string; firstYes: string | null; introducedAt: string | null }>();
    const answers = new Map(rows.map((row) => [row.askId, row]));
    return [...(await this.statements.asksSince(communityId, since))].map(([id, { createdAt, state }]) => {
      const { firstYes = null, introducedAt = null } = answers.get(id) ?? {};
      return { daysToYes: firstYes === null ? undefined : Math.max(0, (Date.parse(firstYes) - Date.parse(createdAt)) / DAY), answered: introducedAt !== null || state === 'fulfilled' };
    });
  }

  private async loadsSince(communityId: string, since: string): Promise<number[]> {
    const rows = await this.introductions(communityId).andWhere('one.introducedAt >= :since', { since }).select('COUNT(*)', 'load').groupBy('one.giverId').getRawMany<{ load: number | string }>();
    return rows.map(({ load }) => Number(load));
  }

  private async months(communityId: string, now: string): Promise<HealthFacts['months']> {
    const months = monthsUntil(now, MONTHS);
    const rows = await this.introductions(communityId)
      .andWhere('one.askedAt >= :from', { from: months[0]! })
      .select('SUBSTR(one.askedAt, 1, 7)', 'month')
      // Whoever waits learns of a decline by time alone, and so does this picture (P3).
      .addSelect("CASE WHEN one.introducedAt IS NOT NULL THEN 'introduced' WHEN one.freedAt IS NULL THEN 'under-way' ELSE 'over' END", 'outcome')
      .addSelect('COUNT(*)', 'count')
      .groupBy('month')
      .addGroupBy('outcome')
      .getRawMany<{ month: string; outcome: Outcome; count: number | string }>();
    const countOf = (month: string, outcome: Outcome): number => Number(rows.find((row) => row.month === month && row.outcome === outcome)?.count ?? 0);
    return months.map((month) => ({ month, by: { introduced: countOf(month, 'introduced'), 'under-way': countOf(month, 'under-way'), over: countOf(month, 'over') } }));
  }

  private introductions(communityId: string) {
    return this.database.read.createQueryBuilder(IntroductionEntity, 'one').where('one.communityId = :communityId', { communityId });
  }
}
