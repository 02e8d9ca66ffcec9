import { Body, Controller, Get, Patch } from '@nestjs/common';

import { CurrentActor, May, type Actor } from '../accounts/actor.js';
import { CommunityChangeDto, CommunityDto } from './communities.dto.js';
import { CommunitiesService } from './communities.service.js';

@Controller('api/v1/community')
export class CommunitiesController {
  constructor(private readonly communities: CommunitiesService) {}

  /** The community one acts in. */
  @Get()
  @May('community.read')
  async get(@CurrentActor() { communityId }: Actor): Promise<CommunityDto> {
    const { id, name, place, timeZone, reviewsRounds } = await this.communities.get(communityId);
    return { id, name, place, timeZone, reviewsRounds };
  }

  @Patch()
  @May('community.change')
  async change(@Body() change: CommunityChangeDto, @CurrentActor() actor: Actor): Promise<CommunityDto> {
    await this.communities.change(actor.communityId, change);
    return this.get(actor);
  }
}
