import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, type EntityManager } from 'typeorm';

import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import type { Constraints } from '../matching/matching.service.js';
import { isPaused } from '../members/member.js';
import { MembersService, type MemberLimits } from '../members/members.service.js';
import { StatementsService } from '../members/statements.service.js';
import { CAPACITY_WINDOW, later } from './introduction.js';
import { IntroductionEntity } from './introduction.entity.js';
import { NeverRules } from './never/never-rules.service.js';
import { PairRuleEntity } from './pair-rule.entity.js';
import { pairOf } from './pair-rule.js';
import { protectionOf, type Facts, type Protection } from './protection.js';

export interface CommunityConstraints extends Constraints {
  /** How many more people a giver may be asked for these 30 days. */
  readonly capacityLeft: (giverId: string) => number;
  /** Whether nothing stands between two members. */
  readonly isFreePair: (one: string, other: string) => boolean;
}

interface CommunityFacts extends Omit<Facts, 'now' | 'members'> {
  readonly version: number;
  readonly members: ReadonlyMap<string, MemberLimits>;
  /** Those who have ever named an end of a pause. */
  readonly pausing: readonly string[];
}

/** Gathers what stands between people: rules of pairs, capacities, and introductions under way. */
@Injectable()
export class ProtectionService {
  private readonly known = new Map<string, CommunityFacts>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly statements: StatementsService,
    private readonly never: NeverRules,
  ) {}

  /** What every suggestion of a community must respect today. */
  async constraintsFor(communityId: string): Promise<CommunityConstraints> {
    const now = this.clock.now().toISOString();
    const facts = await this.factsOf(communityId);
    const protection = protectionOf({ now, ...facts });
    const today = now.slice(0, 10);
    const askable = new Map<string, boolean>();
    const mayBeAsked = (giverId: string): boolean => {
      const known = askable.get(giverId);
      if (known !== undefined) return known;
      const may = protection.mayBeAsked(giverId);
      askable.set(giverId, may);
      return may;
    };
    return {
      away: new Set(facts.pausing.filter((id) => isPaused(facts.members.get(id)!, today))),
      isOpen: (statement) => facts.members.has(statement.memberId) && this.statements.stateOf(statement) === 'open' && !protection.isTaken(statement.id),
      allowsPair: (giverId, askerId) => mayBeAsked(giverId) && protection.isFreePair(giverId, askerId),
      capacityLeft: protection.capacityLeft,
      isFreePair: protection.isFreePair,
    };
  }

  /** Read again only when something was written since: every page of every member asks for this. Time takes introductions out of it, never in. */
  private async factsOf(communityId: string): Promise<CommunityFacts> {
    const version = await this.database.version();
    const known = this.known.get(communityId);
    if (known?.version === version) return known;
    const manager = this.database.read;
    const introductions = await manager.find(IntroductionEntity, {
      where: [
        { communityId, introducedAt: IsNull(), freedAt: IsNull() },
        { communityId, state: 'introduced' },
        { communityId, giverAnsweredAt: MoreThan(later(this.clock.now().toISOString(), -CAPACITY_WINDOW)) },
      ],
    });
    const members = await this.members.limits(communityId);
    const pausing = [...members].filter(([, { pausedUntil }]) => pausedUntil !== null).map(([id]) => id);
    const rules = [...(await manager.findBy(PairRuleEntity, { communityId })), ...(await this.never.of(communityId, manager))];
    const facts = { version, members, pausing, rules, introductions };
    this.known.set(communityId, facts);
    return facts;
  }

  /** The same about one giver, one asker and one ask, as it is inside a transaction. */
  async around(transaction: EntityManager, communityId: string, { giverId, askerId, askId }: { readonly giverId: string; readonly askerId: string; readonly askId: string }): Promise<Protection> {
    const members = await this.members.some(communityId, [giverId, askerId]);
    const rules = [...(await transaction.findBy(PairRuleEntity, { communityId, ...pairOf(giverId, askerId) })), ...(await this.never.of(communityId, transaction))];
    const introductions = await transaction.find(IntroductionEntity, {
      where: [
        { communityId, giverId },
        { communityId, giverId: askerId, askerId: giverId },
        { communityId, askId },
      ],
    });
    return protectionOf({ now: this.clock.now().toISOString(), members, rules, introductions });
  }

  /** Whether two members of a community never want to be brought together, one with the other; as it is now, for many questions. */
  async pairsKeptApart(communityId: string, manager: EntityManager = this.database.read): Promise<(one: string, other: string) => boolean> {
    const rules = [...(await manager.findBy(PairRuleEntity, { communityId, kind: 'never' })), ...(await this.never.of(communityId, manager))];
    const apart = new Set(rules.map(({ lowId, highId }) => `${lowId} ${highId}`));
    return (one, other) => apart.has([one, other].sort().join(' '));
  }

  /** Whether one of two members never wants to be brought together with the other. */
  async areKeptApart(transaction: EntityManager, communityId: string, one: string, other: string): Promise<boolean> {
    return (await this.pairsKeptApart(communityId, transaction))(one, other);
  }
}
