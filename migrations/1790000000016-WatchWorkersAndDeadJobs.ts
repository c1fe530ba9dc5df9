import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WatchWorkersAndDeadJobs1790000000016 implements MigrationInterface {
  name = 'WatchWorkersAndDeadJobs1790000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table jobs.worker (
        id uuid not null,
        host text not null,
        pid integer not null,
        started_at timestamptz not null default clock_timestamp(),
        beat_at timestamptz not null default clock_timestamp(),
        looked_at timestamptz,
        primary key (id)
      )`);
    await runner.query(`
      create table jobs.dead_job (
        id uuid not null default gen_random_uuid(),
        contract text not null,
        payload jsonb not null,
        error text not null,
        at timestamptz not null default clock_timestamp(),
        request_id text,
        queue_job_id text not null,
        queued_at timestamptz not null,
        attempts integer not null,
        state text not null default 'open',
        settled_at timestamptz,
        primary key (id),
        constraint dead_job_once unique (queue_job_id, queued_at, attempts),
        constraint dead_job_known_state check (state in ('open', 'retried', 'dismissed'))
      )`);
    await runner.query('create index dead_job_state on jobs.dead_job (state, at, id)');
    await runner.query('alter table calendar.business_clock add column moved_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table calendar.business_clock drop column moved_at');
    await runner.query('drop table jobs.dead_job');
    await runner.query('drop table jobs.worker');
  }
}
