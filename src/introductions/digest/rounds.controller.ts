import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';

import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { RoundDetailDto, RoundDto, SwapDto } from './rounds.dto.js';
import { RoundReview } from './round-review.service.js';
import { RoundsService } from './rounds.service.js';

/** Rounds of digests, for organizers: look over, swap, forbid, release. */
@Controller('api/v1/rounds')
export class RoundsController {
  constructor(
    private readonly rounds: RoundsService,
    private readonly review: RoundReview,
  ) {}

  @Get()
  @May('digest.review')
  async list(@CurrentActor() { communityId }: Actor): Promise<RoundDto[]> {
    return (await this.rounds.list(communityId)).map(({ id, date, state }) => ({ id, date, state }));
  }

  @Get(':id')
  @May('digest.review')
  async get(@Param('id') id: string, @CurrentActor() { communityId }: Actor): Promise<RoundDetailDto> {
    const { round, entries } = await this.review.look(communityId, id);
    return { id: round.id, date: round.date, state: round.state, entries };
  }

  /** Takes an introduction out of a waiting round. */
  @Post(':id/entries/:entryId/forbid')
  @HttpCode(204)
  @May('digest.review')
  async forbid(@Param('id') id: string, @Param('entryId') entryId: string, @CurrentActor() { communityId, accountId }: Actor): Promise<void> {
    await this.rounds.forbid(communityId, id, entryId, accountId!);
  }

  /** Puts another offer in the place of one that a waiting round proposes. */
  @Post(':id/entries/:entryId/swap')
  @HttpCode(204)
  @May('digest.review')
  async swap(@Param('id') id: string, @Param('entryId') entryId: string, @Body() { offerId }: SwapDto, @CurrentActor() { communityId, accountId }: Actor): Promise<void> {
    await this.rounds.swap(communityId, id, entryId, offerId, accountId!);
  }

  /** Lets a waiting round go out; each member hears at their next local morning. */
  @Post(':id/release')
  @HttpCode(204)
  @May('digest.review')
  async release(@Param('id') id: string, @CurrentActor() { communityId, accountId }: Actor): Promise<void> {
    await this.rounds.release(communityId, id, accountId!);
  }
}
