import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import type { Account } from '../../accounts/account.js';
import { AccountsService } from '../../accounts/accounts.service.js';
import { actingAccount, CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { notFound } from '../../errors.js';
import { readForm } from '../../http/form.js';
import { leadTo, sendPage } from '../../http/page.js';
import { ContactCardsService } from '../../members/contact-cards.service.js';
import { MembersService } from '../../members/members.service.js';
import { Readers } from '../reader.js';
import { ContactCardPage, type ContactCardPageProps } from './contact-card.pages.js';
import { ContactCardForm, LanguageForm, SettingsQuery } from './settings.forms.dto.js';
import { SettingsPage } from './settings.pages.js';

const UNFIT = 422;
const SAVED = '/settings?done=saved';

/** Language, form of address and contact card; the way to everything else that a member decides. */
@ApiExcludeController()
@Controller('settings')
@May('account.change')
export class SettingsPageController {
  constructor(
    private readonly readers: Readers,
    private readonly accounts: AccountsService,
    private readonly members: MembersService,
    private readonly cards: ContactCardsService,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Query() { done }: SettingsQuery, @Res() reply: FastifyReply): Promise<void> {
    const { memberId } = actingAccount(actor);
    const [account, member, card] = [await this.accountOf(actor), await this.members.get(actor.communityId, memberId), await this.cards.ofOwn(memberId)];
    sendPage(reply, SettingsPage({ reader: await this.readers.of(actor), account, member, card, saved: done === 'saved' }));
  }

  @Post('language')
  async speak(@CurrentActor() actor: Actor, @Body() { language, formal }: LanguageForm, @Res() reply: FastifyReply): Promise<void> {
    await this.accounts.change(actingAccount(actor).accountId, { language, formal: formal === 'yes' });
    leadTo(reply, SAVED);
  }

  @Get('contact-card')
  async card(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { sharesAddress, phone, link, note } = await this.cards.ofOwn(actingAccount(actor).memberId);
    const form = { ...(sharesAddress && { sharesAddress: 'yes' as const }), ...(phone !== null && { phone }), ...(link !== null && { link }), ...(note !== null && { note }) };
    await this.cardPage(actor, reply, { form });
  }

  @Post('contact-card')
  async keepCard(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { form, faults } = await readForm(ContactCardForm, body);
    const { sharesAddress, phone = null, link = null, note = null } = form;
    const isUnreachable = sharesAddress !== 'yes' && phone === null && link === null;
    if (isUnreachable || Object.keys(faults).length > 0) return this.cardPage(actor, reply, { form, faults, isUnreachable });
    await this.cards.put({ memberId: actingAccount(actor).memberId, sharesAddress: sharesAddress === 'yes', phone, link, note });
    leadTo(reply, SAVED);
  }

  private async cardPage(actor: Actor, reply: FastifyReply, props: Omit<ContactCardPageProps, 'reader' | 'address'>): Promise<void> {
    const { address } = await this.accountOf(actor);
    sendPage(reply, ContactCardPage({ reader: await this.readers.of(actor), address, ...props }), props.faults ? UNFIT : 200);
  }

  private async accountOf(actor: Actor): Promise<Account> {
    const account = await this.accounts.get(actingAccount(actor).accountId);
    if (!account) throw notFound('This account');
    return account;
  }
}
