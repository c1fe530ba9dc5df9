import { Injectable } from '@nestjs/common';
import { type AssignmentRole, stagesOf, type SubjectKind } from '#cycle';
import { firstRow, rows, type Sql } from '#database';

const KINDS: readonly SubjectKind[] = ['item', 'indicator', 'section'];
const ROLES: readonly AssignmentRole[] = ['lead', 'support'];

/** Which stages each kind of task gets, as rows for the statement. */
const STAGE_ROWS = KINDS.flatMap((kind) =>
  ROLES.flatMap((role) => stagesOf(kind, role).map((stage) => ({ kind, role, stage }))),
);

export interface ChangedTask {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly role: AssignmentRole;
  readonly endedOn: string | null;
}

@Injectable()
export class DistributionStore {
  /**
   * Gives every assignment of every open cycle its task and the task its stages: one set-based statement, however many.
   * Twice gives the same rows; an item added in mid-year gets its task the next time. A year that was opened again keeps
   * the tasks it has.
   */
  async distribute(sql: Sql, today: string): Promise<{ tasks: number; stages: number }> {
    const row = await firstRow<{ tasks: number; stages: number }>(
      sql,
      `with task as (
         insert into review.annual_task (assignment_id, cycle_id, subject_kind, role, department_id, current_department_id)
         select w.id, c.id, w.kind, w.role, coalesce(s.successor_id, w.department_id), coalesce(s.successor_id, w.department_id)
           from cycle.review_cycle c cross join lateral plan.assignments_in(c.fiscal_year) w
           left join directory.successors_on($2) s on s.department_id = w.department_id
          where c.state = 'open' and c.reopened_on is null and w.plan_id = c.plan_id
            and not exists (select 1 from review.annual_task t where t.assignment_id = w.id and t.cycle_id = c.id)
         on conflict (assignment_id, cycle_id) do nothing
         returning id, subject_kind, role
       ), stage as (
         insert into review.task_stage (task_id, stage)
         select task.id, r.stage
           from task join jsonb_to_recordset($1::jsonb) as r(kind text, role text, stage text)
             on r.kind = task.subject_kind and r.role = task.role
         returning id
       )
       select (select count(*)::int from task) as tasks, (select count(*)::int from stage) as stages`,
      [JSON.stringify(STAGE_ROWS), today],
    );
    return row ?? { tasks: 0, stages: 0 };
  }

  /**
   * Lets the database count the sheets. A table in use is left to its own counting; of the answers nothing is looked at,
   * or they would be taken apart for the search.
   */
  async countSheets(sql: Sql): Promise<void> {
    await rows(sql, 'analyze (skip_locked) review.annual_task, review.task_stage (task_id, stage, state)');
  }

  /**
   * Marks the tasks of open cycles whose assignment has changed since they were handed out: ended or taken back (the task
   * ends today), given back (it goes on), or changed between lead and support. Returns those that changed.
   */
  followAssignments(sql: Sql, today: string): Promise<ChangedTask[]> {
    return rows(
      sql,
      `update review.annual_task t set ended_on = case when w.id is null then $1::date end, role = coalesce(w.role, t.role)
         from review.annual_task o
         join cycle.review_cycle c on c.id = o.cycle_id and c.state = 'open'
         left join lateral (select w.id, w.role from plan.assignments_in(c.fiscal_year) w where w.id = o.assignment_id) w on true
        where t.id = o.id and ((w.id is null) <> (o.ended_on is not null) or w.role <> o.role)
       returning t.id, t.subject_kind as kind, t.role, t.ended_on as "endedOn"`,
      [today],
    );
  }

  /**
   * Gives changed tasks the stages they should have. Of those they should not have any more, the untouched are removed,
   * the begun become 対象外 with their text kept as a version, and what was handed in stays as it is.
   */
  async followStages(sql: Sql, tasks: readonly ChangedTask[], today: string): Promise<void> {
    const parameters = [tasks.map((task) => task.id), JSON.stringify(STAGE_ROWS)];
    const superfluous = `review.task_stage ts join review.annual_task t on t.id = ts.task_id
      where t.id = any($1::uuid[]) and (t.ended_on is not null or not exists (
        select 1 from jsonb_to_recordset($2::jsonb) as r(kind text, role text, stage text)
         where r.kind = t.subject_kind and r.role = t.role and r.stage = ts.stage))`;
    // Who saves at this moment either comes first, and is seen, or waits and finds the task ended.
    await rows(sql, `select ts.id from ${superfluous} for update of ts`, parameters);
    await rows(
      sql,
      `delete from review.task_stage x using (select ts.id from ${superfluous}) s
        where x.id = s.id and x.state = 'none' and x.version = 0
          and not exists (select 1 from review.evidence e where e.task_stage_id = x.id)
          and not exists (select 1 from review.comment m where m.task_stage_id = x.id)`,
      parameters,
    );
    await rows(
      sql,
      `with begun as (
         update review.task_stage x set state = 'not_applicable', not_applicable_reason = null, version = x.version + 1
           from (select ts.id from ${superfluous}) s where x.id = s.id and x.state in ('none', 'drafting')
         returning x.id, x.answers, x.editor_id)
       insert into review.stage_version (task_stage_id, number, cause, answers, person_id, business_date)
       select b.id, coalesce((select max(v.number) from review.stage_version v where v.task_stage_id = b.id), 0) + 1,
              'assignment_ended', b.answers, b.editor_id, $3
         from begun b`,
      [...parameters, today],
    );
    // 対象外 without a reason is our own doing and ends with its cause.
    await rows(
      sql,
      `update review.task_stage x set state = 'drafting', version = x.version + 1
         from review.annual_task t
        where t.id = x.task_id and t.id = any($1::uuid[]) and t.ended_on is null and x.state = 'not_applicable'
          and x.not_applicable_reason is null
          and exists (select 1 from jsonb_to_recordset($2::jsonb) as r(kind text, role text, stage text)
                       where r.kind = t.subject_kind and r.role = t.role and r.stage = x.stage)`,
      parameters,
    );
    await rows(
      sql,
      `insert into review.task_stage (task_id, stage)
       select t.id, r.stage from review.annual_task t
         join jsonb_to_recordset($2::jsonb) as r(kind text, role text, stage text) on r.kind = t.subject_kind and r.role = t.role
        where t.id = any($1::uuid[]) and t.ended_on is null
       on conflict (task_id, stage) do nothing`,
      parameters,
    );
  }

  /** Lets the open sheets stand with whoever does the work of the assigned department on this day. Returns how many moved. */
  async followSuccessors(sql: Sql, today: string): Promise<number> {
    const moved = await rows(
      sql,
      `update review.annual_task t set current_department_id = coalesce(s.successor_id, a.department_id)
         from cycle.review_cycle c, plan.assignment a
         left join directory.successors_on($1) s on s.department_id = a.department_id
        where a.id = t.assignment_id and c.id = t.cycle_id and c.state = 'open'
          and t.current_department_id <> coalesce(s.successor_id, a.department_id)
       returning t.id`,
      [today],
    );
    return moved.length;
  }
}
