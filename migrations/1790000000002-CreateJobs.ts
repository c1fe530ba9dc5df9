import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateJobs1790000000002 implements MigrationInterface {
  name = 'CreateJobs1790000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema jobs');
    await runner.query(`
      create table jobs.timetable_slot (
        job text not null,
        slot timestamptz not null,
        ran_at timestamptz not null default clock_timestamp(),
        merged integer not null default 0,
        primary key (job, slot)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema jobs cascade');
  }
}
