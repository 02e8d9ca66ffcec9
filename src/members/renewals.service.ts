import { Injectable } from '@nestjs/common';

import { Clock } from '../clock.js';
import { Correspondence } from '../communities/correspondence.service.js';
import { Database } from '../database/database.js';
import { longDate } from '../html/dates.js';
import { isPaused } from './member.js';
import { MembersService } from './members.service.js';
import { daysAfter } from './statement.js';
import { StatementsService } from './statements.service.js';
import { stillTrueMail } from './still-true.mail.js';

/** Days before its end that a statement asks whether it is still true, and days after it that the answer is still welcome. */
const ASKED_BEFORE = 7;
const ANSWER_UNTIL = 30;

/** Asks members whether their statements are still true, before these end by themselves. */
@Injectable()
export class RenewalsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly correspondence: Correspondence,
    private readonly members: MembersService,
    private readonly statements: StatementsService,
  ) {}

  /** Queues one question for each statement that ends within a week; a paused member is not asked. @returns how many were queued */
  async askWhetherStillTrue(communityId: string): Promise<number> {
    const today = this.clock.now().toISOString().slice(0, 10);
    const members = await this.members.all(communityId);
    let asked = 0;
    for (const { id, memberId, kind, text, liveUntil } of await this.statements.endingBetween(communityId, today, daysAfter(today, ASKED_BEFORE))) {
      const member = members.get(memberId);
      if (!member || liveUntil === null || isPaused(member, today)) continue;
      const envelope = { key: `still-true:${id}:${liveUntil}`, kind: 'still-true', category: 'introductions' as const, about: id, validUntil: `${daysAfter(liveUntil, ANSWER_UNTIL)}T00:00:00.000Z` };
      const queued = await this.database.write((transaction) =>
        this.correspondence.write(transaction, { communityId, memberId }, envelope, async (reader, linkTo) =>
          stillTrueMail({ ...reader, kind, text, liveUntil: longDate(reader.manner.language, liveUntil), link: await linkTo(`/statements/${id}`) }),
        ),
      );
      asked += Number(queued);
    }
    return asked;
  }
}
