import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { actingMember, CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { leadTo, sendPage } from '../../http/page.js';
import { Readers } from '../reader.js';
import { BoardQuery } from './board.forms.dto.js';
import { BoardPage } from './board.pages.js';
import { BoardService } from './board.service.js';

/** The board of open asks, and the way from there to the giver's step. */
@ApiExcludeController()
@Controller('board')
@May('board.read')
export class BoardPageController {
  constructor(
    private readonly readers: Readers,
    private readonly board: BoardService,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Query() { words, written, place, remote, page }: BoardQuery, @Res() reply: FastifyReply): Promise<void> {
    const search = { words, language: written, place, remote: remote === 'yes' };
    sendPage(reply, BoardPage({ reader: await this.readers.of(actor), search, view: await this.board.look(actor.communityId, actingMember(actor), search, page) }));
  }

  /** Leads to the step with one's own offer that serves the ask best, or to the page where such an offer is written. Nothing is decided by it. */
  @Get(':askId/help')
  async help(@CurrentActor() actor: Actor, @Param('askId') askId: string, @Res() reply: FastifyReply): Promise<void> {
    const [communityId, memberId] = [actor.communityId, actingMember(actor)];
    const { isOwn } = await this.board.ask(communityId, memberId, askId);
    if (isOwn) return leadTo(reply, '/statements');
    const offerId = await this.board.offerFor(communityId, memberId, askId);
    leadTo(reply, offerId === undefined ? `/statements/new?kind=offer&for=${askId}` : `/suggestions/${askId}/${offerId}`);
  }
}
