import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string, isNullable = false) => ({ name, type: 'text', isNullable });
const key = (name: string) => ({ ...text(name), isPrimary: true });

/** Rounds of digests: the plan, and which member was told on which day. */
export class Digest1764000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'digest_rounds',
        columns: [key('id'), text('community_id'), text('date'), text('state'), text('created_at'), text('released_at', true), text('released_by', true)],
        indices: [new TableIndex({ name: 'ux_digest_rounds_date', columnNames: ['community_id', 'date'], isUnique: true })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'digest_entries',
        columns: [
          key('id'),
          text('round_id'),
          text('giver_id'),
          text('asker_id'),
          text('ask_id'),
          text('offer_id'),
          { name: 'affinity', type: 'real', isNullable: false },
          text('kind'),
          text('forbidden_by', true),
          text('swapped_by', true),
        ],
        indices: [
          new TableIndex({ name: 'ix_digest_entries_giver', columnNames: ['round_id', 'giver_id'] }),
          new TableIndex({ name: 'ix_digest_entries_asker', columnNames: ['round_id', 'asker_id'] }),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'digests',
        columns: [key('member_id'), key('date'), text('round_id'), { name: 'told', type: 'boolean', isNullable: false }],
        indices: [new TableIndex({ name: 'ix_digests_round', columnNames: ['round_id'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['digests', 'digest_entries', 'digest_rounds']) await runner.dropTable(table);
  }
}
