import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { FirstOrganizer } from './accounts/first-organizer.service.js';
import { AppModule } from './app.module.js';
import type { Clock } from './clock.js';
import { clockworkOf } from './clockwork.js';
import type { Config } from './config.js';
import { serveOpenApi } from './http/openapi.js';
import { createServer } from './http/server.js';
import { MailWorker } from './mail/worker.js';

export interface SpecialHouse {
  readonly clock?: Clock;
  readonly modules?: readonly Type[];
  /** Awaited before the first request is taken. */
  readonly prepare?: (app: NestFastifyApplication) => Promise<void>;
}

/** Starts the HTTP process and prints where it listens. */
export async function serve(config: Config, { clock, modules, prepare }: SpecialHouse = {}): Promise<NestFastifyApplication> {
  const app = await createServer(AppModule.with(config, clock, modules), config);
  serveOpenApi(app);
  const clockwork = clockworkOf(app);
  app.getHttpAdapter().getInstance().addHook('preClose', clockwork.stop);
  await app.init();
  await prepare?.(app);
  await app.listen(config.port, config.host);
  app.get(MailWorker).start();
  clockwork.start();
  process.stdout.write(`Gern listens on ${await app.getUrl()}\n`);
  const welcome = config.demo ? undefined : await app.get(FirstOrganizer).newLink();
  if (welcome !== undefined) process.stdout.write(`There is no organizer yet. Within 24 hours this link, used once, makes the first one:\n  ${welcome}\n`);
  return app;
}

/** The house without HTTP, for a command. */
export function openHouse(config: Config): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(AppModule.with(config), { logger: ['error'], abortOnError: false });
}
