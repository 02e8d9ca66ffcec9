import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { AccountsService } from '../../accounts/accounts.service.js';
import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { Clock } from '../../clock.js';
import { DomainError } from '../../errors.js';
import { message } from '../../html/messages.js';
import { leadTo, sendPage } from '../../http/page.js';
import { Readers } from '../../introductions/reader.js';
import { MembersService } from '../../members/members.service.js';
import { MemberPage, RemovePage } from './member.pages.js';
import { MemberQuery, MembersQuery, PauseForm, RemoveForm, RoleForm } from './members.forms.dto.js';
import { MembersPage } from './members.pages.js';

const PER_PAGE = 25;
const UNFIT = 422;

/** The members of a community for its organizers. */
@ApiExcludeController()
@Controller('members')
@May('members.look-after')
export class OrganizedMembersController {
  constructor(
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly members: MembersService,
    private readonly readers: Readers,
  ) {}

  @Get()
  async list(@CurrentActor() actor: Actor, @Query() { search = '', page = 1, done }: MembersQuery, @Res() reply: FastifyReply): Promise<void> {
    const { language } = await this.readers.of(actor);
    const directory = await this.members.directory(actor.communityId, { search, from: (page - 1) * PER_PAGE, most: PER_PAGE });
    const roles = await this.accounts.rolesOf(
      actor.communityId,
      directory.members.map(({ id }) => id),
    );
    sendPage(reply, MembersPage({ language, directory, roles, search, page, perPage: PER_PAGE, today: this.today(), done }));
  }

  @Get(':id')
  async show(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() { done }: MemberQuery, @Res() reply: FastifyReply): Promise<void> {
    await this.page(actor, id, reply, { saved: done === 'saved' });
  }

  @Post(':id/role')
  @May('roles.change')
  async changeRole(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { role }: RoleForm, @Res() reply: FastifyReply): Promise<void> {
    try {
      await this.accounts.changeRole(actor.communityId, id, role);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'not-possible') throw error;
      const { language } = await this.readers.of(actor);
      return this.page(actor, id, reply, { problem: message(language, 'member.role.last') });
    }
    leadTo(reply, `/members/${id}?done=saved`);
  }

  @Post(':id/pause')
  async pause(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { pausedUntil }: PauseForm, @Res() reply: FastifyReply): Promise<void> {
    await this.members.change(actor.communityId, id, { pausedUntil });
    leadTo(reply, `/members/${id}?done=saved`);
  }

  @Get(':id/remove')
  async askToRemove(@CurrentActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { language } = await this.readers.of(actor);
    sendPage(reply, RemovePage({ language, member: await this.members.get(actor.communityId, id) }));
  }

  @Post(':id/remove')
  async remove(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { sure }: RemoveForm, @Res() reply: FastifyReply): Promise<void> {
    const { language } = await this.readers.of(actor);
    const member = await this.members.get(actor.communityId, id);
    if (sure !== 'yes') return sendPage(reply, RemovePage({ language, member, isUnsure: true }), UNFIT);
    const role = (await this.accounts.membershipOfMember(id))?.role;
    if (id === actor.memberId || role === 'admin') throw new DomainError('not-possible', 'Whoever looks after the install, and oneself, is not removed here. You leave under /settings/erase.');
    await this.members.remove(actor.communityId, id);
    leadTo(reply, '/members?done=removed');
  }

  private async page(actor: Actor, id: string, reply: FastifyReply, { saved = false, problem }: { readonly saved?: boolean; readonly problem?: string }): Promise<void> {
    const { language } = await this.readers.of(actor);
    const [member, membership] = [await this.members.get(actor.communityId, id), await this.accounts.membershipOfMember(id)];
    const props = { language, member, role: membership?.role, today: this.today(), isSelf: id === actor.memberId };
    sendPage(reply, MemberPage({ ...props, saved, problem }), problem === undefined ? 200 : UNFIT);
  }

  private today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }
}
