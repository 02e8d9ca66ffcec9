import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string, isNullable = false) => ({ name, type: 'text', isNullable });

/** Accounts, their memberships, and the links of mails. */
export class Accounts1764000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'accounts',
        columns: [{ ...text('id'), isPrimary: true }, text('address'), text('address_key'), text('language'), { name: 'formal', type: 'boolean', isNullable: false }, text('created_at')],
        indices: [new TableIndex({ name: 'ux_accounts_address', columnNames: ['address_key'], isUnique: true })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'memberships',
        columns: [{ ...text('member_id'), isPrimary: true }, text('community_id'), text('account_id'), text('role')],
        indices: [new TableIndex({ name: 'ux_memberships_account', columnNames: ['community_id', 'account_id'], isUnique: true })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'mail_links',
        columns: [{ ...text('hash'), isPrimary: true }, text('account_id'), text('destination'), text('expires_at')],
        indices: [new TableIndex({ name: 'ix_mail_links_account', columnNames: ['account_id'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['mail_links', 'memberships', 'accounts']) await runner.dropTable(table);
  }
}
