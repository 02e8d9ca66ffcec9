import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { actingMember, CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { faultsOf, readForm, type FormFaults } from '../../http/form.js';
import { leadTo, sendPage } from '../../http/page.js';
import { Readers } from '../reader.js';
import { NeverForm, NeverQuery, WishForm } from './never.forms.dto.js';
import { NEVER_DONE, NeverPage } from './never.pages.js';
import { NeverWishes } from './never-wishes.service.js';

const UNFIT = 422;
const HERE = '/settings/never';

/** One's own wishes about others: seen, added and taken back by oneself alone. */
@ApiExcludeController()
@Controller('settings/never')
@May('account.change')
export class NeverPageController {
  constructor(
    private readonly readers: Readers,
    private readonly wishes: NeverWishes,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Query() { done }: NeverQuery, @Res() reply: FastifyReply): Promise<void> {
    const [reader, wishes] = [await this.readers.of(actor), await this.wishes.of(actor.communityId, actingMember(actor))];
    sendPage(reply, NeverPage({ reader, wishes, done: NEVER_DONE.find((one) => one === done) }));
  }

  @Post()
  async add(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { form, faults } = await readForm(NeverForm, body);
    const found = faults.who === undefined ? await this.store(actor, form.who) : faults;
    if (Object.keys(found).length === 0) return leadTo(reply, `${HERE}?done=added`);
    const wishes = await this.wishes.of(actor.communityId, actingMember(actor));
    sendPage(reply, NeverPage({ reader: await this.readers.of(actor), wishes, who: form.who, faults: found }), UNFIT);
  }

  @Post('names/:id/take-back')
  async takeBackName(@CurrentActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.wishes.takeBackName(actor.communityId, actingMember(actor), id);
    leadTo(reply, `${HERE}?done=taken-back`);
  }

  @Post('take-back')
  async takeBack(@CurrentActor() actor: Actor, @Body() { other, kind }: WishForm, @Res() reply: FastifyReply): Promise<void> {
    await this.wishes.takeBack(actor.communityId, actingMember(actor), other, kind);
    leadTo(reply, `${HERE}?done=taken-back`);
  }

  private async store(actor: Actor, who: string): Promise<FormFaults> {
    try {
      await this.wishes.add(actor.communityId, actingMember(actor), who);
      return {};
    } catch (error) {
      return faultsOf(error);
    }
  }
}
