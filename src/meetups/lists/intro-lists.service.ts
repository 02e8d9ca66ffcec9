import { Injectable } from '@nestjs/common';

import { addressKey } from '../../accounts/account.js';
import { AccountsService } from '../../accounts/accounts.service.js';
import { Correspondence } from '../../communities/correspondence.service.js';
import { Database } from '../../database/database.js';
import { daysAfter } from '../../members/statement.js';
import type { Guest } from '../guests/guest.js';
import { GuestsService } from '../guests/guests.service.js';
import type { ListedGuest } from '../intro-list.js';
import { GUESTS_KEPT_DAYS, type Meetup } from '../meetup.js';
import { introListMail } from '../mails/intro-list.mail.js';
import { EveningService } from '../plans/evening.service.js';
import { contentOf, envelopeOf } from './list-content.js';
import type { SendingCounts } from './sending.js';
import { StrangerPost } from './stranger-post.service.js';

/** Tells each guest before the evening whom they could meet, in their own language. */
@Injectable()
export class IntroLists {
  constructor(
    private readonly database: Database,
    private readonly guests: GuestsService,
    private readonly evening: EveningService,
    private readonly accounts: AccountsService,
    private readonly correspondence: Correspondence,
    private readonly strangers: StrangerPost,
  ) {}

  async send(meetup: Meetup): Promise<SendingCounts> {
    const { list, guestIds } = await this.evening.list(meetup);
    const guests = new Map((await this.guests.all(meetup.id)).map((guest) => [guest.id, guest]));
    const accounts = await this.accounts.ofCommunity(meetup.communityId);
    const memberOf = new Map([...accounts].map(([memberId, account]) => [addressKey(account.address), memberId]));
    const counts = { queued: 0, already: 0, nothingToSay: 0, basisMissing: 0, noAddress: 0 };
    for (const [i, its] of list.guests.entries()) {
      const guest = guests.get(guestIds[i]!)!;
      const memberId = guest.memberId ?? (guest.email === null ? undefined : memberOf.get(addressKey(guest.email)));
      if (its.give.length + its.receive.length === 0) counts.nothingToSay++;
      else if (memberId !== undefined) counts[(await this.toMember(meetup, memberId, guest, its)) ? 'queued' : 'already']++;
      else if (guest.email === null) counts.noAddress++;
      else if (meetup.mailBasis === null) counts.basisMissing++;
      else counts[(await this.strangers.send(meetup, guest, its)) ? 'queued' : 'already']++;
    }
    return counts;
  }

  private toMember(meetup: Meetup, memberId: string, guest: Guest, list: ListedGuest): Promise<boolean> {
    return this.database.write((transaction) =>
      this.correspondence.write(transaction, { communityId: meetup.communityId, memberId }, envelopeOf(meetup, guest), async (reader, linkTo) =>
        introListMail({
          ...reader,
          ...contentOf(meetup, guest, list, reader.manner.language),
          link: await linkTo(`/meetups/${meetup.id}/me`, `${daysAfter(meetup.endsAt, GUESTS_KEPT_DAYS)}T00:00:00.000Z`),
        }),
      ),
    );
  }
}
