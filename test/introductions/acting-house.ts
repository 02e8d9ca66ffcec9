import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Module, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

import { setActor } from '../../src/accounts/actor.js';
import { AppModule } from '../../src/app.module.js';
import { readConfig } from '../../src/config.js';
import { createServer } from '../../src/http/server.js';
import { TestClock } from '../support/clock.js';

/** Takes the acting member from a header: these tests are about what happens once it is known who acts. */
class HeaderGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const [communityId, memberId, accountId] = String(request.headers['x-acting'] ?? '').split(' ');
    const isKnown = memberId !== undefined && accountId !== undefined;
    setActor(request, {
      communityId: communityId ?? '',
      role: isKnown ? 'member' : 'visitor',
      accountId: isKnown ? accountId : null,
      memberId: isKnown ? memberId : null,
      via: isKnown ? 'session' : 'nothing',
    });
    return true;
  }
}

/** The whole house, with the acting member told by a header. */
export async function openActingHouse(clock: TestClock): Promise<{ app: NestFastifyApplication; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'gern-'));
  const config = { ...readConfig({ GERN_DATABASE: join(folder, 'gern.sqlite'), GERN_LOG: 'silent' }), mail: { transport: 'memory' as const, from: 'gern@example.org' } };
  @Module({ imports: [AppModule.with(config, clock)], providers: [{ provide: APP_GUARD, useClass: HeaderGuard }] })
  class ActingModule {}
  const app = await createServer(ActingModule, config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
