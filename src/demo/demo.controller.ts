import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { CurrentActor, May, type Actor } from '../accounts/actor.js';
import { setSessionCookie } from '../accounts/cookies.js';
import { Clock } from '../clock.js';
import { minute } from '../clockwork.js';
import { CONFIG, type Config } from '../config.js';
import { deviceOf, languageOf } from '../http/browser.js';
import { leadTo, sendPage } from '../http/page.js';
import { MailWorker } from '../mail/worker.js';
import type { Member } from '../members/member.js';
import { MembersService } from '../members/members.service.js';
import { DemoClock } from './demo-clock.js';
import { DemoPage } from './demo.pages.js';
import { Eyes } from './eyes.service.js';
import { readLife } from './life.js';
import { idOf } from './network.js';

/** Minutes; longer than an answer can be undone. */
const A_WHILE = 16;

/** In the fictional network anybody may look through anybody's eyes and let time pass; anywhere else these doors do not exist. */
@ApiExcludeController()
@Controller('demo')
@May('sign-in')
export class DemoController {
  constructor(
    private readonly members: MembersService,
    private readonly eyes: Eyes,
    private readonly clock: Clock,
    private readonly house: ModuleRef,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async choose(@CurrentActor() { communityId }: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const members = [...(await this.members.all(communityId)).values()].sort((a, b) => a.name.localeCompare(b.name));
    const { giver, asker, host } = readLife();
    const called = (id: string): Member => members.find(({ name }) => id === idOf(name)) ?? members[0]!;
    sendPage(reply, DemoPage({ language: languageOf(request), members, first: { giver: called(giver), asker: called(asker), host: called(host) } }));
  }

  @Post('as/:memberId')
  async as(@Param('memberId') memberId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    setSessionCookie(reply, await this.eyes.of(memberId, deviceOf(request)), this.config.url);
    leadTo(reply, '/');
  }

  /** A quarter of an hour passes for everybody. */
  @Post('later')
  async later(@Res() reply: FastifyReply): Promise<void> {
    if (this.clock instanceof DemoClock) this.clock.passMinutes(A_WHILE);
    await minute({ get: (type) => this.house.get(type, { strict: false }) });
    await this.house.get(MailWorker, { strict: false }).runOnce();
    leadTo(reply, '/mailbox');
  }
}
