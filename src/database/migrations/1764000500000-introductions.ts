import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string, isNullable = false) => ({ name, type: 'text', isNullable });
const index = (table: string, name: string, ...columnNames: string[]) => new TableIndex({ name: `ix_${table}_${name}`, columnNames });

/** Introductions with their states, what stands between pairs, and that somebody outside was thought of. */
export class Introductions1764000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'introductions',
        columns: [
          { ...text('id'), isPrimary: true },
          text('community_id'),
          text('ask_id'),
          text('offer_id', true),
          text('giver_id'),
          text('asker_id'),
          text('connector_id', true),
          text('opened_by'),
          text('words', true),
          text('ask_phrase'),
          text('offer_phrase'),
          text('state'),
          text('step', true),
          text('giver_answer'),
          text('asker_answer'),
          text('giver_answered_at', true),
          text('held_by', true),
          text('asked_at'),
          text('reminded_at', true),
          text('expires_at'),
          text('hold_until', true),
          text('freed_at', true),
          text('introduced_at', true),
          text('outcome_asked_at', true),
          text('ended_at', true),
          text('giver_outcome', true),
          text('asker_outcome', true),
          text('thanks', true),
          { name: 'revision', type: 'integer', isNullable: false },
        ],
        indices: [
          index('introductions', 'state', 'community_id', 'state'),
          index('introductions', 'giver', 'giver_id'),
          index('introductions', 'asker', 'asker_id'),
          index('introductions', 'ask', 'ask_id'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'pair_rules',
        columns: [{ ...text('low_id'), isPrimary: true }, { ...text('high_id'), isPrimary: true }, { ...text('kind'), isPrimary: true }, text('community_id'), text('until', true)],
        indices: [index('pair_rules', 'community', 'community_id')],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'outside_connections',
        columns: [{ ...text('id'), isPrimary: true }, text('community_id'), text('ask_id'), text('connector_id'), text('made_at')],
        indices: [index('outside_connections', 'ask', 'ask_id')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['outside_connections', 'pair_rules', 'introductions']) await runner.dropTable(table);
  }
}
