import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindTheLettersOfAPerson1790000000017 implements MigrationInterface {
  name = 'FindTheLettersOfAPerson1790000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index letter_recipient on notice.letter (recipient_id, day, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index notice.letter_recipient');
  }
}
