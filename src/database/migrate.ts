import { DataSource } from 'typeorm';

import { dataSourceOptions } from './data-source.js';

/** Applies what is missing; returns the names of the migrations applied. */
export async function migrate(database: string): Promise<string[]> {
  const source = await new DataSource(dataSourceOptions(database)).initialize();
  try {
    return (await source.runMigrations()).map(({ name }) => name);
  } finally {
    await source.destroy();
  }
}

/** Names of the migrations that a database has, and of those that this version knows; changes nothing. */
export async function migrationsOf(database: string): Promise<{ applied: string[]; known: string[] }> {
  const { migrations, ...options } = dataSourceOptions(database);
  const source = await new DataSource({ ...options, enableWAL: false }).initialize();
  try {
    // TypeORM's own list of pending migrations would make its table in a file that has none.
    const tables: unknown[] = await source.query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'");
    const rows: { name: string }[] = tables.length === 0 ? [] : await source.query('SELECT name FROM migrations ORDER BY id');
    return { applied: rows.map(({ name }) => name), known: (migrations as (new () => object)[]).map(({ name }) => name) };
  } finally {
    await source.destroy();
  }
}
