import { Injectable } from '@nestjs/common';

import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { notFound } from '../errors.js';
import { MatchingService, type Suggestion } from '../matching/matching.service.js';
import { later, PAIR_REST, type RefusingAnswer } from './introduction.js';
import { PairRuleEntity } from './pair-rule.entity.js';
import { PAIR_RULE_KEY, pairOf } from './pair-rule.js';

/** What a member says to a suggestion that nobody has opened yet, other than yes. */
@Injectable()
export class SuggestionAnswers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly matching: MatchingService,
  ) {}

  /** A suggestion that concerns the member, whether it may be opened today or not. @throws not-found, also where the two statements do not meet */
  async find(communityId: string, memberId: string, askId: string, offerId: string): Promise<Suggestion> {
    const suggestion = await this.matching.between(communityId, askId, offerId, memberId);
    if (!suggestion || (suggestion.giverId !== memberId && suggestion.askerId !== memberId)) throw notFound('This suggestion');
    return suggestion;
  }

  /** Not now: the pair rests for a season. We know each other: the two are not suggested to each other any more. Nobody is told. */
  async decline(communityId: string, memberId: string, askId: string, offerId: string, why: RefusingAnswer): Promise<void> {
    const { giverId, askerId, ask } = await this.find(communityId, memberId, askId, offerId);
    const rule =
      why === 'known'
        ? { kind: 'known' as const, until: null, wishedBy: memberId, shownAs: giverId === memberId && ask.board === 'unnamed' ? null : ('first-name' as const) }
        : { kind: 'rest' as const, until: later(this.clock.now().toISOString(), PAIR_REST), wishedBy: '', shownAs: null };
    await this.database.write(async (transaction) => {
      await transaction.upsert(PairRuleEntity, { communityId, ...pairOf(giverId, askerId), ...rule }, [...PAIR_RULE_KEY]);
    });
  }
}
