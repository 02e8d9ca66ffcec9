import { Controller, Get, Header, Headers, Query } from '@nestjs/common';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

import { CommunitiesService } from '../communities/communities.service.js';
import { LANGUAGES, type Language } from '../engine/engine.js';
import { renderPage } from '../html/layout.js';
import { preferredLanguage } from '../html/messages.js';
import { STYLE } from '../html/style.js';
import { MembersService } from '../members/members.service.js';
import { CoachHintsService } from './coach-hints.service.js';
import { SuggestionsPage } from './suggestions.pages.js';
import { SuggestionsService } from './suggestions.service.js';

const SHOWN = 5;

export class PageChoice {
  @IsOptional()
  @IsString()
  @MaxLength(40)
  member?: string;

  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;
}

@Controller()
export class SuggestionsPageController {
  constructor(
    private readonly communities: CommunitiesService,
    private readonly members: MembersService,
    private readonly suggestions: SuggestionsService,
    private readonly coach: CoachHintsService,
  ) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async show(@Query() { member, language }: PageChoice, @Headers('accept-language') accept?: string): Promise<string> {
    const community = await this.communities.default();
    const members = [...(await this.members.all(community.id)).values()].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
    const chosen = member === undefined ? members[0] : await this.members.get(community.id, member);
    const suggestions = chosen ? await this.suggestions.forMember(community.id, chosen.id, SHOWN) : { give: [], receive: [] };
    const hints = chosen ? await this.coach.forMember(community.id, chosen.id) : [];
    return renderPage(SuggestionsPage({ language: language ?? preferredLanguage(accept), members, chosen, suggestions, hints }));
  }

  @Get('style.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'max-age=3600')
  style(): string {
    return STYLE;
  }
}
