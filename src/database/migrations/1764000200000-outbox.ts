import { randomBytes } from 'node:crypto';

import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string, isNullable = false) => ({ name, type: 'text', isNullable });
const integer = (name: string) => ({ name, type: 'integer', isNullable: false });
const boolean = (name: string) => ({ name, type: 'boolean', isNullable: false });
const index = (name: string, ...columnNames: string[]) => new TableIndex({ name, columnNames });

const SECRET_BYTES = 32;

/** Mails that are to leave, each with its bytes fixed when it was queued; how carrying goes; who wants no mail. */
export class Outbox1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'outbox',
        columns: [
          { ...text('id'), isPrimary: true },
          text('key'),
          text('kind'),
          text('category'),
          integer('urgency'),
          text('community_id'),
          text('account_id', true),
          text('about'),
          text('recipient', true),
          text('language'),
          text('message_id'),
          { name: 'bytes', type: 'blob', isNullable: true },
          boolean('repeatable'),
          text('state'),
          text('due_at'),
          text('valid_until'),
          integer('attempts'),
          integer('lease'),
          text('leased_until', true),
          text('dotted_at', true),
          text('answer', true),
          text('created_at'),
          text('changed_at'),
        ],
        indices: [
          new TableIndex({ name: 'ux_outbox_key', columnNames: ['key'], isUnique: true }),
          index('ix_outbox_due', 'state', 'urgency', 'due_at'),
          index('ix_outbox_valid', 'state', 'valid_until'),
          index('ix_outbox_message', 'message_id'),
          index('ix_outbox_about', 'about'),
          index('ix_outbox_account', 'account_id'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'mail_state',
        columns: [{ ...text('id'), isPrimary: true }, text('secret'), text('heartbeat', true), text('paused_since', true), text('alarm', true), text('alarm_since', true)],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'mail_suppressions',
        columns: [{ ...text('address_hash'), isPrimary: true }, text('reason', true), integer('soft_bounces'), text('changed_at')],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'mail_unsubscriptions',
        columns: [{ ...text('subject'), isPrimary: true }, { ...text('category'), isPrimary: true }, text('created_at')],
      }),
    );
    // The secret lives and is restored with the database: links of mails that left long ago must go on working.
    const secret = randomBytes(SECRET_BYTES).toString('hex');
    await runner.manager.createQueryBuilder().insert().into('mail_state', ['id', 'secret']).values({ id: 'mail', secret }).execute();
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['mail_unsubscriptions', 'mail_suppressions', 'mail_state', 'outbox']) await runner.dropTable(table);
  }
}
