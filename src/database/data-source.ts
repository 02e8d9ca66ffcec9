import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import type { DataSourceOptions } from 'typeorm';

import { migrations } from './migrations/migrations.js';

type SqliteOptions = Extract<DataSourceOptions, { type: 'sqlite' }>;

/** How long a writer of another process is waited for, in milliseconds. */
const BUSY_TIMEOUT = 10_000;

/**
 * Everything that names the driver stands here. WAL lets readers go on beside the one writer; every connection is told
 * `synchronous=FULL`, so that what was acknowledged is on the disk.
 */
export function dataSourceOptions(database: string): SqliteOptions {
  mkdirSync(dirname(database), { recursive: true });
  return { type: 'sqlite', database, enableWAL: true, busyTimeout: BUSY_TIMEOUT, migrations, migrationsTransactionMode: 'all', synchronize: false };
}

export const AFTER_CONNECT = ['PRAGMA synchronous = FULL', 'PRAGMA foreign_keys = ON'];
