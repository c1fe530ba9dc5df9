import { Injectable } from '@nestjs/common';
import { type AssignmentRole, stagesOf, type SubjectKind } from '#cycle';
import { firstRow, type Sql } from '#database';

const KINDS: readonly SubjectKind[] = ['item', 'indicator', 'section'];
const ROLES: readonly AssignmentRole[] = ['lead', 'support'];

/** Which stages each kind of task gets, as rows for the statement. */
const STAGE_ROWS = KINDS.flatMap((kind) =>
  ROLES.flatMap((role) => stagesOf(kind, role).map((stage) => ({ kind, role, stage }))),
);

@Injectable()
export class DistributionStore {
  /**
   * Gives every assignment of every open cycle its task and the task its stages: one set-based statement, however many.
   * Twice gives the same rows; an item added in mid-year gets its task the next time.
   */
  async distribute(sql: Sql): Promise<{ tasks: number; stages: number }> {
    const row = await firstRow<{ tasks: number; stages: number }>(
      sql,
      `with work as (
         select a.id, 'item' as kind, a.role, a.department_id, a.from_fiscal_year, a.to_fiscal_year, s.plan_id
           from plan.assignment a join plan.program_item i on i.id = a.item_id
           join plan.program p on p.id = i.program_id join plan.section s on s.id = p.section_id
          where not i.withdrawn and not p.withdrawn and not s.withdrawn
         union all
         select a.id, 'indicator', a.role, a.department_id, a.from_fiscal_year, a.to_fiscal_year, s.plan_id
           from plan.assignment a join plan.indicator n on n.id = a.indicator_id join plan.section s on s.id = n.section_id
          where not n.withdrawn and not s.withdrawn
         union all
         select a.id, 'section', a.role, a.department_id, a.from_fiscal_year, a.to_fiscal_year, s.plan_id
           from plan.assignment a join plan.section s on s.id = a.section_id where not s.withdrawn
       ), task as (
         insert into review.annual_task (assignment_id, cycle_id, subject_kind, role, department_id, current_department_id)
         select w.id, c.id, w.kind, w.role, w.department_id, w.department_id
           from cycle.review_cycle c join work w on w.plan_id = c.plan_id
          where c.state = 'open'
            and w.from_fiscal_year <= c.fiscal_year and (w.to_fiscal_year is null or w.to_fiscal_year >= c.fiscal_year)
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
      [JSON.stringify(STAGE_ROWS)],
    );
    return row ?? { tasks: 0, stages: 0 };
  }
}
