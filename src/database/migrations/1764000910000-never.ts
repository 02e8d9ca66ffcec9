import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string, isNullable = false) => ({ name, type: 'text', isNullable });
const KEYS = ['low_id', 'high_id', 'kind'];

function pairRules(name: string, keys: readonly string[], ...rest: readonly ReturnType<typeof text>[]): Table {
  return new Table({ name, columns: [...keys.map((key) => ({ ...text(key), isPrimary: true })), text('community_id'), text('until', true), ...rest] });
}

/** Rules of pairs say whose wish they are, so that each can take back their own; and whom members name themselves, whether or not they are here. */
export class Never1764000910000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(pairRules('pair_rules_anew', [...KEYS, 'wished_by'], text('shown_as', true)));
    await runner.query(
      `INSERT INTO "pair_rules_anew" ("low_id", "high_id", "kind", "wished_by", "community_id", "until") SELECT "low_id", "high_id", "kind", '', "community_id", "until" FROM "pair_rules"`,
    );
    await this.replace(runner);
    await runner.createTable(
      new Table({
        name: 'never_names',
        columns: [{ ...text('id'), isPrimary: true }, text('community_id'), text('member_id'), text('typed')],
        indices: [new TableIndex({ name: 'ix_never_names_community', columnNames: ['community_id', 'member_id'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('never_names');
    await runner.createTable(pairRules('pair_rules_anew', KEYS));
    await runner.query('INSERT OR IGNORE INTO "pair_rules_anew" ("low_id", "high_id", "kind", "community_id", "until") SELECT "low_id", "high_id", "kind", "community_id", "until" FROM "pair_rules"');
    await this.replace(runner);
  }

  private async replace(runner: QueryRunner): Promise<void> {
    await runner.dropTable('pair_rules');
    await runner.renameTable('pair_rules_anew', 'pair_rules');
    await runner.createIndex('pair_rules', new TableIndex({ name: 'ix_pair_rules_community', columnNames: ['community_id'] }));
  }
}
