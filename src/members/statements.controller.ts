import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';

import { actingMember, CurrentActor, May, mustReach, type Actor } from '../accounts/actor.js';
import { reachOf, type Action } from '../accounts/permissions.js';
import { StatementChangeDto, StatementDraftDto, StatementDto, StatementPageDto, StatementQuery } from './members.dto.js';
import type { Statement } from './statement.js';
import { StatementsService } from './statements.service.js';

@Controller('api/v1/statements')
export class StatementsController {
  constructor(private readonly statements: StatementsService) {}

  @Post()
  @May('statements.write')
  async create(@Body() draft: StatementDraftDto, @CurrentActor() actor: Actor): Promise<StatementDto> {
    const memberId = draft.memberId ?? actingMember(actor);
    mustReach(actor, 'statements.write', memberId);
    return this.toDto(await this.statements.create(actor.communityId, { neededBy: null, place: null, ...draft, memberId }));
  }

  /** Statements of the community for its organizers; one's own for a member. */
  @Get()
  @May('statements.read')
  async list(@Query() query: StatementQuery, @CurrentActor() actor: Actor): Promise<StatementPageDto> {
    const memberId = query.memberId ?? (reachOf('statements.read', actor.role) === 'own' ? actingMember(actor) : undefined);
    if (memberId !== undefined) mustReach(actor, 'statements.read', memberId);
    const { items, next } = await this.statements.list(actor.communityId, { ...query, memberId });
    return { items: items.map((statement) => this.toDto(statement)), next };
  }

  @Get(':id')
  @May('statements.read')
  async get(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<StatementDto> {
    return this.toDto(await this.reached(id, actor, 'statements.read'));
  }

  @Patch(':id')
  @May('statements.write')
  async change(@Param('id') id: string, @Body() change: StatementChangeDto, @CurrentActor() actor: Actor): Promise<StatementDto> {
    await this.reached(id, actor, 'statements.write');
    return this.toDto(await this.statements.change(actor.communityId, id, change));
  }

  /** Marks an open statement as fulfilled. */
  @Post(':id/close')
  @HttpCode(200)
  @May('statements.write')
  async close(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<StatementDto> {
    await this.reached(id, actor, 'statements.write');
    return this.toDto(await this.statements.fulfil(actor.communityId, id));
  }

  @Delete(':id')
  @HttpCode(204)
  @May('statements.write')
  async remove(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.reached(id, actor, 'statements.write');
    await this.statements.remove(actor.communityId, id);
  }

  /** @throws not-found, also where the actor does not reach it */
  private async reached(id: string, actor: Actor, action: Action): Promise<Statement> {
    const statement = await this.statements.get(actor.communityId, id);
    mustReach(actor, action, statement.memberId);
    return statement;
  }

  private toDto(statement: Statement): StatementDto {
    const { id, memberId, kind, text, language, languageTold, neededBy, place, createdAt, changedAt } = statement;
    return { id, memberId, kind, text, language, languageTold, readsLike: this.statements.readsLike(statement), state: this.statements.stateOf(statement), neededBy, place, createdAt, changedAt };
  }
}
