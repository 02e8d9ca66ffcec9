import { Injectable } from '@nestjs/common';

import type { Account } from '../../accounts/account.js';
import { AccountsService } from '../../accounts/accounts.service.js';
import { SessionsService, type Session } from '../../accounts/sessions.service.js';
import { TokensService, type ApiToken } from '../../accounts/tokens.service.js';
import { Clock } from '../../clock.js';
import { notFound } from '../../errors.js';
import { ContactCardsService } from '../../members/contact-cards.service.js';
import type { ContactCard, Member } from '../../members/member.js';
import { MembersService } from '../../members/members.service.js';
import type { Statement } from '../../members/statement.js';
import { StatementsService } from '../../members/statements.service.js';
import { NeverWishes, type OwnWishes } from '../never/never-wishes.service.js';
import { IntroductionViews, type IntroductionList } from '../introduction-views.service.js';

/** Everything that is known here about one member, without what belongs to others and without secrets. */
export interface OwnData {
  /** UTC, ISO 8601. */
  readonly exportedAt: string;
  readonly account: Account;
  readonly member: Member;
  readonly contactCard: ContactCard;
  readonly statements: readonly Statement[];
  /** As the member may see them. */
  readonly introductions: IntroductionList;
  readonly wishes: OwnWishes;
  readonly sessions: readonly Session[];
  readonly tokens: readonly ApiToken[];
  /** What rooms above keep of the member, by name of the room. */
  readonly elsewhere: Readonly<Record<string, unknown>>;
}

/** A room above this one that keeps something of members. @returns what it keeps of one, fit for JSON and without secrets */
type Keeper = (communityId: string, memberId: string) => Promise<unknown>;

/** More than one member can have open, and room for what was fulfilled in years. */
const MOST = 10_000;

/** Gathers what a member may take along (GDPR, articles 15 and 20). */
@Injectable()
export class OwnDataService {
  private readonly keepers = new Map<string, Keeper>();

  constructor(
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly members: MembersService,
    private readonly cards: ContactCardsService,
    private readonly statements: StatementsService,
    private readonly views: IntroductionViews,
    private readonly wishes: NeverWishes,
    private readonly sessions: SessionsService,
    private readonly tokens: TokensService,
  ) {}

  /** Lets a room above add its part, at start. @param room its name, which heads the part */
  include(room: string, keeper: Keeper): void {
    this.keepers.set(room, keeper);
  }

  async of(communityId: string, memberId: string, accountId: string): Promise<OwnData> {
    const account = await this.accounts.get(accountId);
    if (!account) throw notFound('This account');
    return {
      exportedAt: this.clock.now().toISOString(),
      account,
      member: await this.members.get(communityId, memberId),
      contactCard: await this.cards.ofOwn(memberId),
      statements: (await this.statements.list(communityId, { memberId, limit: MOST })).items,
      introductions: await this.views.list(communityId, memberId),
      wishes: await this.wishes.of(communityId, memberId),
      sessions: (await this.sessions.of(accountId)).map(withoutHash),
      tokens: (await this.tokens.of(accountId)).map(withoutHash),
      elsewhere: Object.fromEntries(await Promise.all([...this.keepers].map(async ([room, keeper]) => [room, await keeper(communityId, memberId)]))),
    };
  }
}

/** Rows come whole from the database; what proves who somebody is stays there. */
function withoutHash<T extends object>(row: T): T {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'hash')) as T;
}
