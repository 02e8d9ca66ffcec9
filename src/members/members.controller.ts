import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';

import { actingMember, CurrentActor, May, mustReach, type Actor } from '../accounts/actor.js';
import { reachOf } from '../accounts/permissions.js';
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
  @May('members.create')
  async create(@Body() draft: MemberDraftDto, @CurrentActor() { communityId }: Actor): Promise<MemberDto> {
    const { timeZone } = await this.communities.get(communityId);
    return toDto(await this.members.create(communityId, { place: null, line: null, timeZone, ...draft }));
  }

  /** The members of the community for its organizers; oneself for a member. */
  @Get()
  @May('members.read')
  async list(@Query() query: PageQuery, @CurrentActor() actor: Actor): Promise<MemberPageDto> {
    if (reachOf('members.read', actor.role) === 'own') return { items: [toDto(await this.members.get(actor.communityId, actingMember(actor)))], next: null };
    const { items, next } = await this.members.list(actor.communityId, query);
    return { items: items.map(toDto), next };
  }

  @Get(':id')
  @May('members.read')
  async get(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<MemberDto> {
    mustReach(actor, 'members.read', id);
    return toDto(await this.members.get(actor.communityId, id));
  }

  @Patch(':id')
  @May('members.change')
  async change(@Param('id') id: string, @Body() change: MemberChangeDto, @CurrentActor() actor: Actor): Promise<MemberDto> {
    mustReach(actor, 'members.change', id);
    return toDto(await this.members.change(actor.communityId, id, change));
  }

  /** Removes the member with all statements and the account. */
  @Delete(':id')
  @HttpCode(204)
  @May('members.remove')
  async remove(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    mustReach(actor, 'members.remove', id);
    await this.members.remove(actor.communityId, id);
  }
}

function toDto({ id, name, languages, place, timeZone, line, pausedUntil, createdAt, changedAt }: Member): MemberDto {
  return { id, name, languages: [...languages], place, timeZone, line, pausedUntil, createdAt, changedAt };
}
