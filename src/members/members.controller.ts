import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';

import { CommunitiesService } from '../communities/communities.service.js';
import { PageQuery } from '../http/page-query.dto.js';
import type { Member } from './member.js';
import { MemberChangeDto, MemberDraftDto, MemberDto, MemberPageDto } from './members.dto.js';
import { MembersService } from './members.service.js';

@Controller('api/v1/members')
export class MembersController {
  constructor(
    private readonly communities: CommunitiesService,
    private readonly members: MembersService,
  ) {}

  @Post()
  async create(@Body() draft: MemberDraftDto): Promise<MemberDto> {
    const community = await this.communities.default();
    return toDto(await this.members.create(community.id, { place: null, line: null, timeZone: community.timeZone, ...draft }));
  }

  @Get()
  async list(@Query() query: PageQuery): Promise<MemberPageDto> {
    const { items, next } = await this.members.list((await this.communities.default()).id, query);
    return { items: items.map(toDto), next };
  }

  @Get(':id')
  async get(@Param('id') id: string): Promise<MemberDto> {
    return toDto(await this.members.get((await this.communities.default()).id, id));
  }

  @Patch(':id')
  async change(@Param('id') id: string, @Body() change: MemberChangeDto): Promise<MemberDto> {
    return toDto(await this.members.change((await this.communities.default()).id, id, change));
  }

  /** Removes the member with all statements. */
  @Delete(':id')
  @HttpCode(204)
  async remove(@Param('id') id: string): Promise<void> {
    await this.members.remove((await this.communities.default()).id, id);
  }
}

function toDto({ id, name, languages, place, timeZone, line, pausedUntil, createdAt, changedAt }: Member): MemberDto {
  return { id, name, languages: [...languages], place, timeZone, line, pausedUntil, createdAt, changedAt };
}
