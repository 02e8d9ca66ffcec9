import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string, isNullable = false) => ({ name, type: 'text', isNullable });

/** What members choose for themselves, how long statements live, and what is shared after two yes. */
export class SecondFloor1764000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Plain ALTER statements: TypeORM's own would copy the tables, and dropping the old ones would take the rows that refer to them along.
    for (const column of [
      '"members" ADD COLUMN "capacity" integer NOT NULL DEFAULT 3',
      `"members" ADD COLUMN "cadence" text NOT NULL DEFAULT 'weekly'`,
      '"statements" ADD COLUMN "needed_from" text',
      '"statements" ADD COLUMN "live_until" text',
      '"statements" ADD COLUMN "story" text',
      '"communities" ADD COLUMN "reviews_rounds" boolean NOT NULL DEFAULT 1',
    ])
      await runner.query(`ALTER TABLE ${column}`);
    await runner.createTable(
      new Table({
        name: 'contact_cards',
        columns: [{ ...text('member_id'), isPrimary: true }, { name: 'shares_address', type: 'boolean', isNullable: false }, text('phone', true), text('link', true), text('note', true)],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('contact_cards');
    for (const column of ['"communities" DROP COLUMN "reviews_rounds"', '"statements" DROP COLUMN "story"', '"statements" DROP COLUMN "live_until"', '"statements" DROP COLUMN "needed_from"'])
      await runner.query(`ALTER TABLE ${column}`);
    for (const column of ['"members" DROP COLUMN "cadence"', '"members" DROP COLUMN "capacity"']) await runner.query(`ALTER TABLE ${column}`);
  }
}
