import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { actingAccount, CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { clearSessionCookie } from '../../accounts/cookies.js';
import { CONFIG, type Config } from '../../config.js';
import { sendPage } from '../../http/page.js';
import { MembersService } from '../../members/members.service.js';
import { Readers } from '../reader.js';
import { ErasedPage, ErasePage } from './erase.pages.js';
import { OwnDataService } from './own-data.service.js';
import { EraseForm } from './settings.forms.dto.js';

const UNFIT = 422;

/** What is known about a member: to take along, and to have gone. */
@ApiExcludeController()
@Controller('settings')
@May('account.change')
export class PrivacyPageController {
  constructor(
    private readonly readers: Readers,
    private readonly members: MembersService,
    private readonly data: OwnDataService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('export')
  async take(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { memberId, accountId } = actingAccount(actor);
    const data = await this.data.of(actor.communityId, memberId, accountId);
    void reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="gern-${data.exportedAt.slice(0, 10)}.json"`)
      .header('cache-control', 'no-store')
      .send(JSON.stringify(data, null, 2));
  }

  @Get('erase')
  async ask(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    sendPage(reply, ErasePage({ reader: await this.readers.of(actor) }));
  }

  @Post('erase')
  async erase(@CurrentActor() actor: Actor, @Body() { sure }: EraseForm, @Res() reply: FastifyReply): Promise<void> {
    const reader = await this.readers.of(actor);
    if (sure !== 'yes') return sendPage(reply, ErasePage({ reader, isUnsure: true }), UNFIT);
    await this.members.remove(actor.communityId, actingAccount(actor).memberId);
    clearSessionCookie(reply, this.config.url);
    sendPage(reply, ErasedPage({ language: reader.language }));
  }
}
