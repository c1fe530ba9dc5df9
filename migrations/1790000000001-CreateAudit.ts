import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAudit1790000000001 implements MigrationInterface {
  name = 'CreateAudit1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema audit');
    await runner.query(`
      create table audit.audit_entry (
        id bigint generated always as identity not null,
        at timestamptz not null default clock_timestamp(),
        business_date date not null,
        person_id uuid,
        action text not null,
        subject_kind text not null,
        subject_id text not null,
        detail jsonb not null default '{}',
        request_id text,
        primary key (id)
      )`);
    await runner.query(`
      create index audit_entry_at on audit.audit_entry (at)`);
    await runner.query(`
      create index audit_entry_subject on audit.audit_entry (subject_kind, subject_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema audit cascade');
  }
}
