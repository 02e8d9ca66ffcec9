import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min, ValidateIf } from 'class-validator';

import { AccountsService } from '../accounts/accounts.service.js';
import { actingAccount, actingMember, CurrentActor, May, type Actor } from '../accounts/actor.js';
import { notFound } from '../errors.js';
import { renderPage } from '../html/layout.js';
import { keyQuery } from '../http/link-key.js';
import { CalendarDay } from '../http/validation.js';
import { CADENCES, MOST_CAPACITY, type Cadence } from './member.js';
import { MembersService } from './members.service.js';
import { PreferencesPage } from './preferences.pages.js';
import { LinkQuery } from './statement.pages.controller.js';

const HTML = 'text/html; charset=utf-8';

export class PreferencesForm {
  @IsIn(CADENCES)
  cadence: Cadence;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MOST_CAPACITY)
  capacity: number;

  /** Empty for no pause. */
  @Transform(({ value }: { value: unknown }) => (value === '' ? null : value))
  @ValidateIf((form: PreferencesForm) => form.pausedUntil !== null && form.pausedUntil !== undefined)
  @CalendarDay()
  pausedUntil?: string | null;

  @IsOptional()
  @IsIn(['yes'])
  formal?: 'yes';
}

@Controller('preferences')
export class PreferencesPageController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly members: MembersService,
  ) {}

  @Get()
  @May('digest.choose')
  @Header('content-type', HTML)
  show(@CurrentActor() actor: Actor, @Query() query: LinkQuery): Promise<string> {
    return this.page(actor, query);
  }

  @Post()
  @May('digest.choose')
  @HttpCode(200)
  @Header('content-type', HTML)
  async save(@CurrentActor() actor: Actor, @Query() query: LinkQuery, @Body() { cadence, capacity, pausedUntil = null, formal }: PreferencesForm): Promise<string> {
    await this.members.change(actor.communityId, actingMember(actor), { cadence, capacity, pausedUntil });
    await this.accounts.change(actingAccount(actor).accountId, { formal: formal === 'yes' });
    return this.page(actor, query, true);
  }

  private async page(actor: Actor, { key }: LinkQuery, saved = false): Promise<string> {
    const [account, member] = [await this.accounts.get(actingAccount(actor).accountId), await this.members.get(actor.communityId, actingMember(actor))];
    if (!account) throw notFound('This account');
    return renderPage(PreferencesPage({ account, member, query: keyQuery(key), saved }));
  }
}
