import { Injectable, Logger } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, type EntityManager, type FindOptionsWhere } from 'typeorm';

import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { MatchingService, type Suggestion } from '../matching/matching.service.js';
import { StatementsService } from '../members/statements.service.js';
import { unlessGone } from './gone.js';
import { FOLLOW_UP_AFTER, RECORD_LIFE, REMINDER_AFTER, hasTwoYes, later, stillSeeksHelp, type Introduction, type State } from './introduction.js';
import { IntroductionEntity, OutsideConnectionEntity } from './introduction.entity.js';
import { IntroductionSteps, openingOf } from './introduction-steps.service.js';
import { NeverWishes } from './never/never-wishes.service.js';
import { PairRuleEntity } from './pair-rule.entity.js';
import { ProtectionService } from './protection.service.js';

const ASKED = ['proposed', 'offered', 'accepted'] as const satisfies readonly State[];

/** What time does to introductions. Each step stands on its own and may be taken again: a tick that was cut short is made up for by the next. */
@Injectable()
export class IntroductionTime {
  private readonly logger = new Logger('introductions');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly statements: StatementsService,
    private readonly matching: MatchingService,
    private readonly protection: ProtectionService,
    private readonly steps: IntroductionSteps,
    private readonly wishes: NeverWishes,
  ) {}

  /** Whatever is due: holds that are over, people who left, ends of questions, reminders, outcome questions, old records. */
  async tick(): Promise<void> {
    const now = this.clock.now().toISOString();
    const before = (moment: string) => LessThanOrEqual(moment);
    await this.each({ state: 'held', holdUntil: before(now) }, (transaction, introduction) => this.share(transaction, introduction));
    await this.each({ state: In(ASKED) }, (transaction, introduction) => this.cutWhereGone(transaction, introduction));
    const ended = { state: In([...ASKED, 'declined', 'withdrawn']), freedAt: IsNull(), introducedAt: IsNull(), expiresAt: before(now) };
    for (const introduction of await this.database.read.find(IntroductionEntity, { where: ended, order: { id: 'ASC' } })) await this.freeAndAskNext(introduction);
    await this.each({ state: In(ASKED), remindedAt: IsNull(), askedAt: before(later(now, -REMINDER_AFTER)) }, (transaction, introduction) =>
      this.steps.take(transaction, introduction, { kind: 'remind' }),
    );
    await this.each({ state: 'introduced', outcomeAskedAt: IsNull(), introducedAt: before(later(now, -FOLLOW_UP_AFTER)) }, (transaction, introduction) =>
      this.steps.take(transaction, introduction, { kind: 'askOutcome' }),
    );
    await this.forget(now);
  }

  /** Each introduction in a transaction of its own, read anew in it; one that fails does not keep the others waiting. */
  private async each(where: FindOptionsWhere<IntroductionEntity>, work: (transaction: EntityManager, introduction: Introduction) => Promise<unknown>): Promise<void> {
    for (const { id } of await this.database.read.find(IntroductionEntity, { where, order: { id: 'ASC' }, select: { id: true } })) {
      await this.tryOne(id, () =>
        this.database.write(async (transaction) => {
          const introduction = await transaction.findOneBy(IntroductionEntity, { ...where, id });
          if (introduction) await work(transaction, introduction);
        }),
      );
    }
  }

  private async tryOne(id: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error(`Introduction ${id} could not be taken further; it is tried again. ${error instanceof Error ? error.stack : error}`);
    }
  }

  /** The only step after which contact data leaves: both yes must live, both must be here, and nothing may stand between them, in this very transaction. */
  private async share(transaction: EntityManager, introduction: Introduction): Promise<void> {
    const { isHere, isBarred } = await this.protection.around(transaction, introduction.communityId, introduction);
    const { giverId, askerId } = introduction;
    const isAgreed = hasTwoYes(introduction) && isHere(giverId) && isHere(askerId) && !isBarred(giverId, askerId);
    await this.steps.take(transaction, introduction, { kind: isAgreed ? 'holdOver' : 'cut' });
  }

  /** Who paused or left, and asks that were closed, are no longer asked about; the other side sees silence. */
  private async cutWhereGone(transaction: EntityManager, introduction: Introduction): Promise<void> {
    const { isHere } = await this.protection.around(transaction, introduction.communityId, introduction);
    const isAsked = isHere(introduction.giverId) && isHere(introduction.askerId) && (await this.isOpen(introduction));
    if (!isAsked) await this.steps.take(transaction, introduction, { kind: 'cut' });
  }

  private async isOpen({ communityId, askId }: Introduction): Promise<boolean> {
    const ask = await unlessGone(this.statements.get(communityId, askId));
    return ask !== undefined && this.statements.stateOf(ask) === 'open';
  }

  /** At the end of the answer time whoever waited is free. Where the asker had said yes to being helped, the next best giver is asked in the same transaction. */
  private async freeAndAskNext(introduction: Introduction): Promise<void> {
    await this.tryOne(introduction.id, async () => {
      const { communityId } = introduction;
      // Ranked before the transaction, as it may take a while; what it found is held against the rules anew inside.
      const helper = stillSeeksHelp(introduction) && (await this.isOpen(introduction)) ? await this.nextHelper(introduction) : undefined;
      await this.database.write(async (transaction) => {
        const current = await transaction.findOneBy(IntroductionEntity, { id: introduction.id, revision: introduction.revision });
        if (!current || typeof (await this.steps.take(transaction, current, { kind: 'expire' })) === 'string' || !helper) return;
        const opening = openingOf(communityId, helper);
        const { isHere, isTaken, isFreePair, mayBeAsked } = await this.protection.around(transaction, communityId, opening);
        const mayAsk = isHere(opening.askerId) && mayBeAsked(opening.giverId) && isFreePair(opening.giverId, opening.askerId) && !isTaken(opening.askId);
        if (mayAsk) await this.steps.open(transaction, opening, 'service');
      });
    });
  }

  private async nextHelper({ communityId, askId }: Introduction): Promise<Suggestion | undefined> {
    const asked = new Set((await this.database.read.find(IntroductionEntity, { where: { communityId, askId }, select: { id: true, giverId: true } })).map(({ giverId }) => giverId));
    const constraints = await this.protection.constraintsFor(communityId);
    const allowsPair = (giverId: string, askerId: string): boolean => !asked.has(giverId) && constraints.allowsPair(giverId, askerId);
    const [helper] = await this.matching.helpersFor(communityId, askId, { ...constraints, allowsPair }, { most: 1 });
    return helper;
  }

  private async forget(now: string): Promise<void> {
    const old = LessThanOrEqual(later(now, -RECORD_LIFE));
    await this.database.write(async (transaction) => {
      await transaction.delete(IntroductionEntity, [{ freedAt: old }, { introducedAt: old }]);
      await transaction.delete(OutsideConnectionEntity, { madeAt: old });
      await transaction.delete(PairRuleEntity, { until: LessThanOrEqual(now) });
      await this.wishes.forgetFormer(transaction);
    });
  }
}
