import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string) => ({ name, type: 'text', isNullable: false });

/** Vectors of texts, kept so that the embeddings endpoint is asked once for each. */
export class Embeddings1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({ name: 'embeddings', columns: [{ ...text('hash'), isPrimary: true }, text('model'), { name: 'vector', type: 'blob', isNullable: false }, text('created_at')] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('embeddings');
  }
}
