import { Injectable } from '@nestjs/common';

import { MatchingService } from '../matching/matching.service.js';
import { firstName, type Member } from '../members/member.js';
import { MembersService } from '../members/members.service.js';
import { StatementsService } from '../members/statements.service.js';
import { openAsk } from './open-ask.js';
import { ProtectionService } from './protection.service.js';
import { quote } from './reason.js';

/** A member who may know somebody: by an offer that lies near the ask, or by living where help is needed. */
export interface LikelyConnector {
  readonly memberId: string;
  readonly firstName: string;
  readonly reason: { readonly kind: 'near'; readonly askPhrase: string; readonly offerPhrase: string } | { readonly kind: 'place'; readonly place: string };
}

const MOST_CONNECTORS = 3;

/** Whom to ask "do you know someone?". */
@Injectable()
export class LikelyConnectors {
  constructor(
    private readonly members: MembersService,
    private readonly statements: StatementsService,
    private readonly matching: MatchingService,
    private readonly protection: ProtectionService,
  ) {}

  /** Where nobody could help directly, up to three members most likely to know somebody; none where somebody could. */
  async forAsk(communityId: string, askId: string): Promise<LikelyConnector[]> {
    const ask = await openAsk(this.statements, communityId, askId);
    const members = await this.members.all(communityId);
    const constraints = await this.protection.constraintsFor(communityId);
    if ((await this.matching.helpersFor(communityId, askId, constraints, { most: 1 })).length > 0) return [];
    const near = await this.matching.helpersFor(communityId, askId, constraints, { most: MOST_CONNECTORS * 2, surprises: true });
    const found = new Map<string, LikelyConnector>();
    const add = (member: Member, reason: LikelyConnector['reason']): void => {
      if (found.size < MOST_CONNECTORS && !found.has(member.id)) found.set(member.id, { memberId: member.id, firstName: firstName(member), reason });
    };
    for (const { giverId, offer, explanation } of near) {
      add(members.get(giverId)!, { kind: 'near', askPhrase: quote(ask.text, explanation.matched.ask), offerPhrase: quote(offer.text, explanation.matched.offer) });
    }
    const place = ask.place ?? members.get(ask.memberId)?.place;
    for (const member of members.values()) {
      const isNeighbour = place && member.place && samePlace(place, member.place) && member.id !== ask.memberId && constraints.allowsPair(member.id, ask.memberId);
      if (isNeighbour && !constraints.away.has(member.id)) add(member, { kind: 'place', place });
    }
    return [...found.values()];
  }
}

function samePlace(one: string, other: string): boolean {
  return one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
}
