import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AppModule } from '../../src/app.module.js';
import { Clock } from '../../src/clock.js';
import type { EmbeddingsSettings } from '../../src/config.js';
import { createServer } from '../../src/http/server.js';
import { House } from '../support/house.js';

/** A house whose operator has switched embeddings on. */
export async function houseWith(embeddings: EmbeddingsSettings): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'gern-'));
  const config = { host: '127.0.0.1', port: 0, database: join(folder, 'gern.sqlite'), logLevel: 'silent', embeddings } as const;
  const app = await createServer(AppModule.with(config), config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  // House.open() takes no settings, and its constructor is its own.
  return Reflect.construct(House, [app, folder]) as House;
}

/** Stands still until told otherwise. */
export class TestClock extends Clock {
  private time = Date.UTC(2026, 0, 1);

  override now(): Date {
    return new Date(this.time);
  }

  passSeconds(seconds: number): void {
    this.time += seconds * 1_000;
  }
}
