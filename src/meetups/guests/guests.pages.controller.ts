import { Body, Controller, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { IsIn, Matches, ValidateIf } from 'class-validator';
import type { FastifyReply } from 'fastify';

import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { readForm } from '../../http/form.js';
import { formParts } from '../../http/form-parts.js';
import { leadTo, sendPage } from '../../http/page.js';
import { PlainText, TextWithout } from '../../http/validation.js';
import { Readers } from '../../introductions/reader.js';
import { nameFault } from '../../members/member.js';
import { MeetupsService } from '../meetups.service.js';
import { MeetupPlanning } from '../plans/meetup-planning.service.js';
import { DoorPage } from './door.pages.js';
import { GUEST_STATES, type GuestState } from './guest.js';
import { CHOSEN_COLUMNS, PreviewPage } from './guest-import.pages.js';
import { GuestImports } from './guest-imports.service.js';
import { GuestsService } from './guests.service.js';

const STATEMENT = { min: 3, max: 1_000, lines: true };

class ConfirmForm {
  @Matches(/^[0-9a-f]{64}$/u)
  hash: string;
}

class StateForm {
  @IsIn(GUEST_STATES)
  state: GuestState;
}

class LateGuestForm {
  @TextWithout(nameFault)
  name: string;

  @ValidateIf((o: LateGuestForm) => o.ask !== undefined)
  @PlainText(STATEMENT)
  ask?: string;

  @ValidateIf((o: LateGuestForm) => o.offer !== undefined)
  @PlainText(STATEMENT)
  offer?: string;
}

/** Guest lists and the door, as pages. */
@Controller('meetups/:id')
@May('meetups.organize')
export class GuestPagesController {
  constructor(
    private readonly meetups: MeetupsService,
    private readonly guests: GuestsService,
    private readonly imports: GuestImports,
    private readonly planning: MeetupPlanning,
    private readonly readers: Readers,
  ) {}

  /** Looks at a list, as a file or pasted. */
  @Post('guests')
  @HttpCode(200)
  async preview(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: FastifyReply, @Headers('content-type') contentType?: string): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const parts = formParts(body, contentType);
    const [file, text = Buffer.alloc(0)] = [parts.get('file'), parts.get('text')];
    const columns = Object.fromEntries(
      CHOSEN_COLUMNS.flatMap((field) => {
        const number = Number(parts.get(field)?.toString());
        return number > 0 ? [[field, number]] : [];
      }),
    );
    const preview = await this.imports.preview(meetup, file !== undefined && file.length > 0 ? file : text, { columns }, actor.accountId!);
    sendPage(reply, PreviewPage({ language: (await this.readers.of(actor)).language, meetup, preview, text: text.toString() }));
  }

  @Post('guests/confirm')
  @HttpCode(303)
  async confirm(@Param('id') id: string, @Body() { hash }: ConfirmForm, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    await this.imports.confirm(meetup, hash);
    await this.planning.planAgain(meetup, actor.accountId!);
    leadTo(reply, `/meetups/${id}`);
  }

  @Get('door')
  async door(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    sendPage(reply, DoorPage({ language: (await this.readers.of(actor)).language, meetup, guests: await this.guests.all(meetup.id) }));
  }

  /** Somebody who is on no list. */
  @Post('door')
  @HttpCode(303)
  async add(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const { form, faults } = await readForm(LateGuestForm, body);
    if (Object.keys(faults).length > 0)
      return sendPage(reply, DoorPage({ language: (await this.readers.of(actor)).language, meetup, guests: await this.guests.all(meetup.id), typed: body as Record<string, string>, faults }), 422);
    const { name, ask, offer } = form;
    const guest = await this.guests.add(meetup, { name, email: null, asks: ask === undefined ? [] : [ask], offers: offer === undefined ? [] : [offer], company: null });
    await this.planning.planAgain(meetup, actor.accountId!);
    leadTo(reply, `/meetups/${id}/door#${guest.id}`);
  }

  @Post('door/:guestId')
  @HttpCode(303)
  async checkIn(@Param('id') id: string, @Param('guestId') guestId: string, @Body() { state }: StateForm, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const before = await this.guests.get(meetup.id, guestId);
    await this.guests.setState(meetup.id, guestId, state);
    if ((state === 'away') !== (before.state === 'away')) await this.planning.planAgain(meetup, actor.accountId!);
    leadTo(reply, `/meetups/${id}/door`);
  }
}
