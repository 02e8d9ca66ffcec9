import { Body, Controller, Delete, Get, Header, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';

import { actingMember, CurrentActor, May, type Actor } from '../accounts/actor.js';
import { CommunitiesService } from '../communities/communities.service.js';
import { meetupCalendar } from './calendar.js';
import { GuestsService } from './guests/guests.service.js';
import { Afterwards } from './lists/afterwards.service.js';
import { instantOf, type Meetup } from './meetup.js';
import { MeetingDto, MeetupChangeDto, MeetupDraftDto, MeetupDto, MeetupQuery, OutcomeDto, OwnListDto } from './meetups.dto.js';
import { MeetupsService } from './meetups.service.js';

const PER_GUEST = 3;

/** Meetups as members and organizers see them. */
@Controller('api/v1/meetups')
export class MeetupsController {
  constructor(
    private readonly meetups: MeetupsService,
    private readonly guests: GuestsService,
    private readonly afterwards: Afterwards,
    private readonly communities: CommunitiesService,
  ) {}

  /** The latest first; with days and a place those that a visitor could come to. */
  @Get()
  @May('meetups.read')
  async list(@CurrentActor() { communityId }: Actor, @Query() { from, to, place }: MeetupQuery): Promise<MeetupDto[]> {
    const isVisit = from !== undefined && to !== undefined;
    return (isVisit ? await this.meetups.during(communityId, from, to, place ?? '') : await this.meetups.list(communityId)).map(toDto);
  }

  @Post()
  @May('meetups.organize')
  async create(@Body() draft: MeetupDraftDto, @CurrentActor() { communityId }: Actor): Promise<MeetupDto> {
    const { place = null, mailBasis = null, roundMinutes = null, language = 'en', perGuest = PER_GUEST, ...rest } = draft;
    const timeZone = draft.timeZone ?? (await this.communities.get(communityId)).timeZone;
    return toDto(await this.meetups.create(communityId, { ...rest, place, mailBasis, roundMinutes, language, perGuest, perGiver: draft.perGiver ?? perGuest, timeZone }));
  }

  @Get(':id')
  @May('meetups.read')
  async get(@Param('id') id: string, @CurrentActor() { communityId }: Actor): Promise<MeetupDto> {
    return toDto(await this.meetups.get(communityId, id));
  }

  @Patch(':id')
  @May('meetups.organize')
  async change(@Param('id') id: string, @Body() change: MeetupChangeDto, @CurrentActor() { communityId }: Actor): Promise<MeetupDto> {
    return toDto(await this.meetups.change(communityId, id, change));
  }

  /** For a calendar. */
  @Get(':id/meetup.ics')
  @May('meetups.read')
  @Header('content-type', 'text/calendar; charset=utf-8')
  async calendar(@Param('id') id: string, @CurrentActor() { communityId }: Actor): Promise<string> {
    const { title, place, startsAt, endsAt, timeZone, language, changedAt } = await this.meetups.get(communityId, id);
    const entry = { id, title, place: place ?? '', startsAt: instantOf(startsAt, timeZone), endsAt: instantOf(endsAt, timeZone) };
    return meetupCalendar(entry, [], language, new Date(changedAt));
  }

  /** The member comes: their open statements become those of the guest. Again: takes over what changed. */
  @Post(':id/attend')
  @HttpCode(204)
  @May('meetups.attend')
  async attend(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.guests.attend(await this.meetups.get(actor.communityId, id), actingMember(actor));
  }

  @Delete(':id/attend')
  @HttpCode(204)
  @May('meetups.attend')
  async leave(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.guests.leave((await this.meetups.get(actor.communityId, id)).id, actingMember(actor));
  }

  /** Whom the member can help there, then who can help them. */
  @Get(':id/mine')
  @May('meetups.attend')
  async mine(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<OwnListDto> {
    const meetup = await this.meetups.get(actor.communityId, id);
    const { give, receive, isOver } = await this.afterwards.list(meetup, await this.afterwards.guestOf(meetup, actingMember(actor)));
    return { give: [...give], receive: [...receive], isOver };
  }

  /** Afterwards, for organizers: how often it worked, as far as guests have told. Null before the evening is over. */
  @Get(':id/outcome')
  @May('meetups.organize')
  async outcome(@Param('id') id: string, @CurrentActor() { communityId }: Actor): Promise<OutcomeDto> {
    const outcome = await this.afterwards.outcome(await this.meetups.get(communityId, id));
    return { met: outcome?.met ?? null, helped: outcome?.helped ?? null };
  }

  /** Afterwards: did you meet, did it help? */
  @Post(':id/mine/:otherId')
  @HttpCode(204)
  @May('meetups.attend')
  async tell(@Param('id') id: string, @Param('otherId') otherId: string, @Body() told: MeetingDto, @CurrentActor() actor: Actor): Promise<void> {
    const meetup = await this.meetups.get(actor.communityId, id);
    await this.afterwards.tell(meetup, await this.afterwards.guestOf(meetup, actingMember(actor)), otherId, told);
  }

  /** Afterwards: asks those members by mail whom one missed; both must say yes. */
  @Post(':id/introduce-rest')
  @HttpCode(200)
  @May('introductions.agree')
  async introduceRest(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<{ begun: number }> {
    const meetup = await this.meetups.get(actor.communityId, id);
    return { begun: await this.afterwards.introduceRest(meetup, await this.afterwards.guestOf(meetup, actingMember(actor))) };
  }
}

function toDto({ id, title, place, startsAt, endsAt, timeZone, language, perGuest, perGiver, roundMinutes, mailBasis }: Meetup): MeetupDto {
  return { id, title, place, startsAt, endsAt, timeZone, language, perGuest, perGiver, roundMinutes, mailBasis };
}
