import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { reachOf } from '../../accounts/permissions.js';
import { sendPage } from '../../http/page.js';
import { Readers } from '../../introductions/reader.js';
import { TodayPage } from './today.pages.js';
import { TodayService } from './today.service.js';

/** The first page of an organizer. */
@ApiExcludeController()
@Controller('today')
@May('network.read')
export class TodayPageController {
  constructor(
    private readonly today: TodayService,
    private readonly readers: Readers,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { language } = await this.readers.of(actor);
    sendPage(reply, TodayPage({ language, today: await this.today.of(actor.communityId), operatesMail: reachOf('mail.operate', actor.role) !== 'none' }));
  }
}
