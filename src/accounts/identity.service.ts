import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { DomainError } from '../errors.js';
import type { Caller } from './access.js';
import { ROLES, type Role } from './account.js';
import { AccountsService, type MailLink } from './accounts.service.js';
import type { Actor } from './actor.js';
import { SESSION_COOKIE } from './cookies.js';
import { HomeCommunity } from './home-community.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionsService, type Session } from './sessions.service.js';
import { TokensService } from './tokens.service.js';

const BEARER = /^Bearer +(\S+)$/iu;

/** Finds out who calls: by token, by session, or by the link of a mail. */
@Injectable()
export class Identity {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly tokens: TokensService,
    private readonly secondFactors: SecondFactorService,
    private readonly home: HomeCommunity,
  ) {}

  /** @throws sign-in-needed for a token that is none */
  async callerOf(request: FastifyRequest): Promise<Caller> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.byToken(BEARER.exec(authorization)?.[1]);
    const session = await this.sessionOf(request);
    const link = await this.linkOf(request);
    // A link for somebody else outranks the session: the one whose mail it is opens their own things, in a browser that many may share.
    const caller = link && link.accountId !== session?.accountId ? await this.byLink(link) : session && (await this.bySession(session));
    return caller ?? { actor: await this.visitor(), scopes: [], standing: 'visitor' };
  }

  async sessionOf(request: FastifyRequest): Promise<Session | undefined> {
    const secret = request.cookies[SESSION_COOKIE];
    return secret ? this.sessions.use(secret) : undefined;
  }

  private async byToken(secret: string | undefined): Promise<Caller> {
    const token = secret === undefined ? undefined : await this.tokens.use(secret);
    const membership = token && (await this.accounts.membershipOfMember(token.memberId));
    if (!token || !membership) throw new DomainError('sign-in-needed', 'This token is not valid, or was revoked. Make a new one under /account.');
    const role = lower(token.role, membership.role);
    return { actor: { ...membershipOf(membership), role, via: 'token' }, scopes: token.scopes, standing: role };
  }

  private async bySession(session: Session): Promise<Caller | undefined> {
    const membership = await this.accounts.membershipOfMember(session.memberId);
    if (membership?.accountId !== session.accountId) return undefined;
    const hasPowers = membership.role !== 'member' && this.sessions.hasPowers(session) && (await this.secondFactors.stateOf(session.accountId)) === 'confirmed';
    return { actor: { ...membershipOf(membership), role: hasPowers ? membership.role : 'member', via: 'session' }, scopes: [], standing: membership.role };
  }

  private async byLink({ accountId, destination }: MailLink): Promise<Caller | undefined> {
    const memberships = await this.accounts.membershipsOf(accountId);
    const { id } = await this.home.default();
    const membership = memberships.find(({ communityId }) => communityId === id) ?? memberships[0];
    return membership && { actor: { ...membershipOf(membership), role: 'member', via: 'link' }, scopes: [], standing: 'member', destination };
  }

  private async linkOf(request: FastifyRequest): Promise<MailLink | undefined> {
    const { key } = request.query as { key?: unknown };
    return typeof key === 'string' ? this.accounts.linkFor(key, request.url.split('?')[0]!) : undefined;
  }

  private async visitor(): Promise<Actor> {
    return { communityId: (await this.home.default()).id, role: 'visitor', accountId: null, memberId: null, via: 'nothing' };
  }
}

function membershipOf({ communityId, accountId, memberId }: Pick<Actor, 'communityId' | 'accountId' | 'memberId'>): Pick<Actor, 'communityId' | 'accountId' | 'memberId'> {
  return { communityId, accountId, memberId };
}

function lower(a: Role, b: Role): Role {
  return ROLES.indexOf(a) < ROLES.indexOf(b) ? a : b;
}
