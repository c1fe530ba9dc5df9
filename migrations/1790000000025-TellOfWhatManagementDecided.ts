import type { MigrationInterface, QueryRunner } from 'typeorm';

const KNOWN = [
  'cycle_opened',
  'stage_opened',
  'reminder',
  'overdue',
  'returned',
  'waiting',
  'digest',
  'escalation',
  'cycle_closed',
  'handover',
  'due_moved',
  'requested',
];

async function kinds(runner: QueryRunner, known: readonly string[]): Promise<void> {
  await runner.query('alter table notice.notice drop constraint notice_kind');
  await runner.query(
    `alter table notice.notice add constraint notice_kind check (kind in (${known.map((kind) => `'${kind}'`).join(', ')}))`,
  );
}

/** A promise that management decides is told to the department that has to keep it. */
export class TellOfWhatManagementDecided1790000000025 implements MigrationInterface {
  name = 'TellOfWhatManagementDecided1790000000025';

  async up(runner: QueryRunner): Promise<void> {
    await kinds(runner, [...KNOWN, 'decided']);
    // The meeting may be weeks before its minutes are entered. What was entered before is no news any more.
    await runner.query('alter table review.commitment add column worded_on date');
    await runner.query(
      'create index commitment_worded on review.commitment (worded_on) where worded_on is not null',
    );
  }

  /** Who was told of a decision is forgotten. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table review.commitment drop column worded_on');
    await runner.query(`delete from notice.notice where kind = 'decided'`);
    await kinds(runner, KNOWN);
  }
}
