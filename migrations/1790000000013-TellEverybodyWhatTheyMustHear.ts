import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TellEverybodyWhatTheyMustHear1790000000013 implements MigrationInterface {
  name = 'TellEverybodyWhatTheyMustHear1790000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table directory.absence (
        id uuid not null default gen_random_uuid(),
        person_id uuid not null,
        delegate_id uuid not null,
        from_date date not null,
        to_date date not null,
        constraint absence_dates check (to_date >= from_date),
        constraint absence_delegate check (delegate_id <> person_id),
        primary key (id)
      )`);
    await runner.query('create index absence_person on directory.absence (person_id, to_date)');
    await runner.query('create index absence_delegate_id on directory.absence (delegate_id, to_date)');
    for (const name of ['person', 'delegate'])
      await runner.query(`
        alter table directory.absence add constraint absence_${name}_fk
          foreign key (${name}_id) references directory.person(id) on delete cascade`);
    // Who to turn to above a department: its managers and those of the departments it lies under, the nearest of each level.
    await runner.query(`
      create function directory.superiors_on(day date)
        returns table (department_id uuid, level text, rank int, post_id uuid, person_id uuid) language sql stable as $$
        with ladder (level, rank) as (values ('divisionManager', 1), ('departmentManager', 2), ('bureauDirector', 3), ('executive', 4)),
        seated as (
          select k.descendant_id, h.level, l.rank, h.post_id, h.person_id, k.depth,
                 min(k.depth) over (partition by k.descendant_id, h.level) as nearest
            from directory.holders_on(day) h
            join ladder l on l.level = h.level
            join directory.department_closure k on k.ancestor_id = h.department_id
        ) select descendant_id, level, rank, post_id, person_id from seated where depth = nearest
      $$`);

    await runner.query(`
      create table notice.mail_preference (
        person_id uuid not null,
        decisions text not null default 'daily',
        digest boolean not null default true,
        summary boolean not null default true,
        constraint mail_preference_decisions check (decisions in ('daily', 'at_once')),
        primary key (person_id)
      )`);
    await runner.query(`
      alter table notice.mail_preference add constraint mail_preference_person_fk
        foreign key (person_id) references directory.person(id) on delete cascade`);

    await runner.query(`
      alter table notice.letter
        add column occasion text not null default '',
        add column copy_of uuid,
        add column claim_id uuid,
        add column bounced_at timestamptz,
        add column bounce_answer text,
        add column unsubscribe_token uuid not null default gen_random_uuid()`);
    await runner.query(`
      alter table notice.letter add constraint letter_copy_fk foreign key (copy_of) references notice.letter(id)`);
    await runner.query('alter table notice.letter drop constraint letter_kind');
    await runner.query(`
      alter table notice.letter add constraint letter_kind
        check (kind in ('daily', 'digest', 'at_once', 'summary', 'handover', 'password'))`);
    await runner.query('alter table notice.letter drop constraint letter_once');
    // A manager's Monday had a digest beside the ordinary letter; those that went out so stay as they were.
    await runner.query(`
      update notice.letter d set occasion = 'beside the daily letter' where d.kind = 'digest'
         and exists (select 1 from notice.letter o where o.recipient_id = d.recipient_id and o.day = d.day and o.kind = 'daily')`);
    await runner.query(`
      create unique index letter_ordinary_once on notice.letter (recipient_id, day)
        where kind in ('daily', 'digest') and copy_of is null and occasion = ''`);
    await runner.query(`
      create unique index letter_occasion_once on notice.letter (recipient_id, kind, occasion)
        where copy_of is null and occasion <> ''`);
    await runner.query(`
      create unique index letter_copy_once on notice.letter (copy_of, recipient_id) where copy_of is not null`);
    await runner.query('create unique index letter_unsubscribe on notice.letter (unsubscribe_token)');
    await runner.query('alter table notice.notice drop constraint notice_kind');
    await runner.query(`
      alter table notice.notice add constraint notice_kind check (kind in
        ('cycle_opened', 'stage_opened', 'reminder', 'overdue', 'returned', 'waiting', 'digest',
         'escalation', 'cycle_closed', 'handover'))`);
    await runner.query('create index notice_subject on notice.notice (subject_id, kind)');

    await runner.query(`
      create table notice.letter_try (
        letter_id uuid not null,
        number integer not null,
        claim_id uuid not null,
        began_at timestamptz not null default clock_timestamp(),
        ended_at timestamptz,
        outcome text,
        answer text,
        constraint letter_try_outcome check (outcome in ('sent', 'later', 'never', 'uncertain', 'not_needed')),
        primary key (letter_id, number)
      )`);
    await runner.query(`
      alter table notice.letter_try add constraint letter_try_letter_fk
        foreign key (letter_id) references notice.letter(id) on delete cascade`);
    await runner.query(`
      create table notice.mail_setting (
        id boolean not null default true,
        mode text not null default 'live',
        test_addresses text[] not null default '{}',
        version integer not null default 1,
        constraint mail_setting_one check (id),
        constraint mail_setting_mode check (mode in ('live', 'test', 'hold')),
        constraint mail_setting_test check (mode <> 'test' or cardinality(test_addresses) > 0),
        primary key (id)
      )`);
    await runner.query('insert into notice.mail_setting default values');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notice.mail_setting');
    await runner.query('drop table notice.letter_try');
    await runner.query('drop index notice.notice_subject');
    // What the first release has no kind for is forgotten; the facts themselves stay in their own tables.
    await runner.query('delete from notice.letter where copy_of is not null');
    await runner.query(`
      delete from notice.notice where kind in ('escalation', 'cycle_closed', 'handover')
         or letter_id in (select id from notice.letter where kind not in ('daily', 'digest'))`);
    await runner.query(`delete from notice.letter where kind not in ('daily', 'digest')`);
    await runner.query('alter table notice.notice drop constraint notice_kind');
    await runner.query(`
      alter table notice.notice add constraint notice_kind check (kind in
        ('cycle_opened', 'stage_opened', 'reminder', 'overdue', 'returned', 'waiting', 'digest'))`);
    await runner.query('drop index notice.letter_unsubscribe');
    await runner.query('drop index notice.letter_copy_once');
    await runner.query('drop index notice.letter_occasion_once');
    await runner.query('drop index notice.letter_ordinary_once');
    await runner.query('alter table notice.letter drop constraint letter_kind');
    await runner.query(`
      alter table notice.letter add constraint letter_kind check (kind in ('daily', 'digest'))`);
    await runner.query(`
      alter table notice.letter
        drop column occasion, drop column copy_of, drop column claim_id, drop column bounced_at,
        drop column bounce_answer, drop column unsubscribe_token`);
    await runner.query(
      'alter table notice.letter add constraint letter_once unique (recipient_id, kind, day)',
    );
    await runner.query('drop table notice.mail_preference');
    await runner.query('drop function directory.superiors_on(date)');
    await runner.query('drop table directory.absence');
  }
}
