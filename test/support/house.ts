import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import type { Membership, Role } from '../../src/accounts/account.js';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { SCOPES, type Scope } from '../../src/accounts/permissions.js';
import { SessionsService } from '../../src/accounts/sessions.service.js';
import { TokensService } from '../../src/accounts/tokens.service.js';
import { AppModule } from '../../src/app.module.js';
import type { Clock } from '../../src/clock.js';
import { CommunitiesService } from '../../src/communities/communities.service.js';
import { readConfig, type Config } from '../../src/config.js';
import { Database } from '../../src/database/database.js';
import { createServer } from '../../src/http/server.js';
import { openLetter, type OpenedLetter } from '../../src/mail/mailbox.js';
import { MemoryTransport } from '../../src/mail/memory.transport.js';
import { TRANSPORT } from '../../src/mail/transport.js';
import { MailWorker } from '../../src/mail/worker.js';
import { MembersService } from '../../src/members/members.service.js';

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly body: any;
}

export interface Opening {
  readonly settings?: Partial<Config>;
  readonly clock?: Clock;
  /** Rooms of a special house. */
  readonly modules?: readonly Type[];
}

type Method = 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Somebody who speaks to the house over HTTP, always in the same way of showing who they are. */
export class Caller {
  constructor(
    private readonly app: NestFastifyApplication,
    /** The headers that show who they are. */
    readonly credentials: () => Promise<Record<string, string>>,
  ) {}

  async call(method: Method, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const own = { ...(await this.credentials()), ...headers };
    const payload = body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'content-type': 'application/json', ...own } };
    const reply = await this.app.inject({ method, url, headers: own, ...payload });
    const type = String(reply.headers['content-type'] ?? '');
    return { status: reply.statusCode, type, headers: reply.headers, body: type.includes('json') ? JSON.parse(reply.body) : reply.body };
  }
}

/** The whole house on a fresh, migrated database, spoken to over HTTP: by its organizer where nothing else is said. */
export class House {
  /** The organizer, by a token with every scope. */
  readonly organizer: Caller;
  organizerId: string;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly folder: string,
    readonly config: Config,
  ) {
    let secret: Promise<string> | undefined;
    this.organizer = new Caller(app, async () => ({ authorization: `Bearer ${await (secret ??= this.tokenOf(this.organizerId, 'admin'))}` }));
  }

  static async open({ settings = {}, clock, modules }: Opening = {}): Promise<House> {
    const folder = mkdtempSync(join(tmpdir(), 'gern-'));
    const config = { ...readConfig({ GERN_DATABASE: join(folder, 'gern.sqlite'), GERN_LOG: 'silent' }), mail: { transport: 'memory' as const, from: 'gern@example.org' }, ...settings };
    const app = await createServer(AppModule.with(config, clock, modules), config);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const house = new House(app, folder, config);
    const { id: communityId, timeZone } = await app.get(CommunitiesService).default();
    const { id } = await app.get(MembersService).create(communityId, { name: 'Orga Muster', languages: ['de'], place: null, line: null, timeZone });
    house.organizerId = id;
    await house.accountOf(id, 'admin');
    return house;
  }

  call(method: Method, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    return this.organizer.call(method, url, body, headers);
  }

  /** A member in their own browser. */
  as(memberId: string): Caller {
    let cookie: Promise<string> | undefined;
    return new Caller(this.app, async () => ({ cookie: await (cookie ??= this.sessionOf(memberId)), 'sec-fetch-site': 'same-origin' }));
  }

  /** Somebody who shows these headers. */
  with(headers: Record<string, string>): Caller {
    return new Caller(this.app, async () => headers);
  }

  visitor(): Caller {
    return new Caller(this.app, async () => ({}));
  }

  /** The account of a member, made now when there is none. @param role counts only when it is made */
  async accountOf(memberId: string, role: Role = 'member', communityId?: string): Promise<Membership> {
    const accounts = this.app.get(AccountsService);
    const known = await accounts.membershipOfMember(memberId);
    if (known) return known;
    const home = communityId ?? (await this.app.get(CommunitiesService).default()).id;
    return this.app.get(Database).write(async (transaction) => {
      const { id: accountId } = await accounts.create(transaction, { address: `${memberId}@example.org`, language: 'de', formal: false });
      const membership = { communityId: home, memberId, accountId, role };
      await accounts.addMembership(transaction, membership);
      return membership;
    });
  }

  /** The cookie of a new session. */
  async sessionOf(memberId: string): Promise<string> {
    const membership = await this.accountOf(memberId);
    return `gern_session=${await this.app.get(Database).write((transaction) => this.app.get(SessionsService).start(transaction, membership, 'test'))}`;
  }

  /** The secret of a new personal token with every scope, or those given. */
  async tokenOf(memberId: string, role: Role = 'member', scopes: readonly Scope[] = SCOPES): Promise<string> {
    const { accountId } = await this.accountOf(memberId);
    return (await this.app.get(TokensService).create({ accountId, memberId, role, name: 'test', scopes: [...scopes] })).secret;
  }

  async member(name: string): Promise<string> {
    return (await this.call('POST', '/api/v1/members', { name, languages: ['de'] })).body.id;
  }

  async says(memberId: string, kind: 'ask' | 'offer', text: string): Promise<string> {
    return (await this.call('POST', '/api/v1/statements', { memberId, kind, text })).body.id;
  }

  /** The worker, which does not run by itself here: `house.mail.runOnce()` carries what is due. */
  get mail(): MailWorker {
    return this.app.get(MailWorker);
  }

  /** What was carried with the memory transport, opened, in its order. */
  get letters(): OpenedLetter[] {
    const transport: unknown = this.app.get(TRANSPORT);
    if (!(transport instanceof MemoryTransport)) throw new Error('This house keeps no letters in memory.');
    return transport.letters.map(openLetter);
  }

  /** Rows as they stand. */
  read<Row>(sql: string): Promise<Row[]> {
    return this.app.get<DataSource>(getDataSourceToken()).query(sql);
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
