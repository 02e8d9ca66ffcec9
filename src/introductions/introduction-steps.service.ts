import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

import { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import { Outbox } from '../mail/outbox.service.js';
import type { Suggestion } from '../matching/matching.service.js';
import { ANSWER_TIME, later, type Introduction } from './introduction.js';
import { IntroductionEntity } from './introduction.entity.js';
import { IntroductionMails } from './introduction-mails.service.js';
import { PairRuleEntity } from './pair-rule.entity.js';
import { PAIR_RULE_KEY, pairOf, rulesLeftBy, type PairRule } from './pair-rule.js';
import { quote } from './reason.js';
import { next, type Event, type PersonEvent, type Refusal } from './transitions.js';

/** What is told when an introduction is opened; the rest follows from it. */
export type Opening = Pick<Introduction, 'communityId' | 'askId' | 'offerId' | 'giverId' | 'askerId' | 'connectorId' | 'words' | 'askPhrase' | 'offerPhrase'>;

/** The one way in which introductions change: the rules decide, then the row, the rules of the pair and the mails are written together. */
@Injectable()
export class IntroductionSteps {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly mails: IntroductionMails,
  ) {}

  /** Proposes to the giver, or begins with the yes of the side that opens. */
  async open(transaction: EntityManager, opening: Opening, by: 'connector' | 'service' | Extract<PersonEvent, { kind: 'yes' }>): Promise<Introduction> {
    const now = this.clock.now().toISOString();
    const proposed: Introduction = {
      ...opening,
      id: newId(),
      openedBy: typeof by === 'string' ? by : 'service',
      state: 'proposed',
      step: null,
      giverAnswer: 'none',
      askerAnswer: 'none',
      giverAnsweredAt: null,
      heldBy: null,
      askedAt: now,
      remindedAt: null,
      expiresAt: later(now, ANSWER_TIME),
      holdUntil: null,
      freedAt: null,
      introducedAt: null,
      outcomeAskedAt: null,
      endedAt: null,
      giverOutcome: null,
      askerOutcome: null,
      thanks: null,
      revision: 0,
    };
    const introduction = typeof by === 'string' ? proposed : withFirstYes(proposed, by);
    await transaction.insert(IntroductionEntity, introduction);
    await this.mails.tell(transaction, undefined, introduction);
    return introduction;
  }

  /** @returns the introduction after the event, or why nothing changed */
  async take(transaction: EntityManager, before: Introduction, event: Event): Promise<Introduction | Refusal> {
    const after = next(before, event, this.clock.now().toISOString());
    if (typeof after === 'string') return after;
    const { id, revision, ...changed } = after;
    // Another process may have been faster between the reading and the writing: then this answer is given anew, to what is there now.
    const { affected } = await transaction.update(IntroductionEntity, { id, state: before.state, revision }, { ...changed, revision: revision + 1 });
    if (affected === 0) throw new DomainError('changed-meanwhile', 'This introduction changed at the same moment. Please look at it again.');
    await this.keepRules(transaction, before, after);
    const isOver = before.endedAt === null && after.endedAt !== null && after.state !== 'closed';
    if (isOver || event.kind === 'cut') await this.outbox.withdraw(transaction, id);
    await this.mails.tell(transaction, before, after);
    return { ...after, revision: revision + 1 };
  }

  /** Ends silently whatever is under way between two members, and takes back the mails about it that have not left. */
  async cutBetween(transaction: EntityManager, communityId: string, one: string, other: string): Promise<void> {
    const both = In([one, other]);
    for (const introduction of await transaction.findBy(IntroductionEntity, { communityId, giverId: both, askerId: both })) await this.take(transaction, introduction, { kind: 'cut' });
  }

  private async keepRules(transaction: EntityManager, before: Introduction, after: Introduction): Promise<void> {
    const { communityId, giverId, askerId } = after;
    const [had, has] = [rulesLeftBy(before), rulesLeftBy(after)];
    const isKept = (rule: PairRule): boolean => has.some(({ kind, wishedBy }) => kind === rule.kind && wishedBy === rule.wishedBy);
    for (const rule of had) if (!isKept(rule)) await transaction.delete(PairRuleEntity, { communityId, ...pairOf(giverId, askerId), kind: rule.kind, wishedBy: rule.wishedBy });
    for (const rule of has) await transaction.upsert(PairRuleEntity, rule, [...PAIR_RULE_KEY]);
  }
}

function withFirstYes(proposed: Introduction, yes: Extract<PersonEvent, { kind: 'yes' }>): Introduction {
  const introduction = next(proposed, yes, proposed.askedAt);
  if (typeof introduction === 'string') throw new Error(`An introduction that was just made refuses its first yes: ${introduction}.`);
  return { ...introduction, openedBy: yes.side };
}

/** A suggestion as the beginning of an introduction, with the phrases of the day. */
export function openingOf(communityId: string, { ask, offer, explanation }: Suggestion): Opening {
  return {
    communityId,
    askId: ask.id,
    offerId: offer.id,
    giverId: offer.memberId,
    askerId: ask.memberId,
    connectorId: null,
    words: null,
    askPhrase: quote(ask.text, explanation.matched.ask),
    offerPhrase: quote(offer.text, explanation.matched.offer),
  };
}
