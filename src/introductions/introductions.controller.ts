import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';

import { actingMember, CurrentActor, May, type Actor } from '../accounts/actor.js';
import { CreatedDto, GladlyDto, IntroductionDto, IntroductionListDto, NoDto, OutcomeDto, ThanksDto, WishDto, YesDto } from './introductions.dto.js';
import { IntroductionsService } from './introductions.service.js';
import { IntroductionViews, type IntroductionView } from './introduction-views.service.js';

@Controller('api/v1/introductions')
export class IntroductionsController {
  constructor(
    private readonly introductions: IntroductionsService,
    private readonly views: IntroductionViews,
  ) {}

  /** Where the member gives, then where the member is helped. */
  @Get()
  @May('introductions.read')
  async list(@CurrentActor() actor: Actor): Promise<IntroductionListDto> {
    const { give, receive } = await this.views.list(actor.communityId, actingMember(actor));
    return { give: give.map(toDto), receive: receive.map(toDto) };
  }

  @Get(':id')
  @May('introductions.read')
  async get(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<IntroductionDto> {
    return toDto(await this.views.get(actor.communityId, actingMember(actor), id));
  }

  /** The giver of a suggestion says gladly. */
  @Post('gladly')
  @May('introductions.agree')
  async gladly(@CurrentActor() actor: Actor, @Body() { askId, offerId, step }: GladlyDto): Promise<CreatedDto> {
    return { id: await this.introductions.gladly(actor.communityId, actingMember(actor), askId, offerId, step) };
  }

  /** The asker of a suggestion would like this giver's help; the giver is asked first. */
  @Post('would-like')
  @May('introductions.agree')
  async wouldLike(@CurrentActor() actor: Actor, @Body() { askId, offerId }: WishDto): Promise<CreatedDto> {
    return { id: await this.introductions.wouldLike(actor.communityId, actingMember(actor), askId, offerId) };
  }

  @Post(':id/yes')
  @HttpCode(200)
  @May('introductions.agree')
  async yes(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { step }: YesDto): Promise<IntroductionDto> {
    await this.introductions.answer(actor.communityId, actingMember(actor), id, 'yes', step);
    return this.get(actor, id);
  }

  /** The other side does not hear of it. */
  @Post(':id/no')
  @HttpCode(200)
  @May('introductions.decline')
  async no(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { why }: NoDto): Promise<IntroductionDto> {
    await this.introductions.answer(actor.communityId, actingMember(actor), id, why);
    return this.get(actor, id);
  }

  /** Takes back the second yes within the hold, or a no within a quarter of an hour. */
  @Post(':id/undo')
  @HttpCode(200)
  @May('introductions.decline')
  async undo(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<IntroductionDto> {
    await this.introductions.undo(actor.communityId, actingMember(actor), id);
    return this.get(actor, id);
  }

  /** Takes back a yes for good, as long as no contact data has left. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @May('introductions.decline')
  async withdraw(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<IntroductionDto> {
    await this.introductions.withdraw(actor.communityId, actingMember(actor), id);
    return this.get(actor, id);
  }

  /** What came of it. */
  @Post(':id/outcome')
  @HttpCode(200)
  @May('introductions.decline')
  async outcome(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() outcome: OutcomeDto): Promise<IntroductionDto> {
    await this.introductions.tellOutcome(actor.communityId, actingMember(actor), id, { ...outcome });
    return this.get(actor, id);
  }

  /** A note from the one who was helped; it travels to the giver. */
  @Post(':id/thanks')
  @HttpCode(200)
  @May('introductions.decline')
  async thank(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { note }: ThanksDto): Promise<IntroductionDto> {
    await this.introductions.thank(actor.communityId, actingMember(actor), id, note);
    return this.get(actor, id);
  }

  /** Never again with the other person: silent, mutual, for good. */
  @Post(':id/never')
  @HttpCode(204)
  @May('introductions.decline')
  async never(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.introductions.neverAgain(actor.communityId, actingMember(actor), id);
  }
}

function toDto({ connector, outcome, ...view }: IntroductionView): IntroductionDto {
  return { ...view, connector: connector && { ...connector }, outcome: outcome && { ...outcome } };
}
