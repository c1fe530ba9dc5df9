import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotice1790000000008 implements MigrationInterface {
  name = 'CreateNotice1790000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema notice');
    await runner.query(`
      create table notice.letter (
        id uuid not null default gen_random_uuid(),
        recipient_id uuid not null,
        kind text not null,
        day date not null,
        state text not null default 'planned',
        lease_until timestamptz,
        not_before timestamptz not null default now(),
        tries integer not null default 0,
        subject text,
        server_answer text,
        sent_at timestamptz,
        constraint letter_once unique (recipient_id, kind, day),
        constraint letter_state check (state in ('planned', 'sending', 'sent', 'failed', 'uncertain', 'not_needed')),
        constraint letter_kind check (kind in ('daily', 'digest')),
        primary key (id)
      )`);
    await runner.query(`
      create index letter_day on notice.letter (day, id)`);
    await runner.query(`
      create table notice.notice (
        id uuid not null default gen_random_uuid(),
        recipient_id uuid not null,
        kind text not null,
        subject_id uuid not null,
        period text not null,
        letter_id uuid not null,
        created_on date not null,
        constraint notice_once unique (recipient_id, kind, subject_id, period),
        constraint notice_kind check (kind in ('cycle_opened', 'stage_opened', 'reminder', 'overdue', 'returned', 'waiting', 'digest')),
        primary key (id)
      )`);
    await runner.query(`
      create index notice_letter on notice.notice (letter_id)`);
    await runner.query(`
      alter table notice.letter add constraint letter_recipient_fk foreign key (recipient_id) references directory.person(id)`);
    await runner.query(`
      alter table notice.notice add constraint notice_recipient_fk foreign key (recipient_id) references directory.person(id)`);
    await runner.query(`
      alter table notice.notice add constraint notice_letter_fk foreign key (letter_id) references notice.letter(id)`);
    await runner.query(`
      create index letter_due on notice.letter (not_before, id) where state in ('planned', 'sending', 'uncertain')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema notice cascade');
  }
}
