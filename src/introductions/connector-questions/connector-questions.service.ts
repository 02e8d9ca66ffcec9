import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';

import { Clock } from '../../clock.js';
import { Correspondence } from '../../communities/correspondence.service.js';
import { Database } from '../../database/database.js';
import { firstName } from '../../members/member.js';
import { MembersService } from '../../members/members.service.js';
import { daysAfter, type Statement } from '../../members/statement.js';
import { StatementsService } from '../../members/statements.service.js';
import { LikelyConnectors, type LikelyConnector } from '../likely-connectors.service.js';
import { doYouKnowMail } from '../mails/do-you-know.mail.js';
import { isDue, restingMembers } from './connector-question.js';
import { ConnectorQuestionEntity } from './connector-question.entity.js';

/** Rows are kept as long as an ask can live and be renewed once. */
const KEPT_DAYS = 200;
/** So many asks are looked at in one turn; the next minute goes on. */
const ASKS_A_TURN = 20;
/** Days for which the question is worth carrying, and its link good. */
const CARRIED_DAYS = 7;

/** Asks whom nobody here can help directly are carried around: the member most likely to know somebody is asked by mail, gently and seldom. */
@Injectable()
export class ConnectorQuestions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly statements: StatementsService,
    private readonly likely: LikelyConnectors,
    private readonly correspondence: Correspondence,
  ) {}

  /** @returns how many members were asked */
  async askAround(communityId: string): Promise<number> {
    const today = this.clock.now().toISOString().slice(0, 10);
    const questions = await this.database.read.findBy(ConnectorQuestionEntity, { communityId });
    const asks = await this.statements.openAsks(communityId);
    const due = asks.filter(({ id, createdAt }) =>
      isDue(
        today,
        createdAt,
        questions.filter(({ askId }) => askId === id),
      ),
    );
    if (due.length === 0) return 0;
    const resting = restingMembers(today, questions);
    const members = await this.members.all(communityId);
    let asked = 0;
    for (const ask of due.slice(0, ASKS_A_TURN)) {
      const candidates = await this.likely.forAsk(communityId, ask.id);
      const connector = candidates.find(({ memberId }) => !resting.has(memberId) && members.get(memberId)?.cadence !== 'never');
      if (connector) resting.add(connector.memberId);
      asked += Number(await this.ask(ask, firstName(members.get(ask.memberId)!), connector, today));
    }
    return asked;
  }

  /** Questions are forgotten with the asks they were about. */
  async forget(): Promise<void> {
    const old = daysAfter(this.clock.now().toISOString(), -KEPT_DAYS);
    if (!(await this.database.read.existsBy(ConnectorQuestionEntity, { date: LessThan(old) }))) return;
    await this.database.write(async (transaction) => {
      await transaction.delete(ConnectorQuestionEntity, { date: LessThan(old) });
    });
  }

  private ask(ask: Statement, askerFirstName: string, connector: LikelyConnector | undefined, today: string): Promise<boolean> {
    const { id: askId, communityId, text } = ask;
    return this.database.write(async (transaction) => {
      if (await transaction.existsBy(ConnectorQuestionEntity, { askId, date: today })) return false;
      await transaction.insert(ConnectorQuestionEntity, { askId, date: today, communityId, memberId: connector?.memberId ?? null });
      if (!connector) return false;
      const { memberId, reason } = connector;
      const validUntil = `${daysAfter(today, CARRIED_DAYS)}T00:00:00.000Z`;
      const envelope = { key: `do-you-know:${askId}:${memberId}`, kind: 'do-you-know', category: 'introductions' as const, about: askId, validUntil };
      return this.correspondence.write(transaction, { communityId, memberId }, envelope, async (reader, linkTo) =>
        doYouKnowMail({ ...reader, askerFirstName, ask: text, why: reason, link: await linkTo(`/asks/${askId}/connect`) }),
      );
    });
  }
}
