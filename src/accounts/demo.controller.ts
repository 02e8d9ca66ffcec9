import { Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { CONFIG, type Config } from '../config.js';
import { Database } from '../database/database.js';
import { notFound } from '../errors.js';
import { deviceOf } from '../http/browser.js';
import { leadTo } from '../http/page.js';
import { AccountsService } from './accounts.service.js';
import { May } from './actor.js';
import { setSessionCookie } from './cookies.js';
import { SessionsService } from './sessions.service.js';

/** In the fictional network anybody may look through anybody's eyes; anywhere else this door does not exist. */
@ApiExcludeController()
@Controller('demo')
export class DemoController {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('as/:memberId')
  @May('sign-in')
  async as(@Param('memberId') memberId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const membership = this.config.demo ? await this.accounts.membershipOfMember(memberId) : undefined;
    if (!membership) throw notFound('This member');
    const secret = await this.database.write((transaction) => this.sessions.start(transaction, membership, deviceOf(request)));
    setSessionCookie(reply, secret, this.config.url);
    leadTo(reply, '/');
  }
}
