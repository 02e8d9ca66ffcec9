import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string, isNullable = false) => ({ name, type: 'text', isNullable });
const integer = (name: string) => ({ name, type: 'integer', isNullable: false });

/** Mails that are to leave, each with its bytes fixed when it was queued. */
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
          text('community_id'),
          text('account_id', true),
          text('about'),
          text('recipient', true),
          text('language'),
          text('message_id'),
          { name: 'bytes', type: 'blob', isNullable: true },
          { name: 'repeatable', type: 'boolean', isNullable: false },
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
          new TableIndex({ name: 'ix_outbox_due', columnNames: ['state', 'due_at'] }),
          new TableIndex({ name: 'ix_outbox_about', columnNames: ['about'] }),
          new TableIndex({ name: 'ix_outbox_account', columnNames: ['account_id'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('outbox');
  }
}
