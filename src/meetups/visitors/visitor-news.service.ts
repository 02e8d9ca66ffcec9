import { Injectable } from '@nestjs/common';

import { CommunitiesService } from '../../communities/communities.service.js';
import { Correspondence } from '../../communities/correspondence.service.js';
import { Database } from '../../database/database.js';
import { fold } from '../../engine/engine.js';
import type { Visit } from '../../introductions/visits/visit.js';
import { VisitsService } from '../../introductions/visits/visits.service.js';
import { daysAfter } from '../../members/statement.js';
import { whenText, type Meetup } from '../meetup.js';
import { MeetupsService } from '../meetups.service.js';
import { meetupInVisitMail } from '../mails/meetup-in-visit.mail.js';

/** Tells visitors which meetups fall into their stay. */
@Injectable()
export class VisitorNews {
  constructor(
    private readonly database: Database,
    private readonly communities: CommunitiesService,
    private readonly visits: VisitsService,
    private readonly meetups: MeetupsService,
    private readonly correspondence: Correspondence,
  ) {}

  /** Tells of each meetup and visit once. @returns how many mails were queued */
  async tell(communityId: string): Promise<number> {
    let told = 0;
    for (const visit of await this.visits.open(communityId)) {
      for (const meetup of await this.within(visit)) told += Number(await this.write(visit, meetup));
    }
    return told;
  }

  /** Whoever visits the community's own town may come to every meetup there: streets are named without their town at home. */
  private async within({ communityId, neededFrom, neededBy, place }: Visit): Promise<Meetup[]> {
    const home = fold((await this.communities.get(communityId)).place ?? '').trim();
    const visited = fold(place).trim();
    const isHome = home !== '' && (home.includes(visited) || visited.includes(home));
    return this.meetups.during(communityId, neededFrom, neededBy, isHome ? '' : place);
  }

  private write({ id, communityId, memberId, place: visited, neededBy }: Visit, meetup: Meetup): Promise<boolean> {
    const validUntil = `${daysAfter(neededBy, 1)}T00:00:00.000Z`;
    const envelope = { key: `visitor-news:${id}:${meetup.id}`, kind: 'meetup-in-visit', category: 'meetups' as const, about: id, validUntil };
    return this.database.write((transaction) =>
      this.correspondence.write(transaction, { communityId, memberId }, envelope, async (reader, linkTo) => {
        const { title, place } = meetup;
        return meetupInVisitMail({ ...reader, visited, title, place, when: whenText(meetup, reader.manner.language), link: await linkTo(`/meetups/${meetup.id}/me`) });
      }),
    );
  }
}
