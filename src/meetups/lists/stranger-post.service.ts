import { Inject, Injectable } from '@nestjs/common';

import { CommunitiesService } from '../../communities/communities.service.js';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../../database/database.js';
import { longDate } from '../../html/dates.js';
import { Outbox } from '../../mail/outbox.service.js';
import { SuppressionService } from '../../mail/suppression.service.js';
import { daysAfter } from '../../members/statement.js';
import type { Guest } from '../guests/guest.js';
import { GuestsService } from '../guests/guests.service.js';
import type { ListedGuest } from '../intro-list.js';
import { introListMail } from '../mails/intro-list.mail.js';
import { GUESTS_KEPT_DAYS, type Meetup } from '../meetup.js';
import { contentOf, envelopeOf } from './list-content.js';

/** Writes to guests who have no account: once, on the ground that the meetup states, with what art. 14 wants told and a way to stop it. */
@Injectable()
export class StrangerPost {
  constructor(
    private readonly database: Database,
    private readonly communities: CommunitiesService,
    private readonly outbox: Outbox,
    private readonly guests: GuestsService,
    private readonly suppressions: SuppressionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns whether a mail was queued; never a second one */
  async send(meetup: Meetup, guest: Guest, list: ListedGuest): Promise<boolean> {
    const { communityId, mailBasis, endsAt } = meetup;
    const { email: to, language } = guest;
    if (mailBasis === null || to === null) return false;
    const { name: communityName } = await this.communities.get(communityId);
    // By what tells the person, not the row: whoever is taken out and imported again gets no second list.
    const envelope = envelopeOf(meetup, { id: guest.sourceHash ?? guest.id });
    return this.database.write(async (transaction) => {
      if (await this.outbox.isQueued(transaction, envelope.key)) return false;
      const stopLink = await this.suppressions.unsubscribeUrl(transaction, { accountId: null, to, category: 'meetups' });
      const link = `${this.config.url}/guest/${await this.guests.renewLink(transaction, guest.id)}`;
      const stranger = { basis: mailBasis, deletedOn: longDate(language, daysAfter(endsAt, GUESTS_KEPT_DAYS)), stopLink };
      const props = { manner: { language, formal: false }, communityName, url: this.config.url, stranger };
      const content = introListMail({ ...props, link, ...contentOf(meetup, guest, list, language) });
      return this.outbox.queue(transaction, { ...envelope, ...content, to, accountId: null, communityId, communityName, language });
    });
  }
}
