import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { AccountsService } from '../../accounts/accounts.service.js';
import { MembersService } from '../../members/members.service.js';
import { pairOf, type PairRule } from '../pair-rule.js';
import { means, namedAs } from './never.js';
import { NeverNameEntity } from './never-name.entity.js';

/** Which members those are whom others named: found anew each time, so that it holds for who joins later too. */
@Injectable()
export class NeverRules {
  constructor(
    private readonly members: MembersService,
    private readonly accounts: AccountsService,
  ) {}

  /** A rule for each pair that a written wish keeps apart. */
  async of(communityId: string, manager: EntityManager): Promise<PairRule[]> {
    const wishes = await manager.findBy(NeverNameEntity, { communityId });
    if (wishes.length === 0) return [];
    const accounts = wishes.some(({ typed }) => typed.includes('@')) ? await this.accounts.ofCommunity(communityId, manager) : undefined;
    const people = [...(await this.members.all(communityId)).values()].map(({ id, name }) => ({ id, named: namedAs(name, accounts?.get(id)?.address) }));
    return wishes.flatMap(({ memberId, typed }) =>
      people
        .filter(({ id, named }) => id !== memberId && means(typed, named))
        .map(({ id }): PairRule => ({ communityId, ...pairOf(memberId, id), kind: 'never', until: null, wishedBy: memberId, shownAs: null })),
    );
  }
}
