import { Injectable } from '@nestjs/common';

import type { GivingFirst } from '../engine/engine.js';
import { MatchingService, type Suggestion } from '../matching/matching.service.js';
import type { Member } from '../members/member.js';
import { MembersService } from '../members/members.service.js';
import type { Statement } from '../members/statement.js';
import { ProtectionService } from './protection.service.js';

/** A suggestion with the person on the other side. */
export interface SuggestedIntroduction extends Suggestion {
  readonly counterpart: Member;
}

/** Asks the matching for possible introductions that respect all who are to be protected. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly members: MembersService,
    private readonly matching: MatchingService,
    private readonly protection: ProtectionService,
  ) {}

  /** @throws not-found when the member is not of this community */
  async forMember(communityId: string, memberId: string, most: number): Promise<GivingFirst<SuggestedIntroduction>> {
    const member = await this.members.get(communityId, memberId);
    const { give, receive, surprise } = await this.matching.suggest(communityId, member.id, await this.protection.constraintsFor(communityId), most);
    const otherOf = ({ askerId, giverId }: Suggestion): string => (askerId === memberId ? giverId : askerId);
    const members = await this.members.some(communityId, [...give, ...receive, ...(surprise ? [surprise] : [])].map(otherOf));
    const withPerson = (suggestion: Suggestion): SuggestedIntroduction => ({ ...suggestion, counterpart: members.get(otherOf(suggestion))! });
    return { give: give.map(withPerson), receive: receive.map(withPerson), ...(surprise && { surprise: withPerson(surprise) }) };
  }

  /** How many members could help with this ask today; nobody is named. */
  async countHelpers(communityId: string, text: string, askerId?: string): Promise<number> {
    return this.matching.countHelpers(communityId, text, await this.protection.constraintsFor(communityId), askerId);
  }

  /** The open asks that an offer would serve, while it is being written. */
  async asksServedBy(communityId: string, text: string, giverId: string, most: number): Promise<Statement[]> {
    return this.matching.asksServedBy(communityId, text, await this.protection.constraintsFor(communityId), giverId, most);
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
}
