import { Body, Controller, HttpCode, Post } from '@nestjs/common';

import { CurrentActor, May, mustReach, type Actor } from '../accounts/actor.js';
import { Analyzer, AskCoach } from '../engine/engine.js';
import { message } from '../html/messages.js';
import { CoachingDto, CoachRequestDto } from './coach.dto.js';
import { SuggestionsService } from './suggestions.service.js';

@Controller('api/v1/coach')
export class CoachController {
  constructor(
    private readonly suggestions: SuggestionsService,
    private readonly coach: AskCoach,
    private readonly analyzer: Analyzer,
  ) {}

  /** How concrete an ask is, one friendly question, and how many people could help today. Nothing is stored. */
  @Post()
  @HttpCode(200)
  @May('coach')
  async advise(@Body() { text, language, memberId }: CoachRequestDto, @CurrentActor() actor: Actor): Promise<CoachingDto> {
    if (memberId !== undefined) mustReach(actor, 'coach', memberId);
    const spoken = language ?? this.analyzer.guessLanguage(text);
    const coaching = this.coach.coach(text, spoken);
    return {
      concreteness: coaching.concreteness,
      missing: [...coaching.missing],
      ...(coaching.askFor && { askFor: coaching.askFor }),
      question: message(spoken, coaching.askFor === undefined ? 'coach.concrete' : `coach.${coaching.askFor}`),
      helpers: await this.suggestions.countHelpers(actor.communityId, text, memberId ?? actor.memberId ?? undefined),
    };
  }
}
