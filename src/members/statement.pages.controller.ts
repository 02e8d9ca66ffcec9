import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { IsOptional, IsString, MaxLength } from 'class-validator';

import { AccountsService } from '../accounts/accounts.service.js';
import { actingAccount, CurrentActor, May, mustReach, type Actor } from '../accounts/actor.js';
import { renderPage } from '../html/layout.js';
import { keyQuery } from '../http/link-key.js';
import { normalizeText, textFault } from '../plain-text.js';
import { DomainError } from '../errors.js';
import type { Statement } from './statement.js';
import { StatementPage, type StatementPageProps } from './statement.pages.js';
import { StatementsService } from './statements.service.js';

const STORY = { min: 1, max: 1_000, lines: true };

export class LinkQuery {
  /** Token of a mail's link. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  key?: string;
}

export class StoryForm {
  @IsOptional()
  @IsString()
  @MaxLength(4_000)
  story?: string;
}

/** Where the question "still true?" leads; every answer is one press, also by the link of the mail alone. */
@Controller('statements')
export class StatementPagesController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly statements: StatementsService,
  ) {}

  @Get(':id')
  @May('statements.renew')
  @Header('content-type', 'text/html; charset=utf-8')
  async show(@Param('id') id: string, @Query() query: LinkQuery, @CurrentActor() actor: Actor): Promise<string> {
    return this.page(actor, await this.own(actor, id), query);
  }

  @Post(':id/renew')
  @May('statements.renew')
  @HttpCode(200)
  @Header('content-type', 'text/html; charset=utf-8')
  async renew(@Param('id') id: string, @Query() query: LinkQuery, @CurrentActor() actor: Actor): Promise<string> {
    await this.own(actor, id);
    return this.page(actor, await this.statements.renew(actor.communityId, id), query, 'renewed');
  }

  @Post(':id/fulfil')
  @May('statements.renew')
  @HttpCode(200)
  @Header('content-type', 'text/html; charset=utf-8')
  async fulfil(@Param('id') id: string, @Query() query: LinkQuery, @Body() form: StoryForm, @CurrentActor() actor: Actor): Promise<string> {
    await this.own(actor, id);
    return this.page(actor, await this.statements.fulfil(actor.communityId, id, storyOf(form)), query, 'fulfilled');
  }

  @Post(':id/end')
  @May('statements.renew')
  @HttpCode(200)
  @Header('content-type', 'text/html; charset=utf-8')
  async end(@Param('id') id: string, @Query() query: LinkQuery, @CurrentActor() actor: Actor): Promise<string> {
    const statement = await this.own(actor, id);
    await this.statements.remove(actor.communityId, id);
    return this.page(actor, statement, query, 'ended');
  }

  private async own(actor: Actor, id: string): Promise<Statement> {
    const statement = await this.statements.get(actor.communityId, id);
    mustReach(actor, 'statements.renew', statement.memberId);
    return statement;
  }

  private async page(actor: Actor, statement: Statement, { key }: LinkQuery, done?: StatementPageProps['done']): Promise<string> {
    const language = (await this.accounts.get(actingAccount(actor).accountId))?.language ?? statement.language;
    return renderPage(StatementPage({ language, statement, state: this.statements.stateOf(statement), query: keyQuery(key), done }));
  }
}

function storyOf({ story }: StoryForm): string | null {
  const text = normalizeText(story ?? '');
  if (text === '') return null;
  const fault = textFault(text, STORY);
  if (fault) throw new DomainError(fault.code, fault.detail);
  return text;
}
