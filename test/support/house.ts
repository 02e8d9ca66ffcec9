import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { AppModule } from '../../src/app.module.js';
import type { Clock } from '../../src/clock.js';
import { readConfig, type Config } from '../../src/config.js';
import { createServer } from '../../src/http/server.js';
import { openLetter, type OpenedLetter } from '../../src/mail/mailbox.js';
import { MemoryTransport } from '../../src/mail/memory.transport.js';
import { TRANSPORT } from '../../src/mail/transport.js';
import { MailWorker } from '../../src/mail/worker.js';

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: any;
}

export interface Opening {
  readonly settings?: Partial<Config>;
  readonly clock?: Clock;
}

/** The whole house on a fresh, migrated database, spoken to over HTTP. */
export class House {
  private constructor(
    readonly app: NestFastifyApplication,
    private readonly folder: string,
  ) {}

  static async open({ settings = {}, clock }: Opening = {}): Promise<House> {
    const folder = mkdtempSync(join(tmpdir(), 'gern-'));
    const config = { ...readConfig({ GERN_DATABASE: join(folder, 'gern.sqlite'), GERN_LOG: 'silent' }), mail: { transport: 'memory' as const, from: 'gern@example.org' }, ...settings };
    const app = await createServer(AppModule.with(config, clock), config);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new House(app, folder);
  }

  async call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const payload = body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } };
    const reply = await this.app.inject({ method, url, headers, ...payload });
    const type = String(reply.headers['content-type'] ?? '');
    return { status: reply.statusCode, type, body: type.includes('json') ? JSON.parse(reply.body) : reply.body };
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

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
