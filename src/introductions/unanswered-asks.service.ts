import { Injectable } from '@nestjs/common';

import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { MembersService } from '../members/members.service.js';
import type { Statement } from '../members/statement.js';
import { StatementsService } from '../members/statements.service.js';
import { isPending, later, type Standing } from './introduction.js';
import { IntroductionEntity } from './introduction.entity.js';

/** After two weeks of silence an ask is worth a person's thought. */
const LONG = 14 * 86_400_000;
/** Read as plain rows: there may be thousands under way. */
const STANDING = ['state', 'heldBy', 'expiresAt', 'introducedAt', 'openedBy', 'giverAnswer', 'askerAnswer', 'step', 'outcomeAskedAt'] as const satisfies readonly (keyof Standing)[];

export interface UnansweredAsks {
  readonly count: number;
  readonly oldest: readonly Statement[];
}

/** Asks that stand open for long without an introduction. A decline shows nowhere: an ask counts as taken exactly as long as its asker sees it so (P3). */
@Injectable()
export class UnansweredAsksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly statements: StatementsService,
  ) {}

  /** @param most so many of the oldest are told whole */
  async of(communityId: string, most: number): Promise<UnansweredAsks> {
    const now = this.clock.now().toISOString();
    const answered = await this.answered(communityId, now);
    const ids = (await this.statements.openAskIds(communityId, later(now, -LONG), await this.members.pausing(communityId, now.slice(0, 10)))).filter((id) => !answered.has(id));
    const oldest = await this.statements.some(communityId, ids.slice(0, most));
    return { count: ids.length, oldest: ids.slice(0, most).flatMap((id) => oldest.get(id) ?? []) };
  }

  private async answered(communityId: string, now: string): Promise<ReadonlySet<string>> {
    const introduced = await this.database.read
      .createQueryBuilder(IntroductionEntity, 'one')
      .select('DISTINCT one.askId', 'askId')
      .where('one.communityId = :communityId AND one.introducedAt IS NOT NULL', { communityId })
      .getRawMany<{ askId: string }>();
    const underWay = STANDING.reduce((query, column) => query.addSelect(`one.${column}`, column), this.database.read.createQueryBuilder(IntroductionEntity, 'one').select('one.askId', 'askId'))
      .where('one.communityId = :communityId AND one.introducedAt IS NULL AND one.freedAt IS NULL', { communityId })
      .getRawMany<Standing & { askId: string }>();
    return new Set([...introduced, ...(await underWay).filter((introduction) => isPending(introduction, now))].map(({ askId }) => askId));
  }
}
