import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database, rows } from '#database';
import type { Scope } from '#directory';
import { LEAD_NAME, PLAN_ORDER, SHEET_FROM, SUBJECT_JSON } from './sheet.sql.js';
import type { TodayCell, TodayFilter } from './today-counts.rules.js';
import type { departmentRowSchema, departmentStateSchema } from './today.schemas.js';

export type DepartmentState = z.infer<typeof departmentStateSchema>;
type DepartmentRow = Omit<z.infer<typeof departmentRowSchema>, 'daysLeft'>;

/** The date of whoever holds the sheet: the step it waits at, else its author's. */
const HELD_UNTIL = 'coalesce(w.due_on, due.on)';

/** Late is whoever holds it; each sheet has exactly one of these. */
const STATE = `case when ${HELD_UNTIL} < $1 then 'overdue' when ts.state = 'submitted' then 'submitted'
  when ts.returned_due_on is not null then 'returned' else ts.state end`;

/** What is open and not settled in the departments `$2`; null is all of them. */
const UNSETTLED = `${SHEET_FROM} left join review.waiting_step w on w.task_stage_id = ts.id
 where c.state = 'open' and t.ended_on is null and ts.state in ('none', 'drafting', 'submitted')
   and cs.drafts_from <= $1 and c.closes_on >= $1 and ($2::uuid[] is null or t.current_department_id = any($2::uuid[]))`;

/** Queries on what lies below a manager. */
@Injectable()
export class DepartmentTodayStore {
  constructor(private readonly database: Database) {}

  cells(scope: Scope): Promise<TodayCell<DepartmentState>[]> {
    return rows(
      this.database.pool,
      `select kind, stage, count(*)::int as count from (select ${STATE} as kind, ts.stage from ${UNSETTLED}) x
        group by kind, stage`,
      [scope.date, belowOf(scope)],
    );
  }

  page(
    scope: Scope,
    { kind, stage }: TodayFilter<DepartmentState>,
    page: number,
    pageSize: number,
  ): Promise<DepartmentRow[]> {
    return rows(
      this.database.pool,
      `select ts.id as "taskStageId", ts.stage, c.fiscal_year as "fiscalYear", ${SUBJECT_JSON} as subject,
              d.name as "departmentName", ${LEAD_NAME} as "leadDepartmentName", ${STATE} as state, ${HELD_UNTIL} as "dueOn",
              case when w.id is null then jsonb_build_object('title', d.name, 'name', (select p.name from directory.person p
                     where p.id = ts.editor_id))
                   else jsonb_build_object('title', (select po.title from directory.titled_post po where po.id = w.post_id),
                     'name', (select p.name from directory.holders_on($1::date) h join directory.person p on p.id = h.person_id
                               where h.post_id = w.post_id order by (h.kind = 'acting'), p.staff_number limit 1)) end as holder
         from ${UNSETTLED} and ($3::text is null or ${STATE} = $3) and ($4::text is null or ts.stage = $4)
        order by ${HELD_UNTIL}, ${PLAN_ORDER}, d.code limit $5 offset $6`,
      [scope.date, belowOf(scope), kind, stage, pageSize, (page - 1) * pageSize],
    );
  }
}

/** Who stands above all departments looks after all of them; everybody else after the subtrees of their posts. */
const belowOf = (scope: Scope): readonly string[] | null =>
  scope.posts.some(({ level }) => level === 'executive') ? scope.reads : scope.writes;
