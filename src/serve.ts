import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { serveOpenApi } from './http/openapi.js';
import { createServer } from './http/server.js';
import { MailWorker } from './mail/worker.js';

/** Starts the HTTP process and prints where it listens. @param prepare is awaited before the first request is taken */
export async function serve(config: Config, prepare?: (app: NestFastifyApplication) => Promise<void>): Promise<NestFastifyApplication> {
  const app = await createServer(AppModule.with(config), config);
  serveOpenApi(app);
  await app.init();
  await prepare?.(app);
  await app.listen(config.port, config.host);
  app.get(MailWorker).start();
  process.stdout.write(`Gern listens on ${await app.getUrl()} – on this machine only, as there is no sign-in yet.\n`);
  return app;
}
