import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Redirect } from '@nestjs/common';
import { IsIn } from 'class-validator';

import { actingMember, CurrentActor, May, type Actor } from '../accounts/actor.js';
import { renderPage } from '../html/layout.js';
import { firstName } from '../members/member.js';
import { MembersService } from '../members/members.service.js';
import { askerName } from './asker-name.js';
import { REFUSING_ANSWERS, STEPS, type RefusingAnswer, type Step } from './introduction.js';
import { PageQueryDto } from './introductions.forms.dto.js';
import { IntroductionsService } from './introductions.service.js';
import { Readers } from './reader.js';
import { SuggestionPage } from './suggestion.pages.js';
import { SuggestionAnswers } from './suggestion-answers.service.js';

const HTML = 'text/html; charset=utf-8';

export class GladlyForm {
  @IsIn(STEPS)
  step: Step;
}

export class DeclineForm {
  @IsIn(REFUSING_ANSWERS)
  why: RefusingAnswer;
}

/** Where the suggestions of mails lead. A look changes nothing; a yes needs the reader's own session, a no does not. */
@Controller('suggestions/:askId/:offerId')
export class SuggestionPageController {
  constructor(
    private readonly readers: Readers,
    private readonly members: MembersService,
    private readonly introductions: IntroductionsService,
    private readonly answers: SuggestionAnswers,
  ) {}

  @Get()
  @May('introductions.read')
  @Header('content-type', HTML)
  show(@CurrentActor() actor: Actor, @Param() statements: SuggestionPlace, @Query() query: PageQueryDto): Promise<string> {
    return this.page(actor, statements, query);
  }

  @Post('gladly')
  @May('introductions.agree')
  @Redirect('/introductions', 303)
  async gladly(@CurrentActor() actor: Actor, @Param() { askId, offerId }: SuggestionPlace, @Body() { step }: GladlyForm): Promise<{ url: string }> {
    return { url: `/introductions/${await this.introductions.gladly(actor.communityId, actingMember(actor), askId, offerId, step)}` };
  }

  @Post('would-like')
  @May('introductions.agree')
  @Redirect('/introductions', 303)
  async wouldLike(@CurrentActor() actor: Actor, @Param() { askId, offerId }: SuggestionPlace): Promise<{ url: string }> {
    return { url: `/introductions/${await this.introductions.wouldLike(actor.communityId, actingMember(actor), askId, offerId)}` };
  }

  @Post('no')
  @May('introductions.decline')
  @HttpCode(200)
  @Header('content-type', HTML)
  async decline(@CurrentActor() actor: Actor, @Param() statements: SuggestionPlace, @Body() { why }: DeclineForm, @Query() query: PageQueryDto): Promise<string> {
    await this.answers.decline(actor.communityId, actingMember(actor), statements.askId, statements.offerId, why);
    return this.page(actor, statements, query, true);
  }

  private async page(actor: Actor, { askId, offerId }: SuggestionPlace, query: PageQueryDto, declined = false): Promise<string> {
    const memberId = actingMember(actor);
    const suggestion = await this.answers.find(actor.communityId, memberId, askId, offerId);
    const side = suggestion.giverId === memberId ? 'give' : 'receive';
    const other = await this.members.get(actor.communityId, side === 'give' ? suggestion.askerId : suggestion.giverId);
    const reader = await this.readers.of(actor, query);
    const name = side === 'give' ? askerName(suggestion.ask, other, reader.language) : firstName(other);
    return renderPage(SuggestionPage({ reader, suggestion, side, name, declined }));
  }
}

interface SuggestionPlace {
  readonly askId: string;
  readonly offerId: string;
}
