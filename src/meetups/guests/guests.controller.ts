import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';

import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { DomainError } from '../../errors.js';
import { preferredLanguage } from '../../html/messages.js';
import { questionText } from '../guest-list/open-questions.js';
import { noteText } from '../guest-list/row-notes.js';
import { pairNoteText } from '../known-pairs.js';
import { MeetupsService } from '../meetups.service.js';
import { MeetupPlanning } from '../plans/meetup-planning.service.js';
import type { Guest } from './guest.js';
import { GuestImports } from './guest-imports.service.js';
import { GuestRules } from './guest-rules.service.js';
import { ConfirmDto, GuestChangeDto, GuestDraftDto, GuestDto, GuestRuleDto, ImportCountsDto, PreviewDto, PreviewQuery, RulesImportDto } from './guests.dto.js';
import { GuestsService } from './guests.service.js';

/** Guests of a meetup, for organizers: lists in two steps, the door, and rules of pairs. A change at the door plans anew at once. */
@Controller('api/v1/meetups/:id')
@May('meetups.organize')
export class GuestsController {
  constructor(
    private readonly meetups: MeetupsService,
    private readonly guests: GuestsService,
    private readonly imports: GuestImports,
    private readonly rules: GuestRules,
    private readonly planning: MeetupPlanning,
  ) {}

  /** What a guest list (CSV) would bring, row by row; nothing is taken over yet. */
  @Post('guests/preview')
  @HttpCode(200)
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async preview(@Param('id') id: string, @Body() body: unknown, @Query() answers: PreviewQuery, @CurrentActor() actor: Actor, @Headers('accept-language') accept?: string): Promise<PreviewDto> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const { encoding, delimiter, dateOrder, ...columns } = answers;
    const told = { ...(encoding && { encoding }), ...(delimiter && { delimiter }), ...(dateOrder && { dateOrder }), columns };
    const language = preferredLanguage(accept);
    const { hash, shape = null, headers, unusedColumns, guests, notes, questions, counts } = await this.imports.preview(meetup, csvOf(body), told, actor.accountId!);
    return {
      hash,
      shape,
      headers: [...headers],
      unusedColumns: [...unusedColumns],
      guests: guests.map(({ name, asks, offers, consents = null }) => ({ name, asks: [...asks], offers: [...offers], consents })),
      notes: notes.map((note) => ({ code: note.code, row: note.row, ...(note.column !== undefined && { column: note.column }), text: noteText(note, language) })),
      questions: questions.map((question) => ({ ...question, text: questionText(question, language) })),
      counts,
    };
  }

  /** Takes over what was previewed, all or nothing. */
  @Post('guests/confirm')
  @HttpCode(200)
  async confirm(@Param('id') id: string, @Body() { hash }: ConfirmDto, @CurrentActor() actor: Actor): Promise<ImportCountsDto> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const counts = await this.imports.confirm(meetup, hash, actor.accountId!);
    if (counts.added + counts.changed > 0) await this.planning.planAgain(meetup, actor.accountId!);
    return counts;
  }

  @Get('guests')
  async list(@Param('id') id: string, @CurrentActor() { communityId }: Actor): Promise<GuestDto[]> {
    return (await this.guests.all((await this.meetups.get(communityId, id)).id)).map(toDto);
  }

  /** Somebody at the door who is on no list. */
  @Post('guests')
  async add(@Param('id') id: string, @Body() { name, asks, offers }: GuestDraftDto, @CurrentActor() actor: Actor): Promise<GuestDto> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const guest = await this.guests.add(meetup, { name, email: null, asks, offers, company: null });
    await this.planning.planAgain(meetup, actor.accountId!);
    return toDto(guest);
  }

  /** Arrived, away, or expected after all. */
  @Patch('guests/:guestId')
  async change(@Param('id') id: string, @Param('guestId') guestId: string, @Body() { state, joins }: GuestChangeDto, @CurrentActor() actor: Actor): Promise<GuestDto> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const before = await this.guests.get(meetup.id, guestId);
    if (joins !== undefined) await this.guests.setJoins(meetup.id, guestId, joins);
    if (state !== undefined && state !== before.state) {
      await this.guests.setState(meetup.id, guestId, state);
      // Who was expected and comes changes nothing.
      if ((state === 'away') !== (before.state === 'away')) await this.planning.planAgain(meetup, actor.accountId!);
    }
    return toDto({ ...before, state: state ?? before.state, joins: joins ?? before.joins });
  }

  @Delete('guests/:guestId')
  @HttpCode(204)
  async remove(@Param('id') id: string, @Param('guestId') guestId: string, @CurrentActor() actor: Actor): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    await this.guests.remove(meetup.id, guestId);
    await this.planning.planAgain(meetup, actor.accountId!);
  }

  /** Who knows whom, who must meet and who never: CSV of two names or addresses and a rule, as `gern intros --known` reads it. */
  @Post('known')
  @HttpCode(200)
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async known(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Headers('accept-language') accept?: string): Promise<RulesImportDto> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const { added, notes } = await this.rules.import(meetup.id, csvOf(body), actor.accountId!);
    if (added > 0) await this.planning.planAgain(meetup, actor.accountId!);
    return { added, notes: notes.map((note) => ({ code: note.code, row: note.row, text: pairNoteText(note, preferredLanguage(accept)) })) };
  }

  @Get('rules')
  async listRules(@Param('id') id: string, @CurrentActor() { communityId }: Actor): Promise<GuestRuleDto[]> {
    const meetup = await this.meetups.get(communityId, id);
    const names = new Map((await this.guests.all(meetup.id)).map((guest) => [guest.id, guest.name]));
    const called = (guestId: string): GuestRuleDto['one'] => ({ id: guestId, name: names.get(guestId) ?? '' });
    return (await this.rules.all(meetup.id)).map(({ id: ruleId, lowId, highId, rule, accountId, createdAt }) => ({
      id: ruleId,
      one: called(lowId),
      other: called(highId),
      rule,
      accountId,
      createdAt,
    }));
  }

  @Delete('rules/:ruleId')
  @HttpCode(204)
  async removeRule(@Param('id') id: string, @Param('ruleId') ruleId: string, @CurrentActor() actor: Actor): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    await this.rules.remove(meetup.id, ruleId);
    await this.planning.planAgain(meetup, actor.accountId!);
  }
}

/** @throws unsupported-media-type for anything that did not come as CSV */
function csvOf(body: unknown): Buffer {
  if (!Buffer.isBuffer(body)) throw new DomainError('unsupported-media-type', 'Send the list itself, with "Content-Type: text/csv".');
  return body;
}

function toDto({ id, name, language, asks, offers, company, state, joins }: Guest): GuestDto {
  return { id, name, language, asks: [...asks], offers: [...offers], company, state, joins };
}
