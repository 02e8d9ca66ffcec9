import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';

import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { CommunitiesService } from '../../communities/communities.service.js';
import { readForm } from '../../http/form.js';
import { leadTo, sendPage } from '../../http/page.js';
import { PlainText, TimeZone } from '../../http/validation.js';
import { Readers } from '../../introductions/reader.js';
import { CommunityPage } from './community.pages.js';

const UNFIT = 422;
const SHORT = { min: 1, max: 80, lines: false };

class CommunityQuery {
  @IsOptional()
  @IsIn(['saved'])
  done?: 'saved';
}

class CommunityForm {
  @PlainText({ ...SHORT, min: 2 })
  name: string;

  /** Left out for a community that is at home nowhere in particular. */
  @IsOptional()
  @PlainText(SHORT)
  place?: string;

  @TimeZone()
  timeZone: string;

  @IsOptional()
  @IsIn(['yes'])
  reviewsRounds?: 'yes';
}

/** What the community is called and how it does things. */
@ApiExcludeController()
@Controller('community')
@May('community.change')
export class CommunityPageController {
  constructor(
    private readonly communities: CommunitiesService,
    private readonly readers: Readers,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Query() { done }: CommunityQuery, @Res() reply: FastifyReply): Promise<void> {
    const [{ language }, { name, place, timeZone, reviewsRounds }] = [await this.readers.of(actor), await this.communities.get(actor.communityId)];
    const typed = { name, place: place ?? '', timeZone, ...(reviewsRounds && { reviewsRounds: 'yes' }) };
    sendPage(reply, CommunityPage({ language, typed, faults: {}, saved: done === 'saved' }));
  }

  @Post()
  async change(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { form, faults } = await readForm(CommunityForm, body);
    if (Object.keys(faults).length > 0)
      return sendPage(reply, CommunityPage({ language: (await this.readers.of(actor)).language, typed: body as Record<string, string>, faults, saved: false }), UNFIT);
    const { name, place = null, timeZone, reviewsRounds } = form;
    await this.communities.change(actor.communityId, { name, place, timeZone, reviewsRounds: reviewsRounds === 'yes' });
    leadTo(reply, '/community?done=saved');
  }
}
