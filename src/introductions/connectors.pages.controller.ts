import { Body, Controller, Get, Header, Param, Post, Query, Redirect } from '@nestjs/common';

import { AccountsService } from '../accounts/accounts.service.js';
import { actingMember, CurrentActor, May, type Actor } from '../accounts/actor.js';
import { renderPage } from '../html/layout.js';
import { MembersService } from '../members/members.service.js';
import { StatementsService } from '../members/statements.service.js';
import { askerName } from './asker-name.js';
import { ConnectPage } from './connectors.pages.js';
import { ConnectorsService } from './connectors.service.js';
import { ConnectFormDto, ConnectQueryDto } from './introductions.forms.dto.js';
import { openAsk } from './open-ask.js';

@Controller('asks/:id/connect')
export class ConnectorsPageController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly members: MembersService,
    private readonly statements: StatementsService,
    private readonly connectors: ConnectorsService,
  ) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  @May('introductions.connect')
  async show(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() { done }: ConnectQueryDto): Promise<string> {
    const { communityId } = actor;
    const memberId = actingMember(actor);
    const account = await this.accounts.ofMember(communityId, memberId);
    const language = account?.language ?? (await this.members.get(communityId, memberId)).languages[0] ?? 'en';
    const ask = await openAsk(this.statements, communityId, id);
    const asker = askerName(ask, await this.members.get(communityId, ask.memberId), language);
    const forwardable = await this.connectors.forwardable(communityId, id, language);
    return renderPage(ConnectPage({ language, askId: id, asker, ask, forwardable, done: done === 'yes' }));
  }

  /** The same answer whether or not the address is a member's. */
  @Post()
  @Redirect('/introductions', 303)
  @May('introductions.connect')
  async connect(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { third, address, words }: ConnectFormDto): Promise<{ url: string }> {
    const memberId = address === undefined ? undefined : await this.memberOf(actor.communityId, address);
    if (third === 'outside') await this.connectors.connect(actor.communityId, actingMember(actor), id, { outside: true }, '');
    else if (memberId !== undefined) await this.connectors.connect(actor.communityId, actingMember(actor), id, { memberId }, words!);
    return { url: `/asks/${id}/connect?done=yes` };
  }

  private async memberOf(communityId: string, address: string): Promise<string | undefined> {
    const account = await this.accounts.byAddress(address);
    const memberships = account ? await this.accounts.membershipsOf(account.id) : [];
    return memberships.find((membership) => membership.communityId === communityId)?.memberId;
  }
}
