import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';

import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import type { Language } from '../../engine/engine.js';
import { DomainError } from '../../errors.js';
import { leadTo, sendPage } from '../../http/page.js';
import { Readers } from '../../introductions/reader.js';
import { GuestsService } from '../guests/guests.service.js';
import { IntroLists, type SendingCounts } from '../lists/intro-lists.service.js';
import type { Meetup } from '../meetup.js';
import { MeetupsService } from '../meetups.service.js';
import { EveningService } from './evening.service.js';
import { MeetupPage } from './meetup.pages.js';
import { MeetupPlanning } from './meetup-planning.service.js';
import { PlansService } from './plans.service.js';

class WhyNotForm {
  @IsOptional()
  @IsUUID()
  one?: string;

  @IsOptional()
  @IsUUID()
  other?: string;
}

class IntroductionForm {
  @IsIn(['lock', 'unlock', 'forbid', 'happened', 'swap'])
  action: 'lock' | 'unlock' | 'forbid' | 'happened' | 'swap';

  @IsOptional()
  @IsUUID()
  giverId?: string;
}

/** The organizer's page of one meetup. */
@Controller('meetups/:id')
@May('meetups.organize')
export class MeetupPageController {
  constructor(
    private readonly meetups: MeetupsService,
    private readonly guests: GuestsService,
    private readonly plans: PlansService,
    private readonly planning: MeetupPlanning,
    private readonly evening: EveningService,
    private readonly lists: IntroLists,
    private readonly readers: Readers,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Query() { one, other }: WhyNotForm, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const { language } = await this.readers.of(actor);
    const why = one === undefined || other === undefined || one === other ? undefined : await this.evening.whyNot(meetup, one, other, language);
    await this.page(reply, meetup, language, why && { why: why.map(({ text }) => text) });
  }

  @Post('plan')
  @HttpCode(303)
  async plan(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.planning.plan(await this.meetups.get(actor.communityId, id), actor.accountId!);
    leadTo(reply, `/meetups/${id}`);
  }

  /** Keep, keep no longer, never, done, or another giver. */
  @Post('introductions/:entryId')
  @HttpCode(303)
  async change(
    @Param('id') id: string,
    @Param('entryId') entryId: string,
    @Body() { action, giverId }: IntroductionForm,
    @CurrentActor() { communityId, accountId }: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const meetup = await this.meetups.get(communityId, id);
    if (action === 'forbid') await this.plans.forbid(meetup, entryId, accountId!);
    else if (action === 'happened') await this.plans.happened(meetup, entryId, accountId!);
    else if (action !== 'swap') await this.plans.lock(meetup, entryId, accountId!, action === 'lock');
    else if (giverId === undefined) throw new DomainError('required', 'Choose the guest who takes the place.');
    else await this.plans.swap(meetup, entryId, giverId, accountId!);
    leadTo(reply, `/meetups/${id}#${entryId}`);
  }

  @Post('lists')
  @HttpCode(200)
  async send(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const { language } = await this.readers.of(actor);
    // Sending twice sends nothing twice, so the answer may stand here.
    await this.page(reply, meetup, language, { sent: await this.lists.send(meetup) });
  }

  private async page(reply: FastifyReply, meetup: Meetup, language: Language, more: { readonly why?: readonly string[]; readonly sent?: SendingCounts } = {}): Promise<void> {
    const [guests, plan, introductions] = [await this.guests.all(meetup.id), await this.plans.find(meetup.id), await this.plans.introductions(meetup)];
    sendPage(reply, MeetupPage({ language, meetup, guests, plan, introductions, ...more }));
  }
}
