import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WatchChecksAndSlots1790000000017 implements MigrationInterface {
  name = 'WatchChecksAndSlots1790000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table jobs.worker_check (
        worker_id uuid not null,
        name text not null,
        succeeded_at timestamptz not null default clock_timestamp(),
        primary key (worker_id, name),
        constraint worker_check_worker_fk foreign key (worker_id) references jobs.worker (id) on delete cascade
      )`);
    await runner.query(`
      create table jobs.slot_failure (
        job text not null,
        times integer not null default 1,
        failed_at timestamptz not null default clock_timestamp(),
        error text not null,
        primary key (job)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table jobs.slot_failure');
    await runner.query('drop table jobs.worker_check');
  }
}
