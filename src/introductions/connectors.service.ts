import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';

import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import type { Language } from '../engine/engine.js';
import { DomainError } from '../errors.js';
import { MembersService } from '../members/members.service.js';
import { StatementsService } from '../members/statements.service.js';
import { forwardable } from './forwardable.js';
import { OutsideConnectionEntity } from './introduction.entity.js';
import { IntroductionSteps } from './introduction-steps.service.js';
import { openAsk } from './open-ask.js';
import { ProtectionService } from './protection.service.js';
import { quote } from './reason.js';

/** Whom the connector thought of: a member, or somebody outside of whom nothing is told. */
export type ThirdPerson = { readonly memberId: string } | { readonly outside: true };

/** "I know someone": third persons who bring two others together, and step out of the thread. */
@Injectable()
export class ConnectorsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly statements: StatementsService,
    private readonly protection: ProtectionService,
    private readonly steps: IntroductionSteps,
  ) {}

  /**
   * Asks a member whether they would help, and then the asker; of somebody outside nothing but the connection is stored.
   * The connector gets the same answer whether or not the two may be brought together: a rest, a pause or a wish not to meet is nobody else's business.
   */
  async connect(communityId: string, connectorId: string, askId: string, third: ThirdPerson, words: string): Promise<void> {
    const ask = await openAsk(this.statements, communityId, askId);
    const askerId = ask.memberId;
    if (askerId === connectorId) throw new DomainError('not-possible', 'This ask is your own: say in it what you need, and others can think of somebody.');
    if ('outside' in third) return this.noteOutside(communityId, connectorId, askId);
    const giverId = third.memberId;
    if (giverId === connectorId) throw new DomainError('not-possible', 'Name a third person. If you can help yourself, say gladly.');
    const opening = { communityId, askId, offerId: null, giverId, askerId, connectorId, words, askPhrase: quote(ask.text, []), offerPhrase: words };
    await this.database.write(async (transaction) => {
      const { isHere, isFreePair, isTaken, mayBeAsked } = await this.protection.around(transaction, communityId, opening);
      const areFree = giverId !== askerId && isHere(askerId) && mayBeAsked(giverId) && isFreePair(giverId, askerId) && !isTaken(askId);
      const isWelcome = !(await this.protection.areKeptApart(transaction, communityId, connectorId, giverId)) && !(await this.protection.areKeptApart(transaction, communityId, connectorId, askerId));
      if (areFree && isWelcome) await this.steps.open(transaction, opening, 'connector');
    });
  }

  /** A text to pass on to people outside, without private data. */
  async forwardable(communityId: string, askId: string, language: Language): Promise<string> {
    const ask = await openAsk(this.statements, communityId, askId);
    return forwardable(ask, await this.members.get(communityId, ask.memberId), language);
  }

  private async noteOutside(communityId: string, connectorId: string, askId: string): Promise<void> {
    await this.database.write(async (transaction) => {
      if (await transaction.existsBy(OutsideConnectionEntity, { communityId, connectorId, askId })) return;
      await transaction.insert(OutsideConnectionEntity, { id: newId(), communityId, askId, connectorId, madeAt: this.clock.now().toISOString() });
    });
  }
}
