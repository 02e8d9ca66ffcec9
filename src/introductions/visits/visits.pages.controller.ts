import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { actingMember, CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { readForm } from '../../http/form.js';
import { leadTo, sendPage } from '../../http/page.js';
import { Readers } from '../reader.js';
import { VisitForm, VisitsQuery } from './visits.forms.dto.js';
import { VISITS_DONE, VisitFormPage, VisitsPage, type VisitFormProps, type VisitsDone } from './visits.pages.js';
import { VisitsService } from './visits.service.js';

const UNFIT = 422;

/** Where one will be and when: announced, changed and taken back. */
@ApiExcludeController()
@Controller('visits')
@May('visits.write')
export class VisitsPageController {
  constructor(
    private readonly readers: Readers,
    private readonly visits: VisitsService,
  ) {}

  @Get()
  async list(@CurrentActor() actor: Actor, @Query() { done }: VisitsQuery, @Res() reply: FastifyReply): Promise<void> {
    const visits = await this.visits.of(actor.communityId, actingMember(actor));
    sendPage(reply, VisitsPage({ reader: await this.readers.of(actor), visits, done: VISITS_DONE.find((one) => one === done) }));
  }

  @Get('new')
  async begin(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.formPage(actor, reply, { form: {} });
  }

  @Post()
  async announce(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.store(actor, undefined, body, reply, 'announced', async (form) => void (await this.visits.announce(actor.communityId, actingMember(actor), form)));
  }

  @Get(':id/edit')
  async edit(@CurrentActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { text, place, neededFrom, neededBy, board } = await this.visits.own(actor.communityId, actingMember(actor), id);
    await this.formPage(actor, reply, { id, form: { text, place, from: neededFrom, to: neededBy, ...(board !== null && { board }) } });
  }

  @Post(':id/edit')
  async change(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.visits.own(actor.communityId, actingMember(actor), id);
    await this.store(actor, id, body, reply, 'changed', (form) => this.visits.change(actor.communityId, actingMember(actor), id, form));
  }

  @Post(':id/take-back')
  async takeBack(@CurrentActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.visits.takeBack(actor.communityId, actingMember(actor), id);
    leadTo(reply, '/visits?done=taken-back');
  }

  /** Stores a form that is well, and leads on; shows any other again, with what is wrong. */
  private async store(actor: Actor, id: string | undefined, body: unknown, reply: FastifyReply, done: VisitsDone, write: (form: VisitForm) => Promise<void>): Promise<void> {
    const { form, faults } = await readForm(VisitForm, body);
    const areDays = faults.from === undefined && faults.to === undefined;
    const stay = areDays ? this.visits.faultOf(form) : undefined;
    if (stay !== undefined || Object.keys(faults).length > 0) return this.formPage(actor, reply, { ...(id !== undefined && { id }), form, faults, stay });
    await write(form);
    leadTo(reply, `/visits?done=${done}`);
  }

  private async formPage(actor: Actor, reply: FastifyReply, props: Omit<VisitFormProps, 'reader'>): Promise<void> {
    sendPage(reply, VisitFormPage({ reader: await this.readers.of(actor), ...props }), props.faults ? UNFIT : 200);
  }
}
