import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';

import { CurrentActor, May, type Actor } from '../accounts/actor.js';
import { reachOf } from '../accounts/permissions.js';
import { Clock } from '../clock.js';
import { CommunitiesService } from '../communities/communities.service.js';
import { DomainError } from '../errors.js';
import { readForm } from '../http/form.js';
import { leadTo, sendPage } from '../http/page.js';
import { Readers } from '../introductions/reader.js';
import { MOST_INTRODUCTIONS } from './meetup.js';
import { MeetupDraftDto } from './meetups.dto.js';
import { MeetupsPage } from './meetups.pages.js';
import { MeetupsService } from './meetups.service.js';

/** As a form sends it: all is text. */
class MeetupForm extends MeetupDraftDto {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_INTRODUCTIONS)
  declare perGuest: number;
}

@Controller('meetups')
export class MeetupPagesController {
  constructor(
    private readonly meetups: MeetupsService,
    private readonly communities: CommunitiesService,
    private readonly readers: Readers,
    private readonly clock: Clock,
  ) {}

  @Get()
  @May('meetups.read')
  async list(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const organizes = reachOf('meetups.organize', actor.role) === 'community';
    sendPage(reply, MeetupsPage({ language: (await this.readers.of(actor)).language, meetups: await this.meetups.list(actor.communityId), now: this.clock.now(), organizes }));
  }

  @Post()
  @HttpCode(200)
  @May('meetups.organize')
  async create(@Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { communityId } = actor;
    const { language } = await this.readers.of(actor);
    const { form, faults } = await readForm(MeetupForm, body);
    let [problem, its] = [undefined as string | undefined, faults];
    if (Object.keys(faults).length === 0) {
      const { title, place = null, startsAt, endsAt, perGuest } = form;
      const { timeZone } = await this.communities.get(communityId);
      try {
        const { id } = await this.meetups.create(communityId, { title, place, startsAt, endsAt, timeZone, language, perGuest, perGiver: perGuest, roundMinutes: null, mailBasis: null });
        return leadTo(reply, `/meetups/${id}`);
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'invalid-time') throw error;
        [problem, its] = [error.message, Object.fromEntries(error.faults.map(({ pointer = '', code }) => [pointer.slice(1), code]))];
      }
    }
    const typed = body as Readonly<Record<string, string>>;
    sendPage(reply, MeetupsPage({ language, meetups: await this.meetups.list(communityId), now: this.clock.now(), organizes: true, typed, faults: its, problem }), 422);
  }
}
