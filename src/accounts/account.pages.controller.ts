import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { notFound } from '../errors.js';
import { leadTo, sendPage } from '../http/page.js';
import { AccountPage } from './account.pages.js';
import { AccountsService } from './accounts.service.js';
import { actingAccount, CurrentActor, May, type Actor } from './actor.js';
import { Identity } from './identity.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionsService } from './sessions.service.js';

@ApiExcludeController()
@Controller('account')
export class AccountPageController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly secondFactors: SecondFactorService,
    private readonly identity: Identity,
  ) {}

  @Get()
  @May('account.read')
  async show(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { accountId, memberId } = actingAccount(actor);
    const [account, membership] = [await this.accounts.get(accountId), await this.accounts.membershipOfMember(memberId)];
    if (!account || !membership) throw notFound('This account');
    const secondFactor = membership.role === 'member' ? undefined : await this.secondFactors.stateOf(accountId);
    const current = (await this.identity.sessionOf(request))?.id;
    sendPage(reply, AccountPage({ language: account.language, account, sessions: await this.sessions.of(accountId), current, secondFactor }));
  }

  @Post('sessions/:id/end')
  @May('account.change')
  async end(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.sessions.end(actingAccount(actor).accountId, id);
    leadTo(reply, '/account');
  }
}
