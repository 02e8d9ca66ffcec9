import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Database } from '../../database/database.js';
import { OwnDataService } from '../../introductions/settings/own-data.service.js';
import type { Guest } from '../guests/guest.js';
import { GuestsService } from '../guests/guests.service.js';
import { MeetupsService } from '../meetups.service.js';
import { MeetingEntity } from '../plans/plan.entity.js';

/** One meetup as it is kept of a member: what they said there, and what they told afterwards. */
interface OwnEvening extends Pick<Guest, 'name' | 'language' | 'asks' | 'offers' | 'company' | 'state'> {
  readonly meetup: string;
  /** Wall time at the place. */
  readonly startsAt: string;
  readonly told: readonly { readonly of: string; readonly met: boolean; readonly helped: boolean; readonly toldAt: string }[];
}

/** The meetups' part of what a member may take along (GDPR, articles 15 and 20). */
@Injectable()
export class OwnEvenings implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly data: OwnDataService,
    private readonly meetups: MeetupsService,
    private readonly guests: GuestsService,
  ) {}

  onModuleInit(): void {
    this.data.include('meetups', (communityId, memberId) => this.of(communityId, memberId));
  }

  private async of(communityId: string, memberId: string): Promise<OwnEvening[]> {
    const rows = await this.guests.rowsOfMember(communityId, memberId);
    return Promise.all(rows.map((row) => this.evening(communityId, row)));
  }

  private async evening(communityId: string, { id, meetupId, name, language, asks, offers, company, state }: Guest): Promise<OwnEvening> {
    const { title, startsAt } = await this.meetups.get(communityId, meetupId);
    const names = new Map((await this.guests.all(meetupId)).map((guest) => [guest.id, guest.name]));
    const meetings = await this.database.read.findBy(MeetingEntity, { guestId: id });
    const told = meetings.map(({ otherId, met, helped, toldAt }) => ({ of: names.get(otherId) ?? '', met, helped, toldAt }));
    return { meetup: title, startsAt, name, language, asks, offers, company, state, told };
  }
}
