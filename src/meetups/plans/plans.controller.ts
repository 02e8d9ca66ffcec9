import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';

import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { notFound } from '../../errors.js';
import { preferredLanguage } from '../../html/messages.js';
import { GuestsService } from '../guests/guests.service.js';
import { MeetupsService } from '../meetups.service.js';
import type { Programme } from '../programme.js';
import { EveningService } from './evening.service.js';
import { MeetupPlanning } from './meetup-planning.service.js';
import { LockDto, MeetupPlanDto, MeetupSwapDto, PairAnswerDto, ProgrammeQuery, WhyNotQuery, wishesOf, type CalledGuestDto } from './plans.dto.js';
import { PlansService } from './plans.service.js';

/** The plan of an evening, for organizers: make, look over, lock, swap, forbid, tick off, ask why. */
@Controller('api/v1/meetups/:id')
@May('meetups.organize')
export class PlansController {
  constructor(
    private readonly meetups: MeetupsService,
    private readonly guests: GuestsService,
    private readonly plans: PlansService,
    private readonly planning: MeetupPlanning,
    private readonly evening: EveningService,
  ) {}

  /** Plans for everybody who is not away; what is locked or has happened stays. */
  @Post('plan')
  @HttpCode(200)
  async plan(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<MeetupPlanDto> {
    await this.planning.plan(await this.meetups.get(actor.communityId, id), actor.accountId!);
    return this.get(id, actor);
  }

  @Get('plan')
  async get(@Param('id') id: string, @CurrentActor() { communityId }: Actor): Promise<MeetupPlanDto> {
    const meetup = await this.meetups.get(communityId, id);
    const plan = await this.plans.find(meetup.id);
    if (!plan) throw notFound('A plan');
    const names = new Map((await this.guests.all(meetup.id)).map((guest) => [guest.id, guest.name]));
    const called = (guestId: string): CalledGuestDto => ({ id: guestId, name: names.get(guestId) ?? '' });
    const { revision, madeAt, accountId, askers, served, unserved, proof } = plan;
    return {
      revision,
      madeAt,
      accountId,
      askers,
      served,
      unserved: unserved.filter(({ guestId }) => names.has(guestId)).map(({ guestId, reason }) => ({ ...called(guestId), reason })),
      proof,
      introductions: (await this.plans.introductions(meetup)).map(({ id: entryId, giverId, askerId, ask, offer, affinity, must, lockedBy, swappedBy, happenedBy, happenedAt }) => ({
        id: entryId,
        giver: called(giverId),
        asker: called(askerId),
        ask,
        offer,
        affinity,
        must,
        lockedBy,
        swappedBy,
        happenedBy,
        happenedAt,
      })),
    };
  }

  /** Keeps an introduction in every new plan, or no longer. */
  @Put('introductions/:entryId/lock')
  @HttpCode(204)
  async lock(@Param('id') id: string, @Param('entryId') entryId: string, @Body() { locked }: LockDto, @CurrentActor() actor: Actor): Promise<void> {
    await this.plans.lock(await this.meetups.get(actor.communityId, id), entryId, actor.accountId!, locked);
  }

  /** Another giver for the same asker; locked from then on. */
  @Post('introductions/:entryId/swap')
  @HttpCode(204)
  async swap(@Param('id') id: string, @Param('entryId') entryId: string, @Body() { giverId }: MeetupSwapDto, @CurrentActor() actor: Actor): Promise<void> {
    await this.plans.swap(await this.meetups.get(actor.communityId, id), entryId, giverId, actor.accountId!);
  }

  /** Never these two; the plan is made anew. */
  @Post('introductions/:entryId/forbid')
  @HttpCode(204)
  async forbid(@Param('id') id: string, @Param('entryId') entryId: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.plans.forbid(await this.meetups.get(actor.communityId, id), entryId, actor.accountId!);
  }

  /** The two were brought together: they stay, whatever changes. */
  @Post('introductions/:entryId/happened')
  @HttpCode(204)
  async happened(@Param('id') id: string, @Param('entryId') entryId: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.plans.happened(await this.meetups.get(actor.communityId, id), entryId, actor.accountId!);
  }

  /** Why these two are not brought together, each as the other's helper. */
  @Get('why-not')
  async whyNot(@Param('id') id: string, @Query() { one, other }: WhyNotQuery, @CurrentActor() { communityId }: Actor, @Headers('accept-language') accept?: string): Promise<PairAnswerDto[]> {
    const answers = await this.evening.whyNot(await this.meetups.get(communityId, id), one, other, preferredLanguage(accept));
    return answers.map((answer) => ({ ...answer, instead: [...answer.instead] }));
  }

  /** Timed rounds of two, tables, and the ring, as wanted. */
  @Get('programme')
  async programme(@Param('id') id: string, @Query() query: ProgrammeQuery, @CurrentActor() { communityId }: Actor): Promise<Programme> {
    return withoutAddresses(await this.evening.programme(await this.meetups.get(communityId, id), wishesOf(query)));
  }
}

/** Called out are names alone. */
function withoutAddresses(programme: Programme): Programme {
  return JSON.parse(JSON.stringify(programme, (key, value: unknown) => (key === 'email' ? undefined : value))) as Programme;
}
