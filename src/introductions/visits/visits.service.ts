import { Injectable } from '@nestjs/common';

import { AccountsService } from '../../accounts/accounts.service.js';
import { Clock } from '../../clock.js';
import { CommunitiesService, type Community } from '../../communities/communities.service.js';
import { Correspondence } from '../../communities/correspondence.service.js';
import { Database } from '../../database/database.js';
import { fold } from '../../engine/engine.js';
import { DomainError, notFound } from '../../errors.js';
import { longDate } from '../../html/dates.js';
import { Outbox } from '../../mail/outbox.service.js';
import { MatchingService, type Suggestion } from '../../matching/matching.service.js';
import { firstName, type Member } from '../../members/member.js';
import { MembersService } from '../../members/members.service.js';
import { daysAfter, type Statement } from '../../members/statement.js';
import { StatementsService } from '../../members/statements.service.js';
import { visitNoticeMail } from '../mails/visit-notice.mail.js';
import { ProtectionService } from '../protection.service.js';
import { isVisit, LONGEST_DAYS, visitFault, type Visit, type VisitDraft, type VisitFault } from './visit.js';

/** Locals who hear of a visit. */
const MOST_LOCALS = 5;
const WRONG: Readonly<Record<VisitFault, string>> = {
  backwards: 'ends before it begins',
  over: 'is over',
  'too-far': 'is more than a year away',
  'too-long': `lasts more than ${LONGEST_DAYS} days`,
};

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
    private readonly outbox: Outbox,
  ) {}

  /** Announces a visit. Who is to hear of it is told within a minute. @throws invalid-time */
  async announce(communityId: string, memberId: string, { text, place, from, to, board = null }: VisitDraft): Promise<Statement> {
    this.mustBeVisit({ from, to });
    return this.statements.create(communityId, { memberId, kind: 'ask', text, place, neededFrom: from, neededBy: to, board });
  }

  /** What is wrong with the days of a visit today, or undefined. */
  faultOf(draft: Pick<VisitDraft, 'from' | 'to'>): VisitFault | undefined {
    return visitFault(draft, this.clock.now().toISOString().slice(0, 10));
  }

  /** One's own visits that are not over, the nearest first. */
  async of(communityId: string, memberId: string): Promise<Visit[]> {
    const own = (await this.open(communityId)).filter((visit) => visit.memberId === memberId);
    return own.sort((a, b) => (a.neededFrom < b.neededFrom ? -1 : Number(a.neededFrom > b.neededFrom)));
  }

  /** One's own visit. @throws not-found when it is over, or somebody else's */
  async own(communityId: string, memberId: string, id: string): Promise<Visit> {
    const visit = (await this.of(communityId, memberId)).find((one) => one.id === id);
    if (!visit) throw notFound('This visit');
    return visit;
  }

  /** Who is to hear of it now, and has not yet, is told within a minute; whoever heard of it is not written to again. @throws invalid-time, not-found */
  async change(communityId: string, memberId: string, id: string, { text, place, from, to, board = null }: VisitDraft): Promise<void> {
    this.mustBeVisit({ from, to });
    await this.own(communityId, memberId, id);
    await this.statements.change(communityId, id, { text, place, neededFrom: from, neededBy: to, board });
  }

  /** The visit is gone, and with it the mails about it that still wait. @throws not-found */
  async takeBack(communityId: string, memberId: string, id: string): Promise<void> {
    await this.own(communityId, memberId, id);
    await this.statements.remove(communityId, id);
    await this.database.write((transaction) => this.outbox.withdraw(transaction, id));
  }

  private mustBeVisit(draft: Pick<VisitDraft, 'from' | 'to'>): void {
    const fault = this.faultOf(draft);
    if (fault === undefined) return;
    const detail = `This visit ${WRONG[fault]}.`;
    throw new DomainError('invalid-time', `${detail} Say the first and the last day of your stay.`, [{ code: 'invalid-time', pointer: '/to', detail }]);
  }

  /** Visits that are not over. */
  async open(communityId: string): Promise<Visit[]> {
    return (await this.statements.datedAsks(communityId, this.clock.now().toISOString().slice(0, 10))).filter(isVisit);
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
