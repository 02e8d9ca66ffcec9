import { Controller, Get, Header, Headers, Inject, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

import { CurrentActor, May, type Actor } from '../accounts/actor.js';
import { CommunitiesService } from '../communities/communities.service.js';
import { CONFIG, type Config } from '../config.js';
import { LANGUAGES, type Language } from '../engine/engine.js';
import { renderPage } from '../html/layout.js';
import { message, preferredLanguage } from '../html/messages.js';
import { MembersService } from '../members/members.service.js';
import { CoachHintsService } from './coach-hints.service.js';
import { IntroductionViews, type IntroductionView } from './introduction-views.service.js';
import { Readers } from './reader.js';
import { SuggestionsPage } from './suggestions.pages.js';
import { SuggestionsService } from './suggestions.service.js';
import { VisitorPage } from './visitor.pages.js';

const SHOWN = 5;
const UNDER_WAY: ReadonlySet<IntroductionView['phase']> = new Set(['asked', 'waiting', 'held']);

export class PageChoice {
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;
}

@ApiExcludeController()
@Controller()
@May('community.read')
export class SuggestionsPageController {
  constructor(
    private readonly communities: CommunitiesService,
    private readonly members: MembersService,
    private readonly suggestions: SuggestionsService,
    private readonly coach: CoachHintsService,
    private readonly views: IntroductionViews,
    private readonly readers: Readers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One's own suggestions, or the door of the network. */
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async show(@Query() { language: told }: PageChoice, @CurrentActor() actor: Actor, @Headers('accept-language') accept?: string): Promise<string> {
    const { communityId, memberId } = actor;
    const reader = memberId === null ? undefined : await this.readers.of(actor, { ...(told && { language: told }) });
    const language = reader?.language ?? told ?? preferredLanguage(accept);
    if (memberId === null || reader === undefined) return this.welcome(communityId, language);
    const member = await this.members.get(communityId, memberId);
    const suggestions = await this.suggestions.forMember(communityId, memberId, SHOWN);
    const hints = await this.coach.forMember(communityId, memberId);
    const open = await this.openFor(communityId, memberId);
    return renderPage(SuggestionsPage({ reader: { ...reader, language }, member, isDemo: this.config.demo, suggestions, hints, open }));
  }

  private async welcome(communityId: string, language: Language): Promise<string> {
    const { name, place } = await this.communities.get(communityId);
    return renderPage(VisitorPage({ language, name, place, about: message(language, 'page.lead'), isDemo: this.config.demo }));
  }

  /** Where the member gives first. */
  private async openFor(communityId: string, memberId: string): Promise<IntroductionView[]> {
    const { give, receive } = await this.views.list(communityId, memberId);
    return [...give, ...receive].filter(({ phase }) => UNDER_WAY.has(phase));
  }
}
