import { Injectable } from '@nestjs/common';

import { AccountsService } from '../../accounts/accounts.service.js';
import { Clock } from '../../clock.js';
import { CommunitiesService, type Community } from '../../communities/communities.service.js';
import { Correspondence } from '../../communities/correspondence.service.js';
import { Database } from '../../database/database.js';
import { fold } from '../../engine/engine.js';
import { DomainError } from '../../errors.js';
import { longDate } from '../../html/dates.js';
import { MatchingService, type Suggestion } from '../../matching/matching.service.js';
import { firstName, type Member } from '../../members/member.js';
import { MembersService } from '../../members/members.service.js';
import { daysAfter, type Statement } from '../../members/statement.js';
import { StatementsService } from '../../members/statements.service.js';
import { visitNoticeMail } from '../mails/visit-notice.mail.js';
import { ProtectionService } from '../protection.service.js';

export interface VisitDraft {
  readonly text: string;
  readonly place: string;
  readonly from: string;
  readonly to: string;
}

/** A visit: an ask bound to a place and days; it ends by itself with its last day. */
export type Visit = Statement & { readonly place: string; readonly neededFrom: string; readonly neededBy: string };

/** Longer stays are no visits, later ones are not planned yet. */
const LONGEST_DAYS = 60;
const LATEST_DAYS = 366;
/** Locals who hear of a visit. */
const MOST_LOCALS = 5;

/** "In Palma, 3 to 6 May, I would like to meet people who ...": told to the organizers, and to the locals whom it fits best. */
@Injectable()
export class VisitsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly communities: CommunitiesService,
    private readonly accounts: AccountsService,
    private readonly correspondence: Correspondence,
    private readonly members: MembersService,
    private readonly statements: StatementsService,
    private readonly matching: MatchingService,
    private readonly protection: ProtectionService,
  ) {}

  /** Announces a visit. Who is to hear of it is told within a minute. @throws invalid-time */
  async announce(communityId: string, memberId: string, { text, place, from, to }: VisitDraft): Promise<Statement> {
    const today = this.clock.now().toISOString().slice(0, 10);
    const wrong =
      to < from
        ? 'ends before it begins'
        : to < today
          ? 'is over'
          : from > daysAfter(today, LATEST_DAYS)
            ? 'is more than a year away'
            : to > daysAfter(from, LONGEST_DAYS)
              ? `lasts more than ${LONGEST_DAYS} days`
              : undefined;
    if (wrong !== undefined)
      throw new DomainError('invalid-time', `This visit ${wrong}. Say the first and the last day of your stay.`, [{ code: 'invalid-time', pointer: '/to', detail: `This visit ${wrong}.` }]);
    return this.statements.create(communityId, { memberId, kind: 'ask', text, place, neededFrom: from, neededBy: to });
  }

  /** Visits that are not over. */
  async open(communityId: string): Promise<Visit[]> {
    return (await this.statements.datedAsks(communityId, this.clock.now().toISOString().slice(0, 10))).filter(
      (ask): ask is Visit => ask.place !== null && ask.neededFrom !== null && ask.neededBy !== null,
    );
  }

  /** Tells of each visit once; whoever was told before is not told again. */
  async tell(communityId: string): Promise<void> {
    const visits = await this.open(communityId);
    if (visits.length === 0) return;
    const [community, members] = [await this.communities.get(communityId), await this.members.all(communityId)];
    const constraints = await this.protection.constraintsFor(communityId);
    for (const visit of visits) {
      const visitor = members.get(visit.memberId);
      if (!visitor || constraints.away.has(visitor.id)) continue;
      const helpers = await this.matching.helpersFor(communityId, visit.id, constraints, { most: MOST_LOCALS * 4 });
      const locals = helpers.filter(({ giverId }) => livesIn(visit.place, members.get(giverId)!, community));
      await this.tellOf(visit, visitor, [...new Map(locals.map((local) => [local.giverId, local])).values()].slice(0, MOST_LOCALS));
    }
  }

  private async tellOf(visit: Visit, visitor: Member, locals: readonly Suggestion[]): Promise<void> {
    const { communityId, id, place, neededFrom, neededBy, text } = visit;
    const validUntil = `${daysAfter(neededBy, 1)}T00:00:00.000Z`;
    const organizers = (await this.accounts.organizersOf(communityId)).filter((memberId) => memberId !== visitor.id);
    const write = (memberId: string, audience: 'local' | 'organizer', destination: string): Promise<boolean> =>
      this.database.write((transaction) =>
        this.correspondence.write(
          transaction,
          { communityId, memberId },
          { key: `visit:${id}:${memberId}`, kind: 'visit-notice', category: 'introductions', about: id, validUntil },
          async (reader, linkTo) => {
            const { language } = reader.manner;
            return visitNoticeMail({
              ...reader,
              visitorFirstName: firstName(visitor),
              place,
              from: longDate(language, neededFrom),
              to: longDate(language, neededBy),
              text,
              audience,
              link: await linkTo(destination),
            });
          },
        ),
      );
    for (const { giverId, offer } of locals) await write(giverId, 'local', `/suggestions/${id}/${offer.id}`);
    for (const memberId of organizers) await write(memberId, 'organizer', `/asks/${id}/connect`);
  }
}

/** Whether a member is at home in a place; one who names none lives where the community does. */
function livesIn(place: string, { place: own }: Pick<Member, 'place'>, { place: home }: Pick<Community, 'place'>): boolean {
  const lives = fold(own ?? home ?? '').trim();
  const wanted = fold(place).trim();
  return lives !== '' && (lives.includes(wanted) || wanted.includes(lives));
}
