import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { IsIn, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { Type } from 'class-transformer';
import type { FastifyReply } from 'fastify';
import { DateTime } from 'luxon';

import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { fold, type Language } from '../../engine/engine.js';
import { DomainError } from '../../errors.js';
import { longDate } from '../../html/dates.js';
import { pageOf } from '../../html/long-list.js';
import { message } from '../../html/messages.js';
import { formParts } from '../../http/form-parts.js';
import { leadTo, sendPage } from '../../http/page.js';
import { Readers } from '../../introductions/reader.js';
import { guestFinder } from '../guest-finder.js';
import { attendeeOf, type Guest } from '../guests/guest.js';
import { GuestRules } from '../guests/guest-rules.service.js';
import { GuestsService } from '../guests/guests.service.js';
import { pairNoteText, TOLD_RULES, type PairNote, type ToldRule } from '../known-pairs.js';
import { LongListQuery } from '../long-list.dto.js';
import type { Meetup } from '../meetup.js';
import { MeetupsService } from '../meetups.service.js';
import { Organizers } from '../organizers.service.js';
import { EveningService } from '../plans/evening.service.js';
import { MeetupPlanning } from '../plans/meetup-planning.service.js';
import { guestCalled } from '../why-not-these.js';
import { PairsPage, type NamedRule, type PairsPageProps, type TypedPair } from './pairs.pages.js';

const RULES_AT_ONCE = 30;
const LONGEST_NAME = 200;
/** A header that no guest is called by, so that what follows is read as a pair even where it names nobody. */
const NO_NAMES = ['#', '#', '#'];

class PairsQuery extends LongListQuery {
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  one?: string;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  other?: string;

  /** How many pairs the press before brought. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  added?: number;
}

class PairForm {
  @IsString()
  @MaxLength(LONGEST_NAME)
  one: string;

  @IsString()
  @MaxLength(LONGEST_NAME)
  other: string;

  @IsIn(TOLD_RULES)
  rule: ToldRule;
}

type Shown = Pick<PairsPageProps, 'added' | 'notes' | 'told' | 'asked' | 'answers'>;

/** Who knows whom, who must meet and who never, and why two are not brought together: as a page. */
@Controller('meetups/:id/pairs')
@May('meetups.organize')
export class PairsPageController {
  constructor(
    private readonly meetups: MeetupsService,
    private readonly guests: GuestsService,
    private readonly rules: GuestRules,
    private readonly evening: EveningService,
    private readonly planning: MeetupPlanning,
    private readonly organizers: Organizers,
    private readonly readers: Readers,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Query() wanted: PairsQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const { one = '', other = '', added } = wanted;
    const answers = one === '' || other === '' ? [] : await this.answers(meetup, { one, other }, actor);
    await this.page(meetup, wanted, actor, reply, { added, asked: { one, other }, answers });
  }

  /** Two names and what is known of them; what was typed stays where it was not clear. */
  @Post()
  @HttpCode(303)
  async tell(@Param('id') id: string, @Body() told: PairForm, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { one, other, rule } = told;
    await this.take(id, Buffer.from(stringify([NO_NAMES, [one, other, rule]])), actor, reply, told);
  }

  /** Many at once, as a file. */
  @Post('file')
  @HttpCode(303)
  async read(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: FastifyReply, @Headers('content-type') contentType?: string): Promise<void> {
    await this.take(id, formParts(body, contentType).get('file') ?? Buffer.alloc(0), actor, reply);
  }

  @Post(':ruleId/remove')
  @HttpCode(303)
  async remove(@Param('id') id: string, @Param('ruleId') ruleId: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    await this.rules.remove(meetup.id, ruleId);
    await this.planning.planAgain(meetup, actor.accountId!);
    leadTo(reply, `/meetups/${id}/pairs`);
  }

  private async take(id: string, pairs: Buffer, actor: Actor, reply: FastifyReply, told?: TypedPair): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const { added, notes } = await this.rules.import(meetup.id, pairs, actor.accountId!);
    if (added > 0) await this.planning.planAgain(meetup, actor.accountId!);
    if (notes.length === 0) return leadTo(reply, `/meetups/${id}/pairs?added=${added}`);
    const { language } = await this.readers.of(actor);
    const text = (note: PairNote): string => (told ? pairNoteText(note, language) : `${message(language, 'guests.place', { row: note.row, column: 'none' })}: ${pairNoteText(note, language)}`);
    await this.page(meetup, { page: 1 }, actor, reply, { ...(added > 0 && { added }), notes: notes.map(text), ...(told && { told }) });
  }

  private async answers(meetup: Meetup, { one, other }: { readonly one: string; readonly other: string }, actor: Actor): Promise<string[]> {
    const { language } = await this.readers.of(actor);
    const guests = await this.guests.all(meetup.id);
    const find = guestFinder(guests.map(attendeeOf));
    try {
      const ids = [guestCalled(one, find, language), guestCalled(other, find, language)].map(({ id }) => id!) as [string, string];
      if (ids[0] === ids[1]) return [message(language, 'pairs.why.same')];
      if (guests.some(({ id, state }) => ids.includes(id) && state === 'away')) return [message(language, 'pairs.why.away')];
      return (await this.evening.whyNot(meetup, ...ids, language)).map(({ text }) => text);
    } catch (error) {
      // A name that nobody bears, or several do, told in the reader's language.
      if (error instanceof DomainError && (error.code === 'not-found' || error.code === 'not-possible')) return [error.message];
      throw error;
    }
  }

  private async page(meetup: Meetup, wanted: LongListQuery, actor: Actor, reply: FastifyReply, shown: Shown): Promise<void> {
    const [{ language, timeZone }, guests] = [await this.readers.of(actor), await this.guests.all(meetup.id)];
    const rules = pageOf(await this.named(meetup, guests, language, timeZone), wanted, RULES_AT_ONCE, ({ one, other }) => `${one} ${other}`, fold);
    const names = [...new Set(guests.map(({ name }) => name))].sort(new Intl.Collator(language).compare);
    sendPage(reply, PairsPage({ language, meetup, names, rules, ...shown }), shown.notes ? 422 : 200);
  }

  /** The latest first. */
  private async named(meetup: Meetup, guests: readonly Guest[], language: Language, timeZone: string): Promise<NamedRule[]> {
    const names = new Map(guests.map(({ id, name }) => [id, name]));
    const nameOf = await this.organizers.names(meetup.communityId);
    const rules = await this.rules.all(meetup.id);
    return rules.reverse().map(({ id, rule, lowId, highId, accountId, createdAt }) => ({
      id,
      rule,
      one: names.get(lowId) ?? '',
      other: names.get(highId) ?? '',
      by: nameOf(accountId),
      day: longDate(language, DateTime.fromISO(createdAt, { zone: timeZone }).toFormat('yyyy-MM-dd')),
    }));
  }
}
