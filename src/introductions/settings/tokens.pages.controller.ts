import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { actingAccount, CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { SCOPES, type Scope } from '../../accounts/permissions.js';
import { mayScope, TokensService } from '../../accounts/tokens.service.js';
import { DomainError } from '../../errors.js';
import { readForm } from '../../http/form.js';
import { leadTo, sendPage } from '../../http/page.js';
import { Readers } from '../reader.js';
import { TokenForm } from './settings.forms.dto.js';
import { TokensPage, type TokensPageProps } from './tokens.pages.js';

const UNFIT = 422;

/** Personal tokens, made and revoked by hand. */
@ApiExcludeController()
@Controller('settings/tokens')
@May('tokens.manage')
export class TokensPageController {
  constructor(
    private readonly readers: Readers,
    private readonly tokens: TokensService,
  ) {}

  @Get()
  async list(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.page(actor, reply);
  }

  /** The secret stands on the page that answers, and nowhere else. */
  @Post()
  async make(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { form, faults } = await readForm(TokenForm, body);
    if (Object.keys(faults).length > 0) return this.page(actor, reply, { form, faults });
    const { accountId, memberId, role } = actingAccount(actor);
    if (!form.scopes.every((scope) => mayScope(role, scope))) throw new DomainError('not-allowed', 'The scope "organize" is for organizers who have shown their second factor.');
    const { secret } = await this.tokens.create({ accountId, memberId, role, name: form.name, scopes: form.scopes });
    await this.page(actor, reply, { secret });
  }

  @Post(':id/revoke')
  async revoke(@CurrentActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.tokens.revoke(actingAccount(actor).accountId, id);
    leadTo(reply, '/settings/tokens');
  }

  private async page(actor: Actor, reply: FastifyReply, props: Partial<TokensPageProps> = {}): Promise<void> {
    const { accountId, role } = actingAccount(actor);
    const scopes: Scope[] = SCOPES.filter((scope) => mayScope(role, scope));
    sendPage(reply, TokensPage({ reader: await this.readers.of(actor), tokens: await this.tokens.of(accountId), scopes, ...props }), props.faults ? UNFIT : 200);
  }
}
