import { Body, Controller, Get, Post } from '@nestjs/common';

import { actingMember, CurrentActor, May, type Actor } from '../../accounts/actor.js';
import type { Statement } from '../../members/statement.js';
import { VisitDraftDto, VisitDto } from './visits.dto.js';
import { VisitsService } from './visits.service.js';

@Controller('api/v1/visits')
export class VisitsController {
  constructor(private readonly visits: VisitsService) {}

  /** "In Palma, 3 to 6 May, I would like to meet people who …" */
  @Post()
  @May('visits.write')
  async announce(@Body() draft: VisitDraftDto, @CurrentActor() actor: Actor): Promise<VisitDto> {
    return toDto(await this.visits.announce(actor.communityId, actingMember(actor), draft));
  }

  /** One's own visits that are not over. */
  @Get()
  @May('visits.write')
  async list(@CurrentActor() actor: Actor): Promise<VisitDto[]> {
    return (await this.visits.of(actor.communityId, actingMember(actor))).map(toDto);
  }
}

function toDto({ id, text, place, neededFrom, neededBy }: Statement): VisitDto {
  return { id, text, place: place!, from: neededFrom!, to: neededBy! };
}
