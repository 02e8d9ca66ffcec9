import { Controller, Get, Headers, Param, Query } from '@nestjs/common';

import { CurrentActor, May, mustReach, type Actor } from '../accounts/actor.js';
import type { Language } from '../engine/engine.js';
import { message, preferredLanguage } from '../html/messages.js';
import { firstName } from '../members/member.js';
import type { Side } from './facet-clause.js';
import { reasonFor } from './reason.js';
import { CoachHintsService } from './coach-hints.service.js';
import { SuggestionsQuery, type SuggestionDto, SuggestionsDto } from './suggestions.dto.js';
import { SuggestionsService, type SuggestedIntroduction } from './suggestions.service.js';

@Controller('api/v1/members/:id/suggestions')
export class SuggestionsController {
  constructor(
    private readonly suggestions: SuggestionsService,
    private readonly hints: CoachHintsService,
  ) {}

  /** Possible introductions of a member, giving first. Empty lists are an honest answer: nobody fits yet. */
  @Get()
  @May('suggestions.read')
  async get(@Param('id') id: string, @Query() { most, language }: SuggestionsQuery, @CurrentActor() actor: Actor, @Headers('accept-language') accept?: string): Promise<SuggestionsDto> {
    mustReach(actor, 'suggestions.read', id);
    const { give, receive, surprise } = await this.suggestions.forMember(actor.communityId, id, most);
    const hints = await this.hints.forMember(actor.communityId, id);
    const spoken = language ?? preferredLanguage(accept);
    return {
      give: give.map((one) => toDto(one, 'give', spoken)),
      receive: receive.map((one) => toDto(one, 'receive', spoken)),
      ...(surprise && { surprise: toDto(surprise, surprise.giverId === id ? 'give' : 'receive', spoken) }),
      ...(hints.length > 0 && { coach: hints.map(({ ask, askFor }) => ({ askId: ask.id, question: message(spoken, `coach.${askFor}`) })) }),
    };
  }
}

function toDto({ counterpart, ask, offer, affinity, explanation }: SuggestedIntroduction, side: Side, language: Language): SuggestionDto {
  const name = firstName(counterpart);
  const ranges = (of: readonly (readonly [number, number])[]): [number, number][] => of.map(([from, to]) => [from, to]);
  return {
    person: { id: counterpart.id, firstName: name },
    ask: { id: ask.id, text: ask.text, language: ask.language },
    offer: { id: offer.id, text: offer.text, language: offer.language },
    affinity,
    matched: { ask: ranges(explanation.matched.ask), offer: ranges(explanation.matched.offer) },
    reason: reasonFor(side, name, { ask: ask.text, offer: offer.text }, explanation, language),
  };
}
