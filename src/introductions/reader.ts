import { Injectable } from '@nestjs/common';

import { AccountsService } from '../accounts/accounts.service.js';
import { actingMember, type Actor } from '../accounts/actor.js';
import type { Language } from '../engine/engine.js';
import { keyQuery } from '../http/link-key.js';
import { MembersService } from '../members/members.service.js';

/** How a page speaks: in whose language, on whose clock, and with which key its forms are sent. */
export interface Reader {
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
  /** `?key=…` of a mailed link, or empty. */
  readonly query: string;
  /** Whether the header leads to the organizers' pages too. */
  readonly organizes: boolean;
}

/** Finds out for whom a page is written. */
@Injectable()
export class Readers {
  constructor(
    private readonly accounts: AccountsService,
    private readonly members: MembersService,
  ) {}

  /** The member who acts. @param told a language named in the address outranks that of the account */
  async of(actor: Actor, { key, language: told }: { readonly key?: string; readonly language?: Language } = {}): Promise<Reader> {
    const memberId = actingMember(actor);
    const member = await this.members.get(actor.communityId, memberId);
    const membership = await this.accounts.membershipOfMember(memberId);
    const account = membership && (await this.accounts.get(membership.accountId));
    return {
      language: told ?? account?.language ?? member.languages[0] ?? 'en',
      timeZone: member.timeZone,
      query: keyQuery(key),
      organizes: actor.via === 'session' && membership !== undefined && membership.role !== 'member',
    };
  }
}
