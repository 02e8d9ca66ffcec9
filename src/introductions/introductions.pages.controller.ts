import { Body, Controller, Get, Header, Param, Post, Query, Redirect } from '@nestjs/common';

import { actingMember, CurrentActor, May, type Actor } from '../accounts/actor.js';
import { renderPage } from '../html/layout.js';
import { keyQuery } from '../http/link-key.js';
import { firstName } from '../members/member.js';
import { GladlyDto, NoDto, ThanksDto, WishDto, YesDto } from './introductions.dto.js';
import { OutcomeFormDto, PageQueryDto } from './introductions.forms.dto.js';
import { IntroductionPage, IntroductionsPage, type ThirdPersonAsk } from './introductions.pages.js';
import { IntroductionsService } from './introductions.service.js';
import { IntroductionViews, type IntroductionView } from './introduction-views.service.js';
import { Readers } from './reader.js';
import { SuggestionsService } from './suggestions.service.js';

interface SeeOther {
  readonly url: string;
}

const HTML = 'text/html; charset=utf-8';

/** The pages behind the links of the mails. Opening one changes nothing; every decision is the press of a button. */
@Controller('introductions')
export class IntroductionsPageController {
  constructor(
    private readonly readers: Readers,
    private readonly introductions: IntroductionsService,
    private readonly views: IntroductionViews,
    private readonly suggestions: SuggestionsService,
  ) {}

  @Get()
  @Header('content-type', HTML)
  @Header('cache-control', 'no-store')
  @May('introductions.read')
  async list(@CurrentActor() actor: Actor, @Query() query: PageQueryDto): Promise<string> {
    return renderPage(IntroductionsPage({ reader: await this.readers.of(actor, query), list: await this.views.list(actor.communityId, actingMember(actor)) }));
  }

  @Get(':id')
  @Header('content-type', HTML)
  @Header('cache-control', 'no-store')
  @May('introductions.read')
  async show(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() query: PageQueryDto): Promise<string> {
    const view = await this.views.get(actor.communityId, actingMember(actor), id);
    return renderPage(IntroductionPage({ reader: await this.readers.of(actor, query), view, third: await this.thirdFor(actor, view) }));
  }

  @Post('gladly')
  @Redirect('/introductions', 303)
  @May('introductions.agree')
  async gladly(@CurrentActor() actor: Actor, @Body() { askId, offerId, step }: GladlyDto, @Query() query: PageQueryDto): Promise<SeeOther> {
    return backTo(await this.introductions.gladly(actor.communityId, actingMember(actor), askId, offerId, step), query);
  }

  @Post('would-like')
  @Redirect('/introductions', 303)
  @May('introductions.agree')
  async wouldLike(@CurrentActor() actor: Actor, @Body() { askId, offerId }: WishDto, @Query() query: PageQueryDto): Promise<SeeOther> {
    return backTo(await this.introductions.wouldLike(actor.communityId, actingMember(actor), askId, offerId), query);
  }

  @Post(':id/yes')
  @Redirect('/introductions', 303)
  @May('introductions.agree')
  async yes(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { step }: YesDto, @Query() query: PageQueryDto): Promise<SeeOther> {
    await this.introductions.answer(actor.communityId, actingMember(actor), id, 'yes', step);
    return backTo(id, query);
  }

  @Post(':id/no')
  @Redirect('/introductions', 303)
  @May('introductions.decline')
  async no(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { why }: NoDto, @Query() query: PageQueryDto): Promise<SeeOther> {
    await this.introductions.answer(actor.communityId, actingMember(actor), id, why);
    return backTo(id, query);
  }

  @Post(':id/undo')
  @Redirect('/introductions', 303)
  @May('introductions.decline')
  async undo(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() query: PageQueryDto): Promise<SeeOther> {
    await this.introductions.undo(actor.communityId, actingMember(actor), id);
    return backTo(id, query);
  }

  @Post(':id/withdraw')
  @Redirect('/introductions', 303)
  @May('introductions.decline')
  async withdraw(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() query: PageQueryDto): Promise<SeeOther> {
    await this.introductions.withdraw(actor.communityId, actingMember(actor), id);
    return backTo(id, query);
  }

  @Post(':id/outcome')
  @Redirect('/introductions', 303)
  @May('introductions.decline')
  async outcome(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { came, tell }: OutcomeFormDto, @Query() query: PageQueryDto): Promise<SeeOther> {
    await this.introductions.tellOutcome(actor.communityId, actingMember(actor), id, { met: came !== 'not', helped: came === 'helped', tellConnector: tell === 'yes' });
    return backTo(id, query);
  }

  @Post(':id/thanks')
  @Redirect('/introductions', 303)
  @May('introductions.decline')
  async thank(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { note }: ThanksDto, @Query() query: PageQueryDto): Promise<SeeOther> {
    await this.introductions.thank(actor.communityId, actingMember(actor), id, note);
    return backTo(id, query);
  }

  @Post(':id/never')
  @Redirect('/introductions', 303)
  @May('introductions.decline')
  async never(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() query: PageQueryDto): Promise<SeeOther> {
    await this.introductions.neverAgain(actor.communityId, actingMember(actor), id);
    return backTo(id, query);
  }

  /** Whoever was helped is shown a third person to help, never the one who helped. */
  private async thirdFor(actor: Actor, { side, outcome }: IntroductionView): Promise<ThirdPersonAsk | undefined> {
    if (side !== 'asker' || outcome?.helped !== true) return undefined;
    // Two who were introduced are not suggested to each other within a year, so this is somebody else.
    const [one] = (await this.suggestions.forMember(actor.communityId, actingMember(actor), 1)).give;
    return one && { firstName: firstName(one.counterpart), text: one.ask.text, language: one.ask.language };
  }
}

function backTo(id: string, { key }: PageQueryDto): SeeOther {
  return { url: `/introductions/${id}${keyQuery(key)}` };
}
