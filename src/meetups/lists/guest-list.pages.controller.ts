import { Body, Controller, Get, Header, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { May } from '../../accounts/actor.js';
import { CommunitiesService } from '../../communities/communities.service.js';
import { longDate } from '../../html/dates.js';
import { leadTo, sendPage } from '../../http/page.js';
import { daysAfter } from '../../members/statement.js';
import type { Guest } from '../guests/guest.js';
import { GuestsService } from '../guests/guests.service.js';
import { GUESTS_KEPT_DAYS, type Meetup } from '../meetup.js';
import { MeetupsService } from '../meetups.service.js';
import { Afterwards } from './afterwards.service.js';
import { ToldForm } from './lists.forms.dto.js';
import { OwnCalendar } from './own-calendar.service.js';
import { GuestListPage } from './own-list.pages.js';

/** The page of a guest without an account. The link of their list's mail alone shows whose it is; it opens this one list until the guest is forgotten. */
@Controller('guest/:secret')
@May('meetups.guest')
export class GuestListPageController {
  constructor(
    private readonly meetups: MeetupsService,
    private readonly guests: GuestsService,
    private readonly afterwards: Afterwards,
    private readonly calendar: OwnCalendar,
    private readonly communities: CommunitiesService,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Res() reply: FastifyReply): Promise<void> {
    const { meetup, me } = await this.of(secret);
    const { language, joins } = me;
    const [list, communityName] = [await this.afterwards.list(meetup, me), await this.communities.nameOf(meetup.communityId)];
    const deletedOn = longDate(language, daysAfter(meetup.endsAt, GUESTS_KEPT_DAYS));
    sendPage(reply, GuestListPage({ language, meetup, list, path: `/guest/${secret}`, communityName, joins, deletedOn }));
  }

  @Get('evening.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'no-store')
  async calendarFile(@Param('secret') secret: string): Promise<string> {
    const { meetup, me } = await this.of(secret);
    return this.calendar.of(meetup, me, me.language);
  }

  /** To be introduced to the rest by mail one has to be a member: the wish is noted, and keeps the guest from being forgotten. */
  @Post('join')
  @HttpCode(303)
  async join(@Param('secret') secret: string, @Res() reply: FastifyReply): Promise<void> {
    const { meetup, me } = await this.of(secret);
    await this.guests.setJoins(meetup.id, me.id, true);
    leadTo(reply, `/guest/${secret}`);
  }

  @Post(':otherId')
  @HttpCode(303)
  async tell(@Param('secret') secret: string, @Param('otherId') otherId: string, @Body() { what }: ToldForm, @Res() reply: FastifyReply): Promise<void> {
    const { meetup, me } = await this.of(secret);
    await this.afterwards.tell(meetup, me, otherId, { met: what !== 'missed', helped: what === 'helped' });
    leadTo(reply, `/guest/${secret}`);
  }

  private async of(secret: string): Promise<{ readonly meetup: Meetup; readonly me: Guest }> {
    const me = await this.guests.ofLink(secret);
    return { me, meetup: await this.meetups.ofGuest(me) };
  }
}
