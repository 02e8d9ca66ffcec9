import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which asks their members show to everybody of the community. */
export class Board1764000900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "statements" ADD COLUMN "board" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "statements" DROP COLUMN "board"');
  }
}
