import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

import { Database } from '../../database/database.js';
import { DomainError } from '../../errors.js';
import { firstName } from '../../members/member.js';
import { MembersService } from '../../members/members.service.js';
import { IntroductionSteps } from '../introduction-steps.service.js';
import { PairRuleEntity } from '../pair-rule.entity.js';
import { pairOf, type PairRule, type WishedRuleKind } from '../pair-rule.js';
import { isEnough } from './never.js';
import { NeverNameEntity } from './never-name.entity.js';
import { NeverRules } from './never-rules.service.js';

/** A wish about somebody whom the member was shown. */
export interface Wish {
  readonly otherId: string;
  /** As much of the name as the member knew; null where it was never shown. */
  readonly name: string | null;
}

/** One's own wishes about others, and nobody else's. */
export interface OwnWishes {
  readonly never: readonly Wish[];
  readonly known: readonly Wish[];
  /** Whom the member named, as it was written. */
  readonly names: readonly { readonly id: string; readonly typed: string }[];
}

const MOST_NAMES = 100;

/** Whom a member does not want to be introduced to, and whom they know already: seen and taken back by themselves alone. */
@Injectable()
export class NeverWishes {
  constructor(
    private readonly database: Database,
    private readonly members: MembersService,
    private readonly rules: NeverRules,
    private readonly steps: IntroductionSteps,
  ) {}

  async of(communityId: string, memberId: string): Promise<OwnWishes> {
    const rules = await this.database.read.find(PairRuleEntity, { where: { communityId, wishedBy: memberId }, order: { lowId: 'ASC', highId: 'ASC' } });
    const members = await this.members.some(
      communityId,
      rules.map((rule) => otherOf(rule, memberId)),
    );
    const wishes = (wanted: WishedRuleKind): Wish[] =>
      rules.flatMap((rule) => {
        const other = members.get(otherOf(rule, memberId));
        return other && rule.kind === wanted ? [{ otherId: other.id, name: rule.shownAs === null ? null : rule.shownAs === 'name' ? other.name : firstName(other) }] : [];
      });
    const names = await this.database.read.find(NeverNameEntity, { where: { communityId, memberId }, order: { id: 'ASC' } });
    return { never: wishes('never'), known: wishes('known'), names: names.map(({ id, typed }) => ({ id, typed })) };
  }

  /**
   * Keeps a name or an address; the same answer whether or not anybody here is called so, now or later. What is under way with whom it means ends silently.
   * @throws too-short for a first name alone, too-many
   */
  async add(communityId: string, memberId: string, typed: string): Promise<void> {
    if (!isEnough(typed))
      throw new DomainError('too-short', 'Write the first and the last name, or the mail address.', [{ code: 'too-short', pointer: '/who', detail: 'A first name alone means many.' }]);
    await this.database.write(async (transaction) => {
      const own = { communityId, memberId };
      if (await transaction.existsBy(NeverNameEntity, { ...own, typed })) return;
      if ((await transaction.countBy(NeverNameEntity, own)) >= MOST_NAMES) throw new DomainError('too-many', `${MOST_NAMES} names are the most. Take back one that is no longer needed.`);
      await transaction.insert(NeverNameEntity, { id: newId(), ...own, typed });
      for (const rule of await this.rules.of(communityId, transaction)) if (rule.wishedBy === memberId) await this.steps.cutBetween(transaction, communityId, memberId, otherOf(rule, memberId));
    });
  }

  /** Takes back a name. Nothing is told, also not whether it meant anybody. */
  async takeBackName(communityId: string, memberId: string, id: string): Promise<void> {
    await this.database.write((transaction) => transaction.delete(NeverNameEntity, { communityId, memberId, id }));
  }

  /** Takes back one's own wish; the other's, where there is one, goes on standing. */
  async takeBack(communityId: string, memberId: string, otherId: string, kind: WishedRuleKind): Promise<void> {
    await this.database.write((transaction) => transaction.delete(PairRuleEntity, { communityId, ...pairOf(memberId, otherId), kind, wishedBy: memberId }));
  }

  /** Forgets the wishes of members who left. */
  async forgetFormer(transaction: EntityManager): Promise<void> {
    const names = await transaction.find(NeverNameEntity);
    const rules = await transaction.findBy(PairRuleEntity, { wishedBy: Not('') });
    const wishers = [...names.map(({ communityId, memberId }) => ({ communityId, id: memberId })), ...rules.map(({ communityId, wishedBy }) => ({ communityId, id: wishedBy }))];
    for (const communityId of new Set(wishers.map((wisher) => wisher.communityId))) {
      const ids = [...new Set(wishers.filter((wisher) => wisher.communityId === communityId).map(({ id }) => id))];
      const here = await this.members.some(communityId, ids);
      const former = In(ids.filter((id) => !here.has(id)));
      await transaction.delete(NeverNameEntity, { communityId, memberId: former });
      await transaction.delete(PairRuleEntity, { communityId, wishedBy: former });
    }
  }
}

function otherOf({ lowId, highId }: Pick<PairRule, 'lowId' | 'highId'>, memberId: string): string {
  return lowId === memberId ? highId : lowId;
}
