import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string, isNullable = false) => ({ name, type: 'text', isNullable });

/** Accounts, their memberships, the links of mails; sign-ins, sessions, tokens and second factors; joins that wait for their confirmation. */
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
    for (const table of accessTables()) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of accessTables().reverse()) await runner.dropTable(name);
    for (const table of ['mail_links', 'memberships', 'accounts']) await runner.dropTable(table);
  }
}

function accessTables(): Table[] {
  return [
    new Table({
      name: 'sign_ins',
      columns: [
        { ...text('hash'), isPrimary: true },
        text('account_id'),
        text('browser_hash'),
        text('code_hash'),
        { name: 'attempts', type: 'integer', isNullable: false },
        text('destination'),
        text('expires_at'),
        text('used_at', true),
      ],
      indices: [new TableIndex({ name: 'ix_sign_ins_browser', columnNames: ['browser_hash'] }), new TableIndex({ name: 'ix_sign_ins_account', columnNames: ['account_id'] })],
    }),
    new Table({
      name: 'sessions',
      columns: [{ ...text('id'), isPrimary: true }, text('hash'), text('account_id'), text('member_id'), text('device'), text('created_at'), text('used_at'), text('empowered_at', true)],
      indices: [new TableIndex({ name: 'ux_sessions_hash', columnNames: ['hash'], isUnique: true }), new TableIndex({ name: 'ix_sessions_account', columnNames: ['account_id'] })],
    }),
    new Table({
      name: 'api_tokens',
      columns: [{ ...text('id'), isPrimary: true }, text('hash'), text('account_id'), text('member_id'), text('role'), text('name'), text('scopes'), text('created_at'), text('used_on', true)],
      indices: [new TableIndex({ name: 'ux_api_tokens_hash', columnNames: ['hash'], isUnique: true }), new TableIndex({ name: 'ix_api_tokens_account', columnNames: ['account_id'] })],
    }),
    new Table({
      name: 'second_factors',
      columns: [{ ...text('account_id'), isPrimary: true }, text('secret'), text('confirmed_at', true), { name: 'last_counter', type: 'integer', isNullable: false }],
    }),
    new Table({
      name: 'recovery_codes',
      columns: [{ ...text('hash'), isPrimary: true }, text('account_id')],
      indices: [new TableIndex({ name: 'ix_recovery_codes_account', columnNames: ['account_id'] })],
    }),
    new Table({
      name: 'spendings',
      columns: [{ ...text('id'), isPrimary: true }, text('about'), text('at')],
      indices: [new TableIndex({ name: 'ix_spendings_about', columnNames: ['about', 'at'] })],
    }),
    new Table({ name: 'welcome_links', columns: [{ ...text('hash'), isPrimary: true }, text('expires_at')] }),
    new Table({
      name: 'joins',
      columns: [{ ...text('hash'), isPrimary: true }, text('community_id'), text('address'), text('address_key'), text('draft'), text('expires_at')],
      indices: [new TableIndex({ name: 'ix_joins_address', columnNames: ['address_key'] })],
    }),
  ];
}
