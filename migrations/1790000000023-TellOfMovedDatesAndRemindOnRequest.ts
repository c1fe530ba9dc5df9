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
        id bigint not null generated always as identity,
        cycle_id uuid not null,
        stage text not null,
        department_id uuid not null,
        changed_on date not null,
        due_before date not null,
        primary key (id),
        constraint due_change_cycle_fk foreign key (cycle_id) references cycle.review_cycle(id) on delete cascade,
        constraint due_change_department_fk foreign key (department_id) references directory.department(id)
      )`);
    await runner.query(
      'create index due_change_department on cycle.due_change (cycle_id, stage, department_id, id)',
    );
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
    await runner.query('drop table cycle.due_change');
  }
}
