import { Injectable } from '@nestjs/common';

import { Clock } from '../../clock.js';
import { RoundsService } from '../../introductions/digest/rounds.service.js';
import type { Round } from '../../introductions/digest/round.js';
import { UnansweredAsksService } from '../../introductions/unanswered-asks.service.js';
import type { Visit } from '../../introductions/visits/visit.js';
import { VisitsService } from '../../introductions/visits/visits.service.js';
import { MailOperator, type MailTroubles } from '../../mail/operator.service.js';
import type { Meetup } from '../../meetups/meetup.js';
import { MeetupsService } from '../../meetups/meetups.service.js';
import { firstName } from '../../members/member.js';
import { MembersService } from '../../members/members.service.js';
import { daysAfter, type Statement } from '../../members/statement.js';

/** Somebody's ask with the name an organizer knows them by. */
export interface NamedAsk<T extends Statement = Statement> {
  readonly ask: T;
  readonly name: string;
}

/** What an organizer may want to look at today. */
export interface Today {
  readonly mail: MailTroubles;
  readonly rounds: readonly Round[];
  readonly visits: readonly NamedAsk<Visit>[];
  readonly unanswered: { readonly count: number; readonly oldest: readonly NamedAsk[] };
  readonly meetup: Meetup | undefined;
}

/** Days ahead within which a visit is soon. */
const SOON_DAYS = 14;
const SHOWN_ASKS = 5;

/** Gathers from every room what waits for a person. */
@Injectable()
export class TodayService {
  constructor(
    private readonly clock: Clock,
    private readonly mail: MailOperator,
    private readonly members: MembersService,
    private readonly rounds: RoundsService,
    private readonly visits: VisitsService,
    private readonly asks: UnansweredAsksService,
    private readonly meetups: MeetupsService,
  ) {}

  async of(communityId: string): Promise<Today> {
    const soon = daysAfter(this.clock.now().toISOString(), SOON_DAYS);
    const visits = (await this.visits.open(communityId)).filter(({ neededFrom }) => neededFrom <= soon).sort((a, b) => (a.neededFrom < b.neededFrom ? -1 : 1));
    const { count, oldest } = await this.asks.of(communityId, SHOWN_ASKS);
    const names = await this.members.some(
      communityId,
      [...visits, ...oldest].map(({ memberId }) => memberId),
    );
    const named = <T extends Statement>(ask: T): NamedAsk<T>[] => (names.has(ask.memberId) ? [{ ask, name: firstName(names.get(ask.memberId)!) }] : []);
    return {
      mail: await this.mail.troublesOf(communityId),
      rounds: await this.rounds.waiting(communityId),
      visits: visits.flatMap(named),
      unanswered: { count, oldest: oldest.flatMap(named) },
      meetup: await this.meetups.next(communityId),
    };
  }
}
