import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whom was asked whether they know somebody for an ask. */
export class ConnectorQuestions1764000800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'connector_questions',
        columns: [
          { name: 'ask_id', type: 'text', isPrimary: true },
          { name: 'date', type: 'text', isPrimary: true },
          { name: 'community_id', type: 'text', isNullable: false },
          { name: 'member_id', type: 'text', isNullable: true },
        ],
        indices: [new TableIndex({ name: 'ix_connector_questions_community', columnNames: ['community_id', 'date'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('connector_questions');
  }
}
