import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';

import { actingAccount, CurrentActor, May, type Actor } from './actor.js';
import { SessionsService } from './sessions.service.js';
import { SessionDto } from './tokens.dto.js';

@Controller('api/v1/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  /** Browsers in which one is signed in, the latest first. */
  @Get()
  @May('account.read')
  async list(@CurrentActor() actor: Actor): Promise<SessionDto[]> {
    return (await this.sessions.of(actingAccount(actor).accountId)).map(({ id, device, createdAt, usedAt }) => ({ id, device, createdAt, usedAt }));
  }

  @Delete(':id')
  @HttpCode(204)
  @May('account.change')
  async end(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.sessions.end(actingAccount(actor).accountId, id);
  }
}
