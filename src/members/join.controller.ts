import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { CurrentActor, May, type Actor } from '../accounts/actor.js';
import { markBrowser } from '../accounts/cookies.js';
import { CONFIG, type Config } from '../config.js';
import { JoinAnswerDto, JoinRequestDto } from './join.dto.js';
import { JoinService } from './join.service.js';

@Controller('api/v1/join')
export class JoinController {
  constructor(
    private readonly joins: JoinService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A wish to join. A mail goes to the address; the answer is the same whether it is known or not. */
  @Post()
  @HttpCode(202)
  @May('join')
  async join(
    @Body() { address, website, name, languages, formal = false, ask, offer }: JoinRequestDto,
    @CurrentActor() { communityId }: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JoinAnswerDto> {
    const browser = markBrowser(request, reply, this.config.url);
    if (!website) await this.joins.request(communityId, address, { name, languages, formal, ask: ask ?? null, offer: offer ?? null, role: 'member', communityName: null }, browser);
    return { next: 'confirm-by-mail' };
  }
}
