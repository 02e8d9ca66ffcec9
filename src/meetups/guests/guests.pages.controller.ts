import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { IsIn, IsOptional, IsUUID, Matches, ValidateIf } from 'class-validator';
import type { FastifyReply } from 'fastify';

import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { fold } from '../../engine/engine.js';
import { DomainError, PROBLEMS, type ProblemCode } from '../../errors.js';
import { pageOf } from '../../html/long-list.js';
import { readForm } from '../../http/form.js';
import { formParts } from '../../http/form-parts.js';
import { leadTo, sendPage } from '../../http/page.js';
import { PlainText, TextWithout } from '../../http/validation.js';
import { Readers } from '../../introductions/reader.js';
import { nameFault } from '../../members/member.js';
import { LongListQuery } from '../long-list.dto.js';
import type { Meetup } from '../meetup.js';
import { MeetupsService } from '../meetups.service.js';
import { MeetupPlanning } from '../plans/meetup-planning.service.js';
import { DoorPage, inDoorOrder, type DoorPageProps } from './door.pages.js';
import { GUEST_STATES, type GuestState } from './guest.js';
import { CHOSEN_COLUMNS, ForestalledPage, PreviewPage, UnreadablePage } from './guest-import.pages.js';
import { GuestImports } from './guest-imports.service.js';
import { GuestsService } from './guests.service.js';

/** What is wrong with a whole list; it is told on the page, as the list lies at hand. */
const UNREADABLE: readonly ProblemCode[] = ['unreadable-file', 'too-large'];
/** As many as a hand scrolls past. */
const AT_THE_DOOR = 40;
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

class DoorQuery extends LongListQuery {
  /** Whom the last press was about. */
  @IsOptional()
  @IsUUID()
  noted?: string;
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
    const { language } = await this.readers.of(actor);
    try {
      const preview = await this.imports.preview(meetup, file !== undefined && file.length > 0 ? file : text, { columns }, actor.accountId!);
      sendPage(reply, PreviewPage({ language, meetup, preview, text: text.toString() }));
    } catch (error) {
      if (!(error instanceof DomainError) || !UNREADABLE.includes(error.code)) throw error;
      sendPage(reply, UnreadablePage({ language, meetup, problem: error.message, text: text.toString() }), PROBLEMS[error.code]);
    }
  }

  @Post('guests/confirm')
  @HttpCode(303)
  async confirm(@Param('id') id: string, @Body() { hash }: ConfirmForm, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    try {
      await this.imports.confirm(meetup, hash, actor.accountId!);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'import-running') throw error;
      const forestalling = (await this.imports.forestalling(meetup, hash))!;
      return sendPage(reply, ForestalledPage({ language: (await this.readers.of(actor)).language, meetup, forestalling }), 409);
    }
    await this.planning.planAgain(meetup, actor.accountId!);
    leadTo(reply, `/meetups/${id}`);
  }

  @Get('door')
  async door(@Param('id') id: string, @Query() wanted: DoorQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.doorPage(await this.meetups.get(actor.communityId, id), wanted, actor, reply);
  }

  /** Somebody who is on no list. */
  @Post('door')
  @HttpCode(303)
  async add(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const { form, faults } = await readForm(LateGuestForm, body);
    if (Object.keys(faults).length > 0) return this.doorPage(meetup, { page: 1 }, actor, reply, { typed: body as Record<string, string>, faults });
    const { name, ask, offer } = form;
    const guest = await this.guests.add(meetup, { name, email: null, asks: ask === undefined ? [] : [ask], offers: offer === undefined ? [] : [offer], company: null });
    await this.planning.planAgain(meetup, actor.accountId!);
    leadTo(reply, `/meetups/${id}/door?noted=${guest.id}`);
  }

  @Post('door/:guestId')
  @HttpCode(303)
  async checkIn(
    @Param('id') id: string,
    @Param('guestId') guestId: string,
    @Query() { page }: LongListQuery,
    @Body() { state }: StateForm,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const before = await this.guests.get(meetup.id, guestId);
    await this.guests.setState(meetup.id, guestId, state);
    if ((state === 'away') !== (before.state === 'away')) await this.planning.planAgain(meetup, actor.accountId!);
    // Whoever was searched for has been found: the next guest is looked for in the whole list.
    leadTo(reply, `/meetups/${id}/door?noted=${guestId}${page > 1 ? `&page=${page}` : ''}`);
  }

  private async doorPage(meetup: Meetup, wanted: DoorQuery, actor: Actor, reply: FastifyReply, filled: Pick<DoorPageProps, 'typed' | 'faults'> = {}): Promise<void> {
    const [{ language }, all] = [await this.readers.of(actor), await this.guests.all(meetup.id)];
    const guests = pageOf(inDoorOrder(all, language), wanted, AT_THE_DOOR, ({ name }) => name, fold);
    const count = (its: GuestState): number => all.filter(({ state }) => state === its).length;
    const counts = { invited: count('invited'), arrived: count('arrived'), away: count('away') };
    const noted = all.find(({ id }) => id === wanted.noted);
    sendPage(reply, DoorPage({ language, meetup, guests, counts, noted, ...filled }), filled.faults ? 422 : 200);
  }
}
