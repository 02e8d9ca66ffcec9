import { Injectable } from '@nestjs/common';

import { Analyzer, AskCoach, type StatementKind } from '../../engine/engine.js';
import { textFault } from '../../plain-text.js';
import { STATEMENT_TEXT } from '../../members/statement.js';
import { SuggestionsService } from '../suggestions.service.js';
import type { Coached } from './coach-panel.js';

/** More than these few nobody reads while writing. */
const SHOWN = 3;

/** What helps somebody who is writing an ask or an offer. Nothing is stored. */
@Injectable()
export class Coaching {
  constructor(
    private readonly suggestions: SuggestionsService,
    private readonly coach: AskCoach,
    private readonly analyzer: Analyzer,
  ) {}

  /** @param text as far as it is written */
  async about(communityId: string, memberId: string, kind: StatementKind, text: string): Promise<Coached> {
    if (textFault(text, STATEMENT_TEXT)) return { kind: 'short' };
    const language = this.analyzer.guessLanguage(text);
    const like = this.analyzer.opensLike(text, language) ?? kind;
    const readsLike = like === kind ? null : like;
    if (kind === 'offer') return { kind, serves: await this.suggestions.asksServedBy(communityId, text, memberId, SHOWN), readsLike };
    const { concreteness, askFor } = this.coach.coach(text, language);
    return { kind, concreteness, askFor, helpers: await this.suggestions.countHelpers(communityId, text, memberId), readsLike };
  }
}
