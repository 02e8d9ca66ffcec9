import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';

import { CommunitiesService } from '../communities/communities.service.js';
import { StatementChangeDto, StatementDraftDto, StatementDto, StatementPageDto, StatementQuery } from './members.dto.js';
import type { Statement } from './statement.js';
import { StatementsService } from './statements.service.js';

@Controller('api/v1/statements')
export class StatementsController {
  constructor(
    private readonly communities: CommunitiesService,
    private readonly statements: StatementsService,
  ) {}

  @Post()
  async create(@Body() draft: StatementDraftDto): Promise<StatementDto> {
    const community = await this.communities.default();
    return this.toDto(await this.statements.create(community.id, { neededBy: null, place: null, ...draft }));
  }

  @Get()
  async list(@Query() query: StatementQuery): Promise<StatementPageDto> {
    const { items, next } = await this.statements.list((await this.communities.default()).id, query);
    return { items: items.map((statement) => this.toDto(statement)), next };
  }

  @Get(':id')
  async get(@Param('id') id: string): Promise<StatementDto> {
    return this.toDto(await this.statements.get((await this.communities.default()).id, id));
  }

  @Patch(':id')
  async change(@Param('id') id: string, @Body() change: StatementChangeDto): Promise<StatementDto> {
    return this.toDto(await this.statements.change((await this.communities.default()).id, id, change));
  }

  /** Marks an open statement as fulfilled. */
  @Post(':id/close')
  @HttpCode(200)
  async close(@Param('id') id: string): Promise<StatementDto> {
    return this.toDto(await this.statements.fulfil((await this.communities.default()).id, id));
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@Param('id') id: string): Promise<void> {
    await this.statements.remove((await this.communities.default()).id, id);
  }

  private toDto(statement: Statement): StatementDto {
    const { id, memberId, kind, text, language, languageTold, neededBy, place, createdAt, changedAt } = statement;
    return { id, memberId, kind, text, language, languageTold, readsLike: this.statements.readsLike(statement), state: this.statements.stateOf(statement), neededBy, place, createdAt, changedAt };
  }
}
