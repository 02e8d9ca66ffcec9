import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const COLUMNS = [
  ['guest_previews', 'taken_by', 'text'],
  ['guest_previews', 'taken_at', 'text'],
  ['meetups', 'round_minutes', 'integer'],
  ['meetup_guests', 'link_hash', 'text'],
] as const;

const LINK = new TableIndex({ name: 'ix_meetup_guests_link', columnNames: ['link_hash'] });

/** Who took a guest list over and when, how long the talks of two last, and by which link a guest without an account sees their list. */
export class MeetupEvenings1764001100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name, type] of COLUMNS) await runner.addColumn(table, new TableColumn({ name, type, isNullable: true }));
    await runner.createIndex('meetup_guests', LINK);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('meetup_guests', LINK);
    for (const [table, name] of COLUMNS) await runner.dropColumn(table, name);
  }
}
