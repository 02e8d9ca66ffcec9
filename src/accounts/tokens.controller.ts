import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';

import { DomainError } from '../errors.js';
import { actingAccount, CurrentActor, May, type Actor } from './actor.js';
import { mayScope, TokensService, type ApiToken } from './tokens.service.js';
import { NewTokenDto, TokenDraftDto, TokenDto } from './tokens.dto.js';

@Controller('api/v1/tokens')
@May('tokens.manage')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  /** A new token of one's own; its secret is told this once. */
  @Post()
  async create(@Body() { name, scopes }: TokenDraftDto, @CurrentActor() actor: Actor): Promise<NewTokenDto> {
    const { accountId, memberId, role } = actingAccount(actor);
    if (!scopes.every((scope) => mayScope(role, scope))) throw new DomainError('not-allowed', 'The scope "organize" is for organizers who have shown their second factor.');
    const { token, secret } = await this.tokens.create({ accountId, memberId, role, name, scopes });
    return { ...toDto(token), secret };
  }

  @Get()
  async list(@CurrentActor() actor: Actor): Promise<TokenDto[]> {
    return (await this.tokens.of(actingAccount(actor).accountId)).map(toDto);
  }

  /** Revokes a token, at once and everywhere. */
  @Delete(':id')
  @HttpCode(204)
  async revoke(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.tokens.revoke(actingAccount(actor).accountId, id);
  }
}

function toDto({ id, name, scopes, createdAt, usedOn }: ApiToken): TokenDto {
  return { id, name, scopes: [...scopes], createdAt, usedOn };
}
