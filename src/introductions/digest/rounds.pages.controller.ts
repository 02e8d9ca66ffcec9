import { Controller, Get, Header, Param, Post, Redirect } from '@nestjs/common';

import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { renderPage } from '../../html/layout.js';
import { Readers } from '../reader.js';
import { RoundPage, RoundsPage } from './rounds.pages.js';
import { RoundReview } from './round-review.service.js';
import { RoundsService } from './rounds.service.js';

@Controller('rounds')
export class RoundPagesController {
  constructor(
    private readonly rounds: RoundsService,
    private readonly review: RoundReview,
    private readonly readers: Readers,
  ) {}

  @Get()
  @May('digest.review')
  @Header('content-type', 'text/html; charset=utf-8')
  async list(@CurrentActor() actor: Actor): Promise<string> {
    return renderPage(RoundsPage({ language: (await this.readers.of(actor)).language, rounds: await this.rounds.list(actor.communityId) }));
  }

  @Get(':id')
  @May('digest.review')
  @Header('content-type', 'text/html; charset=utf-8')
  async show(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<string> {
    return renderPage(RoundPage({ language: (await this.readers.of(actor)).language, ...(await this.review.look(actor.communityId, id)) }));
  }

  @Post(':id/release')
  @May('digest.review')
  @Redirect('.', 303)
  async release(@Param('id') id: string, @CurrentActor() { communityId, accountId }: Actor): Promise<{ url: string }> {
    await this.rounds.release(communityId, id, accountId!);
    return { url: `/rounds/${id}` };
  }

  @Post(':id/entries/:entryId/forbid')
  @May('digest.review')
  @Redirect('.', 303)
  async forbid(@Param('id') id: string, @Param('entryId') entryId: string, @CurrentActor() { communityId, accountId }: Actor): Promise<{ url: string }> {
    await this.rounds.forbid(communityId, id, entryId, accountId!);
    return { url: `/rounds/${id}` };
  }
}
