import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';

import { DomainError } from '../errors.js';
import { AFTER_CONNECT } from './data-source.js';

export const WRITER = 'writer';

/**
 * The unit of work. On SQLite all requests of a process would share one connection, and one request's rollback would take
 * another's acknowledged writes along; so every write goes through one queue on a connection of its own.
 */
@Injectable()
export class Database implements OnModuleInit {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(getDataSourceToken()) private readonly reader: DataSource,
    @Inject(getDataSourceToken(WRITER)) private readonly writer: DataSource,
  ) {}

  async onModuleInit(): Promise<void> {
    for (const source of [this.reader, this.writer]) for (const pragma of AFTER_CONNECT) await source.query(pragma);
  }

  /** For reading only; sees what has been committed. */
  get read(): EntityManager {
    return this.reader.manager;
  }

  /** Another number whenever anybody, this process or another, has committed anything: what was read under the same number still holds. */
  async version(): Promise<number> {
    const rows: { data_version: number }[] = await this.reader.query('PRAGMA data_version');
    return rows[0]!.data_version;
  }

  /** Runs the work in one transaction after all earlier ones; when it fails, nothing of it is stored. Must not be nested. */
  write<T>(work: (transaction: EntityManager) => Promise<T>): Promise<T> {
    const turn = this.last.then(() => this.inTransaction(work));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async inTransaction<T>(work: (transaction: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.writer.transaction(async (transaction) => {
        await transaction.query(TAKE_WRITE_LOCK);
        return work(transaction);
      });
    } catch (error) {
      throw isOutOfOrder(error) ? new DomainError('try-later', 'The database cannot be written at the moment. Nothing was stored; please try again in a minute.') : error;
    }
  }
}

/**
 * TypeORM opens deferred transactions; one that reads first and then turns to writing fails at once when another process
 * has written meanwhile, whatever the busy timeout. This changes no row but takes the write lock before the first read.
 */
const TAKE_WRITE_LOCK = 'DELETE FROM "migrations" WHERE 0';
const OUT_OF_ORDER = /SQLITE_(?:BUSY|FULL|IOERR|READONLY|CANTOPEN)/u;

function isOutOfOrder(error: unknown): boolean {
  return error instanceof Error && OUT_OF_ORDER.test(error.message);
}

/** What time the database says it is, in UTC: leases are held against this one clock, however far the clocks of processes drift apart. */
export async function databaseNow(manager: EntityManager): Promise<string> {
  const rows: { now: string }[] = await manager.query("SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now') AS now");
  return rows[0]!.now;
}
