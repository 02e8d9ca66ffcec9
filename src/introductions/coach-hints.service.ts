import { Injectable } from '@nestjs/common';

import { AskCoach, type AskPart } from '../engine/engine.js';
import type { Statement } from '../members/statement.js';
import { StatementsService } from '../members/statements.service.js';
import { SuggestionsService } from './suggestions.service.js';

/** An ask that nobody could act on yet, and the part to ask its writer for. */
export interface CoachHint {
  readonly ask: Statement;
  readonly askFor: AskPart;
}

/** Concreteness that rounds to this or less, of 1..5. */
const VAGUE = 2;
const MOST_ASKS = 40;

/** A vague ask that found nobody gets a question instead of random people. */
@Injectable()
export class CoachHintsService {
  constructor(
    private readonly statements: StatementsService,
    private readonly suggestions: SuggestionsService,
    private readonly coach: AskCoach,
  ) {}

  /** In the order in which the asks were written. */
  async forMember(communityId: string, memberId: string): Promise<CoachHint[]> {
    const { items } = await this.statements.list(communityId, { memberId, kind: 'ask', limit: MOST_ASKS });
    const hints: CoachHint[] = [];
    for (const ask of items.filter((one) => this.statements.stateOf(one) === 'open')) {
      const { concreteness, askFor } = this.coach.coach(ask.text, ask.language);
      if (askFor === undefined || Math.round(concreteness) > VAGUE) continue;
      if ((await this.suggestions.countHelpers(communityId, ask.text, memberId)) === 0) hints.push({ ask, askFor });
    }
    return hints;
  }
}
