import { Table, TableForeignKey, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string, isNullable = false) => ({ name, type: 'text', isNullable });

/** Communities, members, their statements, and the log of changes that the matching pulls. */
export class FirstFloor1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'communities',
        columns: [{ ...text('id'), isPrimary: true }, text('name'), text('languages'), text('place', true), text('time_zone'), text('created_at')],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'members',
        columns: [
          { ...text('id'), isPrimary: true },
          text('community_id'),
          text('name'),
          text('languages'),
          text('place', true),
          text('time_zone'),
          text('line', true),
          text('paused_until', true),
          text('created_at'),
          text('changed_at'),
        ],
        indices: [new TableIndex({ name: 'ix_members_community', columnNames: ['community_id', 'id'] })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'statements',
        columns: [
          { ...text('id'), isPrimary: true },
          text('community_id'),
          text('member_id'),
          text('kind'),
          text('text'),
          text('language'),
          { name: 'language_told', type: 'boolean', isNullable: false },
          text('state'),
          text('needed_by', true),
          text('place', true),
          text('created_at'),
          text('changed_at'),
        ],
        foreignKeys: [new TableForeignKey({ name: 'fk_statements_member', columnNames: ['member_id'], referencedTableName: 'members', referencedColumnNames: ['id'], onDelete: 'CASCADE' })],
        indices: [new TableIndex({ name: 'ix_statements_community', columnNames: ['community_id', 'id'] }), new TableIndex({ name: 'ix_statements_member', columnNames: ['member_id'] })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'statement_changes',
        columns: [{ name: 'revision', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' }, text('community_id'), text('statement_id')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['statement_changes', 'statements', 'members', 'communities']) await runner.dropTable(table);
  }
}
