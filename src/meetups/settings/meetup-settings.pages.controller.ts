import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min, ValidateIf } from 'class-validator';
import type { FastifyReply } from 'fastify';

import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { DomainError } from '../../errors.js';
import { faultsOf, readForm, type FormFaults } from '../../http/form.js';
import { leadTo, sendPage } from '../../http/page.js';
import { Readers } from '../../introductions/reader.js';
import { LONGEST_ROUND, MOST_INTRODUCTIONS } from '../meetup.js';
import { MeetupDraftDto } from '../meetups.dto.js';
import { MeetupsService } from '../meetups.service.js';
import { MeetupSettingsPage } from './meetup-settings.pages.js';

/** As a form sends it: all is text. */
class MeetupSettingsForm extends MeetupDraftDto {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_INTRODUCTIONS)
  declare perGuest: number;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_INTRODUCTIONS)
  declare perGiver: number;

  @ValidateIf((o: MeetupSettingsForm) => o.roundMinutes !== undefined)
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LONGEST_ROUND)
  declare roundMinutes?: number;

  @IsOptional()
  @IsIn(['yes'])
  mails?: 'yes';
}

class SettingsQuery {
  @IsOptional()
  @IsIn(['saved'])
  done?: 'saved';
}

/** The settings of a meetup as a page. */
@Controller('meetups/:id/settings')
@May('meetups.organize')
export class MeetupSettingsPageController {
  constructor(
    private readonly meetups: MeetupsService,
    private readonly readers: Readers,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Query() { done }: SettingsQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    sendPage(reply, MeetupSettingsPage({ language: (await this.readers.of(actor)).language, meetup, isSaved: done === 'saved' }));
  }

  @Post()
  @HttpCode(303)
  async save(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const { form, faults } = await readForm(MeetupSettingsForm, body);
    const { mails, place = null, roundMinutes = null, mailBasis = null, ...rest } = form;
    // Mail to strangers needs a reason that can be told to them.
    const missing: FormFaults = mails === 'yes' && mailBasis === null ? { mailBasis: 'required' } : {};
    let [problem, its] = [undefined as string | undefined, { ...faults, ...missing }];
    if (Object.keys(its).length === 0) {
      try {
        await this.meetups.change(actor.communityId, id, { ...rest, place, roundMinutes, mailBasis: mails === 'yes' ? mailBasis : null });
        return leadTo(reply, `/meetups/${id}/settings?done=saved`);
      } catch (error) {
        its = { ...faultsOf(error) };
        problem = error instanceof DomainError ? error.message : undefined;
      }
    }
    const typed = body as Readonly<Record<string, string>>;
    sendPage(reply, MeetupSettingsPage({ language: (await this.readers.of(actor)).language, meetup, isSaved: false, typed, faults: its, problem }), 422);
  }
}
