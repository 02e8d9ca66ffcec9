import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { IsIn } from 'class-validator';
import type { FastifyReply } from 'fastify';

import { actingMember, CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { Clock } from '../../clock.js';
import { keyQuery } from '../../http/link-key.js';
import { leadTo, sendPage } from '../../http/page.js';
import { Readers } from '../../introductions/reader.js';
import { GuestsService } from '../guests/guests.service.js';
import { isOver } from '../meetup.js';
import { MeetupsService } from '../meetups.service.js';
import { Afterwards } from './afterwards.service.js';
import { ToldForm } from './lists.forms.dto.js';
import { OwnCalendar } from './own-calendar.service.js';
import { OwnListPage } from './own-list.pages.js';

class ComingForm {
  @IsIn(['yes', 'no'])
  coming: 'yes' | 'no';
}

/** A member's own page of a meetup; the link of the list's mail opens it. */
@Controller('meetups/:id/me')
@May('meetups.attend')
export class OwnListPageController {
  constructor(
    private readonly meetups: MeetupsService,
    private readonly guests: GuestsService,
    private readonly afterwards: Afterwards,
    private readonly calendar: OwnCalendar,
    private readonly clock: Clock,
    private readonly readers: Readers,
  ) {}

  @Get()
  async show(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply, @Query('key') key?: string): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const me = await this.guests.ofMember(meetup.id, actingMember(actor));
    const list = me && (await this.afterwards.list(meetup, me));
    sendPage(reply, OwnListPage({ language: (await this.readers.of(actor)).language, meetup, list, isOver: isOver(meetup, this.clock.now()), keyQuery: keyQuery(key) }));
  }

  /** The evening and the member's own talks of two, for a calendar. */
  @Get('evening.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'no-store')
  async calendarFile(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<string> {
    const meetup = await this.meetups.get(actor.communityId, id);
    return this.calendar.of(meetup, await this.afterwards.guestOf(meetup, actingMember(actor)), (await this.readers.of(actor)).language);
  }

  @Post()
  @HttpCode(303)
  async attend(@Param('id') id: string, @Body() { coming }: ComingForm, @CurrentActor() actor: Actor, @Res() reply: FastifyReply, @Query('key') key?: string): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    if (coming === 'yes') await this.guests.attend(meetup, actingMember(actor));
    else await this.guests.leave(meetup.id, actingMember(actor));
    leadTo(reply, `/meetups/${id}/me${keyQuery(key)}`);
  }

  /** A yes to being introduced needs a session, as everywhere. */
  @Post('introduce-rest')
  @HttpCode(303)
  @May('introductions.agree')
  async introduceRest(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    await this.afterwards.introduceRest(meetup, await this.afterwards.guestOf(meetup, actingMember(actor)));
    leadTo(reply, '/introductions');
  }

  @Post(':otherId')
  @HttpCode(303)
  async tell(
    @Param('id') id: string,
    @Param('otherId') otherId: string,
    @Body() { what }: ToldForm,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
    @Query('key') key?: string,
  ): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    await this.afterwards.tell(meetup, await this.afterwards.guestOf(meetup, actingMember(actor)), otherId, { met: what !== 'missed', helped: what === 'helped' });
    leadTo(reply, `/meetups/${id}/me${keyQuery(key)}`);
  }
}
