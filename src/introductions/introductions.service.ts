import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';

import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { DomainError, notFound } from '../errors.js';
import { MatchingService, type Suggestion } from '../matching/matching.service.js';
import { StatementsService } from '../members/statements.service.js';
import { unlessGone } from './gone.js';
import { hidesAsker, phaseOf, sideOf, type Introduction, type Outcome, type RefusingAnswer, type Side, type Step } from './introduction.js';
import { IntroductionEntity } from './introduction.entity.js';
import { IntroductionSteps, openingOf } from './introduction-steps.service.js';
import { PairRuleEntity } from './pair-rule.entity.js';
import type { ShownAs } from './never/never.js';
import { PAIR_RULE_KEY, pairOf } from './pair-rule.js';
import { ProtectionService } from './protection.service.js';
import { repeats, type PersonEvent, type Refusal } from './transitions.js';

type Yes = Extract<PersonEvent, { kind: 'yes' }>;

/** What the two of an introduction do. What they see of it is `IntroductionViews`; what time does is `IntroductionTime`. */
@Injectable()
export class IntroductionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly statements: StatementsService,
    private readonly matching: MatchingService,
    private readonly protection: ProtectionService,
    private readonly steps: IntroductionSteps,
  ) {}

  /** The giver of a suggestion says gladly; the asker is asked. @returns the id of the introduction */
  async gladly(communityId: string, giverId: string, askId: string, offerId: string, step: Step): Promise<string> {
    const suggestion = await this.suggestionFor(communityId, giverId, askId, offerId);
    if (suggestion.giverId !== giverId) throw notFound('This suggestion');
    return this.begin(communityId, suggestion, { kind: 'yes', side: 'giver', step });
  }

  /** The asker of a suggestion would like this giver's help; the giver is asked before anything else happens. @returns the id of the introduction */
  async wouldLike(communityId: string, askerId: string, askId: string, offerId: string): Promise<string> {
    const suggestion = await this.suggestionFor(communityId, askerId, askId, offerId);
    if (suggestion.askerId !== askerId) throw notFound('This suggestion');
    return this.begin(communityId, suggestion, { kind: 'yes', side: 'asker' });
  }

  /** @param step needed for a giver's yes @throws not-possible when the question no longer stands */
  async answer(communityId: string, memberId: string, id: string, answer: 'yes' | RefusingAnswer, step?: Step): Promise<void> {
    await this.act(communityId, memberId, id, (side) => {
      if (answer !== 'yes') return { kind: 'no', side, why: answer };
      if (side === 'asker') return { kind: 'yes', side };
      if (step === undefined) throw new DomainError('required', 'Say which step you would gladly take: note, call, coffee or meetup.');
      return { kind: 'yes', side, step };
    });
  }

  /** Takes back the second yes within the hold, or a no shortly after it: the question stands again. */
  async undo(communityId: string, memberId: string, id: string): Promise<void> {
    await this.act(communityId, memberId, id, (side) => ({ kind: 'undo', side }));
  }

  /** Takes back a yes for good. */
  async withdraw(communityId: string, memberId: string, id: string): Promise<void> {
    await this.act(communityId, memberId, id, (side) => ({ kind: 'withdraw', side }));
  }

  async tellOutcome(communityId: string, memberId: string, id: string, outcome: Outcome): Promise<void> {
    await this.act(communityId, memberId, id, (side) => ({ kind: 'outcome', side, outcome }));
  }

  async thank(communityId: string, askerId: string, id: string, note: string): Promise<void> {
    await this.act(communityId, askerId, id, (side) => ({ kind: 'thank', side, note }));
  }

  /** "Never with this person": silent, mutual, for good, also for what is under way and for mails that have not left. The same answer for an id that nobody has. */
  async never(communityId: string, memberId: string, otherId: string, shownAs: ShownAs | null = 'first-name'): Promise<void> {
    await this.database.write(async (transaction) => {
      const here = (await this.protection.around(transaction, communityId, { giverId: memberId, askerId: otherId, askId: '' })).isKnown(otherId);
      if (!here || memberId === otherId) return;
      await transaction.upsert(PairRuleEntity, { communityId, ...pairOf(memberId, otherId), kind: 'never', until: null, wishedBy: memberId, shownAs }, [...PAIR_RULE_KEY]);
      await this.steps.cutBetween(transaction, communityId, memberId, otherId);
    });
  }

  /** The same about the other person of an introduction. */
  async neverAgain(communityId: string, memberId: string, id: string): Promise<void> {
    const introduction = await this.find(this.database.read, communityId, memberId, id);
    const { giverId, askerId, askId, introducedAt } = introduction;
    const ask = await unlessGone(this.statements.get(communityId, askId));
    const isUnnamed = hidesAsker(sideOf(memberId, introduction)!, introduction, ask?.board ?? null);
    await this.never(communityId, memberId, giverId === memberId ? askerId : giverId, isUnnamed ? null : introducedAt === null ? 'first-name' : 'name');
  }

  private async suggestionFor(communityId: string, memberId: string, askId: string, offerId: string): Promise<Suggestion> {
    const suggestion = await this.matching.between(communityId, askId, offerId, memberId);
    if (!suggestion) throw closed();
    return suggestion;
  }

  private begin(communityId: string, suggestion: Suggestion, yes: Yes): Promise<string> {
    const opening = openingOf(communityId, suggestion);
    const { giverId, askerId, askId } = opening;
    return this.database.write(async (transaction) => {
      const under = await transaction.findOneBy(IntroductionEntity, { communityId, giverId, askId, state: In(['proposed', 'offered', 'accepted', 'held']) });
      if (under && this.clock.now().toISOString() < under.expiresAt) return (await this.decide(transaction, under, yes)).id;
      const { isHere, isFreePair, isTaken, mayGive, mayBeAsked } = await this.protection.around(transaction, communityId, opening);
      const isOpen = [suggestion.ask, suggestion.offer].every((statement) => this.statements.stateOf(statement) === 'open');
      if (!isOpen || !isHere(giverId) || !isHere(askerId) || !isFreePair(giverId, askerId) || isTaken(askId)) throw closed();
      if (yes.side === 'giver' && !mayGive(giverId)) throw atCapacity();
      if (yes.side === 'asker' && !mayBeAsked(giverId)) throw closed();
      return (await this.steps.open(transaction, opening, yes)).id;
    });
  }

  private async act(communityId: string, memberId: string, id: string, eventOf: (side: Side) => PersonEvent): Promise<void> {
    await this.database.write(async (transaction) => {
      const introduction = await this.find(transaction, communityId, memberId, id);
      await this.decide(transaction, introduction, eventOf(sideOf(memberId, introduction)!));
    });
  }

  private async decide(transaction: EntityManager, introduction: Introduction, event: PersonEvent): Promise<Introduction> {
    if (repeats(introduction, event)) return introduction;
    if (event.kind === 'yes' && event.side === 'giver') await this.mustHaveCapacity(transaction, introduction);
    const after = await this.steps.take(transaction, introduction, event);
    if (typeof after === 'string') throw new DomainError('not-possible', WHY_NOT[after]);
    return after;
  }

  private async mustHaveCapacity(transaction: EntityManager, introduction: Introduction): Promise<void> {
    const { mayGive } = await this.protection.around(transaction, introduction.communityId, introduction);
    if (!mayGive(introduction.giverId)) throw atCapacity();
  }

  /** @throws not-found also where the member has not been asked yet, as if there were no introduction */
  private async find(manager: EntityManager, communityId: string, memberId: string, id: string): Promise<Introduction> {
    const introduction = await manager.findOneBy(IntroductionEntity, { communityId, id });
    const side = introduction ? sideOf(memberId, introduction) : undefined;
    if (!introduction || !side || phaseOf(side, introduction, this.clock.now().toISOString()) === 'hidden') throw notFound('This introduction');
    return introduction;
  }
}

/** One answer for whatever stands in the way: a rule of the pair, a rest, a pause, somebody else's turn. */
function closed(): DomainError {
  return new DomainError('suggestion-closed', 'This suggestion is no longer open. Please look at the current ones.');
}

function atCapacity(): DomainError {
  return new DomainError('not-possible', 'You have said yes as often as you wished to within a month. Raise your capacity first if you would like to help once more.');
}

const WHY_NOT: Readonly<Record<Refusal, string>> = {
  'not-asked': 'There is nothing to answer yet.',
  'not-answered': 'You have not answered yet, so there is nothing to take back.',
  'answered-already': 'You have answered already.',
  'introduced-already': 'You have been introduced already.',
  'told-already': 'You have told this already.',
  'not-yours': 'Only the one who was helped can do this.',
  'too-early': 'It is too early for this.',
  'too-late': 'It is too late to take this back.',
  over: 'This is over; there is nothing left to answer.',
};
