import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { sendPage } from '../../http/page.js';
import { Readers } from '../reader.js';
import { NetworkHealthService } from './health.service.js';
import { NetworkPage } from './network.pages.js';

/** Health of the network and its gaps. */
@ApiExcludeController()
@Controller('network')
@May('network.read')
export class NetworkPageController {
  constructor(
    private readonly network: NetworkHealthService,
    private readonly readers: Readers,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { language } = await this.readers.of(actor);
    sendPage(reply, NetworkPage({ language, health: await this.network.of(actor.communityId), coverage: await this.network.coverage(actor.communityId) }));
  }
}
