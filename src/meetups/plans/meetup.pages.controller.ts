import { Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { sendPage } from '../../http/page.js';
import { Readers } from '../../introductions/reader.js';
import { GuestsService } from '../guests/guests.service.js';
import { Afterwards } from '../lists/afterwards.service.js';
import { IntroLists } from '../lists/intro-lists.service.js';
import type { SendingCounts } from '../lists/sending.js';
import { MeetupsService } from '../meetups.service.js';
import { MeetupPage } from './meetup.pages.js';
import { PlansService } from './plans.service.js';

/** The organizer's overview of one meetup. */
@Controller('meetups/:id')
@May('meetups.organize')
export class MeetupPageController {
  constructor(
    private readonly meetups: MeetupsService,
    private readonly guests: GuestsService,
    private readonly plans: PlansService,
    private readonly lists: IntroLists,
    private readonly afterwards: Afterwards,
    private readonly readers: Readers,
  ) {}

  @Get()
  async show(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.page(id, actor, reply);
  }

  @Post('lists')
  @HttpCode(200)
  async send(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    // Sending twice sends nothing twice, so the answer may stand here.
    await this.page(id, actor, reply, await this.lists.send(await this.meetups.get(actor.communityId, id)));
  }

  private async page(id: string, actor: Actor, reply: FastifyReply, sent?: SendingCounts): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const [guests, plan, introductions] = [await this.guests.all(meetup.id), await this.plans.find(meetup.id), await this.plans.introductions(meetup)];
    const { language } = await this.readers.of(actor);
    const outcome = await this.afterwards.outcome(meetup);
    sendPage(reply, MeetupPage({ language, meetup, guests, plan, introductions: introductions.length, outcome, ...(sent && { sent }) }));
  }
}
