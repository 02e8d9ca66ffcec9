import { Injectable } from '@nestjs/common';

import { AccountsService } from '../accounts/accounts.service.js';
import { MembersService } from '../members/members.service.js';

/** Who did something at a meetup, as the others know them. */
@Injectable()
export class Organizers {
  constructor(
    private readonly accounts: AccountsService,
    private readonly members: MembersService,
  ) {}

  /** The name that belongs to an account; empty for one that has left. */
  async names(communityId: string): Promise<(accountId: string | null) => string> {
    const members = await this.members.all(communityId);
    const names = new Map([...(await this.accounts.ofCommunity(communityId))].map(([memberId, { id }]) => [id, members.get(memberId)?.name ?? '']));
    return (accountId) => (accountId === null ? '' : (names.get(accountId) ?? ''));
  }
}
