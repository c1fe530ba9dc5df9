import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCalendar1790000000000 implements MigrationInterface {
  name = 'CreateCalendar1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema calendar');
    await runner.query(`
      create table calendar.business_clock (
        id integer not null,
        offset_ms bigint not null,
        installed_at timestamptz not null,
        constraint business_clock_one_row check (id = 1),
        primary key (id)
      )`);
    await runner.query(`
      create table calendar.closure (
        day date not null,
        name text not null,
        primary key (day)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema calendar cascade');
  }
}
