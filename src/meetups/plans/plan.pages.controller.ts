import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';

import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { fold } from '../../engine/engine.js';
import { DomainError, notFound } from '../../errors.js';
import { pageOf, queryOf } from '../../html/long-list.js';
import { leadTo, sendPage } from '../../http/page.js';
import { Readers } from '../../introductions/reader.js';
import { GuestsService } from '../guests/guests.service.js';
import { LongListQuery } from '../long-list.dto.js';
import type { Meetup } from '../meetup.js';
import { MeetupsService } from '../meetups.service.js';
import { Organizers } from '../organizers.service.js';
import { EveningService } from './evening.service.js';
import { MeetupPlanning } from './meetup-planning.service.js';
import type { MeetupIntroduction } from './plan.js';
import { IntroductionPage, PlanPage, type NamedIntroduction } from './plan.pages.js';
import { PlansService } from './plans.service.js';

const ENTRIES = 20;
const ACTIONS = ['lock', 'unlock', 'forbid', 'happened', 'swap'] as const;

class IntroductionForm {
  @IsIn(ACTIONS)
  action: (typeof ACTIONS)[number];

  @IsOptional()
  @IsUUID()
  giverId?: string;

  /** Where the press came from, when not from the page of the introduction itself. */
  @IsOptional()
  @IsIn(['plan'])
  back?: 'plan';
}

/** The plan of a meetup, and each of its introductions, as pages. */
@Controller('meetups/:id')
@May('meetups.organize')
export class PlanPagesController {
  constructor(
    private readonly meetups: MeetupsService,
    private readonly guests: GuestsService,
    private readonly plans: PlansService,
    private readonly planning: MeetupPlanning,
    private readonly evening: EveningService,
    private readonly organizers: Organizers,
    private readonly readers: Readers,
  ) {}

  @Get('plan')
  async show(@Param('id') id: string, @Query() wanted: LongListQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const { language } = await this.readers.of(actor);
    const plan = await this.plans.find(meetup.id);
    const { nameOfGuest, named } = await this.naming(meetup);
    const words = ({ giver, asker, introduction: { ask, offer } }: NamedIntroduction): string => [giver, asker, ask, offer].join(' ');
    const all = await this.plans.introductions(meetup);
    const list = pageOf(all.map(named), wanted, ENTRIES, words, fold);
    const unserved = (plan?.unserved ?? []).map(({ guestId, reason }) => ({ name: nameOfGuest(guestId), reason })).filter(({ name }) => name !== '');
    sendPage(reply, PlanPage({ language, meetup, plan, introductions: all.length, list, unserved, nameOf: await this.organizers.names(actor.communityId) }));
  }

  @Post('plan')
  @HttpCode(303)
  async plan(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.planning.plan(await this.meetups.get(actor.communityId, id), actor.accountId!);
    leadTo(reply, `/meetups/${id}/plan`);
  }

  @Get('introductions/:entryId')
  async look(@Param('id') id: string, @Param('entryId') entryId: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const introduction = (await this.plans.introductions(meetup)).find((one) => one.id === entryId);
    if (!introduction) throw notFound('This introduction');
    const { named } = await this.naming(meetup);
    const substitutes = introduction.happenedBy === null ? await this.evening.substitutes(meetup, entryId) : [];
    const { language } = await this.readers.of(actor);
    sendPage(reply, IntroductionPage({ language, meetup, named: named(introduction), substitutes, nameOf: await this.organizers.names(actor.communityId) }));
  }

  /** Keep, keep no longer, never, done, or another giver. */
  @Post('introductions/:entryId')
  @HttpCode(303)
  async change(
    @Param('id') id: string,
    @Param('entryId') entryId: string,
    @Query() { q = '', page }: LongListQuery,
    @Body() { action, giverId, back }: IntroductionForm,
    @CurrentActor() { communityId, accountId }: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const meetup = await this.meetups.get(communityId, id);
    if (action === 'forbid') await this.plans.forbid(meetup, entryId, accountId!);
    else if (action === 'happened') await this.plans.happened(meetup, entryId, accountId!);
    else if (action !== 'swap') await this.plans.lock(meetup, entryId, accountId!, action === 'lock');
    else if (giverId === undefined) throw new DomainError('required', 'Choose the guest who takes the place.');
    else await this.plans.swap(meetup, entryId, giverId, accountId!);
    if (back === 'plan') leadTo(reply, `/meetups/${id}/plan${queryOf({ q, page })}#${entryId}`);
    else leadTo(reply, action === 'forbid' ? `/meetups/${id}/plan` : `/meetups/${id}/introductions/${entryId}`);
  }

  private async naming(meetup: Meetup): Promise<{ readonly nameOfGuest: (guestId: string) => string; readonly named: (introduction: MeetupIntroduction) => NamedIntroduction }> {
    const names = new Map((await this.guests.all(meetup.id)).map(({ id, name }) => [id, name]));
    const nameOfGuest = (guestId: string): string => names.get(guestId) ?? '';
    return { nameOfGuest, named: (introduction) => ({ introduction, giver: nameOfGuest(introduction.giverId), asker: nameOfGuest(introduction.askerId) }) };
  }
}
