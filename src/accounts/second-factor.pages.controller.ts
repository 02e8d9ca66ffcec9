import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { DomainError, PROBLEMS } from '../errors.js';
import { languageOf, textOf, type Fields } from '../http/browser.js';
import { leadTo, sendPage } from '../http/page.js';
import { May } from './actor.js';
import { Identity } from './identity.service.js';
import { ownPath } from './own-path.js';
import { RecoveryPage, SecondFactorPage } from './second-factor.pages.js';
import { SecondFactorService } from './second-factor.service.js';
import type { Session } from './sessions.service.js';

@ApiExcludeController()
@Controller('account/second-factor')
@May('account.change')
export class SecondFactorPageController {
  constructor(
    private readonly identity: Identity,
    private readonly secondFactors: SecondFactorService,
  ) {}

  @Get()
  async show(@Query() { then }: Fields, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { accountId } = await this.session(request);
    sendPage(reply, SecondFactorPage({ language: languageOf(request), stage: await this.stageOf(accountId), destination: ownPath(then) }));
  }

  @Post('begin')
  async begin(@Body() { then }: Fields, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { accountId } = await this.session(request);
    sendPage(reply, SecondFactorPage({ language: languageOf(request), stage: await this.secondFactors.begin(accountId), destination: ownPath(then) }));
  }

  @Post('confirm')
  async confirm(@Body() { then, code }: Fields, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { accountId, id } = await this.session(request);
    await this.orAskAgain(request, reply, accountId, then, async () => {
      const codes = await this.secondFactors.confirm(accountId, id, textOf(code) ?? '');
      sendPage(reply, RecoveryPage({ language: languageOf(request), codes, destination: ownPath(then) }));
    });
  }

  @Post()
  async prove(@Body() { then, code }: Fields, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { accountId, id } = await this.session(request);
    await this.orAskAgain(request, reply, accountId, then, async () => {
      await this.secondFactors.show(accountId, id, textOf(code) ?? '');
      leadTo(reply, ownPath(then));
    });
  }

  private async orAskAgain(request: FastifyRequest, reply: FastifyReply, accountId: string, then: unknown, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError) || (error.code !== 'invalid-value' && error.code !== 'slow-down')) throw error;
      const page = SecondFactorPage({ language: languageOf(request), stage: await this.stageOf(accountId), destination: ownPath(then), fault: error.code });
      sendPage(reply, page, PROBLEMS[error.code]);
    }
  }

  private async stageOf(accountId: string): Promise<Parameters<typeof SecondFactorPage>[0]['stage']> {
    const state = await this.secondFactors.stateOf(accountId);
    return state === 'waiting' ? this.secondFactors.waiting(accountId) : state;
  }

  private async session(request: FastifyRequest): Promise<Session> {
    const session = await this.identity.sessionOf(request);
    if (!session) throw new DomainError('sign-in-needed', 'Please sign in first.');
    return session;
  }
}
