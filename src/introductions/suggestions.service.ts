import { Injectable } from '@nestjs/common';

import { Clock } from '../clock.js';
import type { GivingFirst } from '../engine/engine.js';
import { MatchingService, type Constraints, type Suggestion } from '../matching/matching.service.js';
import { isPaused, type Member } from '../members/member.js';
import { MembersService } from '../members/members.service.js';
import { StatementsService } from '../members/statements.service.js';

/** A suggestion with the person on the other side. */
export interface SuggestedIntroduction extends Suggestion {
  readonly counterpart: Member;
}

/** Gathers who may be introduced and asks the matching. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly members: MembersService,
    private readonly statements: StatementsService,
    private readonly matching: MatchingService,
    private readonly clock: Clock,
  ) {}

  /** @throws not-found when the member is not of this community */
  async forMember(communityId: string, memberId: string, most: number): Promise<GivingFirst<SuggestedIntroduction>> {
    const member = await this.members.get(communityId, memberId);
    const members = await this.members.all(communityId);
    const { give, receive, surprise } = await this.matching.suggest(communityId, member.id, this.constraints(members), most);
    const withPerson = (suggestion: Suggestion): SuggestedIntroduction => {
      const other = suggestion.askerId === memberId ? suggestion.giverId : suggestion.askerId;
      return { ...suggestion, counterpart: members.get(other)! };
    };
    return { give: give.map(withPerson), receive: receive.map(withPerson), ...(surprise && { surprise: withPerson(surprise) }) };
  }

  /** How many members could help with this ask today; nobody is named. */
  async countHelpers(communityId: string, text: string, askerId?: string): Promise<number> {
    return this.matching.countHelpers(communityId, text, this.constraints(await this.members.all(communityId)), askerId);
  }

  /** The best introductions of the whole community, each person as giver and as asker at most once. */
  async bestOfAll(communityId: string, most: number): Promise<SuggestedIntroduction[]> {
    const all: SuggestedIntroduction[] = [];
    for (const id of (await this.members.all(communityId)).keys()) all.push(...(await this.forMember(communityId, id, 3)).give);
    all.sort((a, b) => b.affinity - a.affinity || (a.ask.id < b.ask.id ? -1 : 1));
    const givers = new Set<string>();
    const askers = new Set<string>();
    return all.filter(({ giverId, askerId }) => !givers.has(giverId) && !askers.has(askerId) && givers.add(giverId) && askers.add(askerId)).slice(0, most);
  }

  private constraints(members: ReadonlyMap<string, Member>): Constraints {
    const today = this.clock.now().toISOString().slice(0, 10);
    const away = new Set([...members.values()].filter((member) => isPaused(member, today)).map(({ id }) => id));
    return { away, isOpen: (statement) => members.has(statement.memberId) && this.statements.stateOf(statement) === 'open' };
  }
}
