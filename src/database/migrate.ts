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
