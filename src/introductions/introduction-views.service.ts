import { Injectable } from '@nestjs/common';

import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import type { Language } from '../engine/engine.js';
import { notFound } from '../errors.js';
import { firstName, type Member } from '../members/member.js';
import { MembersService } from '../members/members.service.js';
import type { Statement } from '../members/statement.js';
import { StatementsService } from '../members/statements.service.js';
import { unlessGone } from './gone.js';
import { hidesAsker, memberOn, otherSide, sideOf, visibleTo, type Introduction, type Side, type SideView } from './introduction.js';
import { IntroductionEntity } from './introduction.entity.js';

export interface Words {
  readonly text: string;
  /** Null where the statement is no longer there and only the phrase is left. */
  readonly language: Language | null;
}

/** An introduction as one of its two sides may see it: never a surname, never contact data. */
export interface IntroductionView extends SideView {
  readonly id: string;
  readonly side: Side;
  /** First name of the other side; null for a former member, and for one who is unnamed. */
  readonly other: string | null;
  /** Whether the other side shows this ask without a name, until both have said yes. */
  readonly isUnnamed: boolean;
  readonly ask: Words;
  readonly offer: Words | null;
  readonly askPhrase: string;
  readonly offerPhrase: string;
  readonly connector: { readonly firstName: string | null; readonly words: string } | null;
}

/** Giving first: where the member gives, then where the member is helped; the newest first. */
export interface IntroductionList {
  readonly give: readonly IntroductionView[];
  readonly receive: readonly IntroductionView[];
}

/** What the two see of their introductions. */
@Injectable()
export class IntroductionViews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly statements: StatementsService,
  ) {}

  async list(communityId: string, memberId: string): Promise<IntroductionList> {
    const where = [
      { communityId, giverId: memberId },
      { communityId, askerId: memberId },
    ];
    const introductions = await this.database.read.find(IntroductionEntity, { where, order: { id: 'DESC' } });
    const views: IntroductionView[] = [];
    for (const introduction of introductions) {
      const view = await this.viewOf(introduction, memberId);
      if (view.phase !== 'hidden') views.push(view);
    }
    return { give: views.filter(({ side }) => side === 'giver'), receive: views.filter(({ side }) => side === 'asker') };
  }

  /** @throws not-found also where the member has not been asked yet, as if there were no introduction */
  async get(communityId: string, memberId: string, id: string): Promise<IntroductionView> {
    const introduction = await this.database.read.findOneBy(IntroductionEntity, { communityId, id });
    if (!introduction || sideOf(memberId, introduction) === undefined) throw notFound('This introduction');
    const view = await this.viewOf(introduction, memberId);
    if (view.phase === 'hidden') throw notFound('This introduction');
    return view;
  }

  private async viewOf(introduction: Introduction, memberId: string): Promise<IntroductionView> {
    const { communityId, askId, offerId, askPhrase, offerPhrase, connectorId, words } = introduction;
    const side = sideOf(memberId, introduction)!;
    const otherId = memberOn(otherSide(side), introduction);
    const people = await this.members.some(communityId, [otherId, ...(connectorId === null ? [] : [connectorId])]);
    const nameOf = (member: Member | undefined): string | null => (member ? firstName(member) : null);
    const ask = await unlessGone(this.statements.get(communityId, askId));
    const isUnnamed = hidesAsker(side, introduction, ask?.board ?? null);
    return {
      id: introduction.id,
      side,
      ...visibleTo(side, introduction, this.clock.now().toISOString()),
      other: isUnnamed ? null : nameOf(people.get(otherId)),
      isUnnamed,
      ask: wordsOf(ask, askPhrase),
      offer: offerId === null ? null : wordsOf(await unlessGone(this.statements.get(communityId, offerId)), offerPhrase),
      askPhrase,
      offerPhrase,
      connector: connectorId === null || words === null ? null : { firstName: nameOf(people.get(connectorId)), words },
    };
  }
}

function wordsOf(statement: Statement | undefined, phrase: string): Words {
  return statement ? { text: statement.text, language: statement.language } : { text: phrase, language: null };
}
