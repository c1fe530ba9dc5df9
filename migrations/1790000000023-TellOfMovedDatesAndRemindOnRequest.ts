import type { MigrationInterface, QueryRunner } from 'typeorm';

const NOTICES = [
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
];
const LETTERS = ['daily', 'digest', 'at_once', 'summary', 'handover', 'password'];

async function kinds(
  runner: QueryRunner,
  table: 'notice' | 'letter',
  known: readonly string[],
): Promise<void> {
  await runner.query(`alter table notice.${table} drop constraint ${table}_kind`);
  await runner.query(
    `alter table notice.${table} add constraint ${table}_kind check (kind in (${known.map((kind) => `'${kind}'`).join(', ')}))`,
  );
}

/** Who writes is told of a due date that was moved, and of what the planning division asks for. */
export class TellOfMovedDatesAndRemindOnRequest1790000000023 implements MigrationInterface {
  name = 'TellOfMovedDatesAndRemindOnRequest1790000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table cycle.due_change (
        id uuid not null default gen_random_uuid(),
        cycle_id uuid not null,
        stage text not null,
        department_id uuid,
        day date not null,
        due_before date not null,
        primary key (id),
        constraint due_change_cycle_fk foreign key (cycle_id) references cycle.review_cycle(id) on delete cascade,
        constraint due_change_department_fk foreign key (department_id) references directory.department(id)
      )`);
    // A date that is moved twice on a day was, for who has heard of neither, moved once: from what it was in the morning.
    await runner.query(
      `create unique index due_change_once on cycle.due_change (cycle_id, stage, department_id, day) nulls not distinct`,
    );
    // Where the year's date was moved and the department has one of its own that stays, nothing has moved for it.
    await runner.query(`
      create function cycle.due_moves(of_cycle uuid, of_stage text, of_department uuid, due_now date, usual date)
        returns table (day date, due_before date) language sql stable as $$
        select ch.day, ch.due_before from cycle.due_change ch
         where ch.cycle_id = of_cycle and ch.stage = of_stage and ch.due_before <> due_now
           and case when ch.department_id is null then due_now = usual
                    else exists (select 1 from directory.department_closure k
                                  where k.ancestor_id = ch.department_id and k.descendant_id = of_department) end
      $$`);
    await runner.query(`
      create table notice.reminder_request (
        department_id uuid not null,
        day date not null,
        requested_by uuid not null,
        planned boolean not null default false,
        primary key (department_id, day),
        constraint reminder_request_department_fk foreign key (department_id) references directory.department(id),
        constraint reminder_request_person_fk foreign key (requested_by) references directory.person(id)
      )`);
    await runner.query(
      `create index reminder_request_unplanned on notice.reminder_request (day) where not planned`,
    );
    await kinds(runner, 'notice', [...NOTICES, 'due_moved', 'requested']);
    await kinds(runner, 'letter', [...LETTERS, 'request']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from notice.notice where kind in ('due_moved', 'requested')`);
    await runner.query(`delete from notice.letter where kind = 'request' and copy_of is not null`);
    await runner.query(`delete from notice.letter where kind = 'request'`);
    await kinds(runner, 'letter', LETTERS);
    await kinds(runner, 'notice', NOTICES);
    await runner.query('drop table notice.reminder_request');
    await runner.query('drop function cycle.due_moves(uuid, text, uuid, date, date)');
    await runner.query('drop table cycle.due_change');
  }
}
