import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database, firstRow, rows } from '#database';
import type { Scope } from '#directory';
import type { submissionBoardSchema, submissionRowSchema } from './submissions.schemas.js';
import { CAME_BACK, COUNTS, LATE, PLAN_ORDER, SHEET_FROM, SUBJECT_JSON } from './sheet.sql.js';

type Board = z.infer<typeof submissionBoardSchema>;
type SubmissionRow = z.infer<typeof submissionRowSchema>;

export interface SubmissionFilter {
  readonly stage: string | null;
  readonly departmentCode: string | null;
  /** A stored state, `overdue`, `returned`, or `left`: open and not handed in. */
  readonly state: string | null;
}

const COLUMN_ORDER = `array_position(array['plan', 'do', 'check', 'act', 'review'], stage), kind desc`;

const FILTER = `c.plan_id = $1 and c.fiscal_year = $2 and ${COUNTS} and ($4::uuid[] is null or t.current_department_id = any($4::uuid[]))
  and ($5::text is null or ts.stage = $5) and ($6::text is null or d.code = $6)
  and ($7::text is null or ($7 = 'overdue' and ${LATE('$3')}) or ($7 = 'returned' and ${CAME_BACK}) or ts.state = $7
       or ($7 = 'left' and ts.state in ('none', 'drafting') and cs.opens_on <= $3))`;
/** What is left to do stands by its date; else the list follows the organisation. */
const LEFT_FIRST_DUE = `case when $7 in ('left', 'overdue', 'returned') then due.on end`;

/** 提出状況: who has handed in what. */
@Injectable()
export class SubmissionsStore {
  constructor(private readonly database: Database) {}

  /** Departments × stages with counts, in one statement. */
  async board(scope: Scope, planId: string, fiscalYear: number): Promise<Pick<Board, 'columns' | 'rows'>> {
    const row = await firstRow<Pick<Board, 'columns' | 'rows'>>(
      this.database.pool,
      `with cell as (
         select d.code, d.name, d.sort, ts.stage, t.subject_kind as kind, count(*)::int as total,
                count(*) filter (where ts.state in ('submitted', 'approved', 'not_applicable'))::int as submitted,
                count(*) filter (where ts.state in ('approved', 'not_applicable'))::int as approved,
                count(*) filter (where ${LATE('$3')})::int as overdue,
                min(cs.opens_on) as opens_on, min(cs.effective_due_on) as due_on
           from ${SHEET_FROM}
          where c.plan_id = $1 and c.fiscal_year = $2 and ${COUNTS} and ($4::uuid[] is null or t.current_department_id = any($4::uuid[]))
          group by d.code, d.name, d.sort, ts.stage, t.subject_kind
       ), col as (
         select stage, kind, min(opens_on) as opens_on, min(due_on) as due_on, row_number() over (order by ${COLUMN_ORDER}) as at
           from cell group by stage, kind
       ), dep as (select code, name, sort, sum(overdue) as late from cell group by code, name, sort)
       select coalesce((select jsonb_agg(jsonb_build_object('stage', stage, 'subjectKind', kind, 'opensOn', opens_on, 'dueOn', due_on)
                order by at) from col), '[]') as columns,
              coalesce((select jsonb_agg(jsonb_build_object('departmentCode', dep.code, 'departmentName', dep.name, 'cells', (
                 select jsonb_agg(case when cell.total is null then null else jsonb_build_object('total', cell.total,
                          'submitted', cell.submitted, 'approved', cell.approved, 'overdue', cell.overdue) end order by col.at)
                   from col left join cell on cell.stage = col.stage and cell.kind = col.kind and cell.code = dep.code))
                order by dep.late desc, dep.sort, dep.code) from dep), '[]') as rows`,
      [planId, fiscalYear, scope.date, scope.reads],
    );
    return row ?? { columns: [], rows: [] };
  }

  async total(scope: Scope, planId: string, fiscalYear: number, filter: SubmissionFilter): Promise<number> {
    const row = await firstRow<{ n: number }>(
      this.database.pool,
      `select count(*)::int as n from ${SHEET_FROM} where ${FILTER}`,
      this.parameters(scope, planId, fiscalYear, filter),
    );
    return row?.n ?? 0;
  }

  page(
    scope: Scope,
    planId: string,
    fiscalYear: number,
    filter: SubmissionFilter,
    page: number,
    pageSize: number,
  ): Promise<SubmissionRow[]> {
    return rows(
      this.database.pool,
      `select ts.id as "taskStageId", ts.stage, ${SUBJECT_JSON} as subject, t.role, d.code as "departmentCode",
              d.name as "departmentName", ts.state, ${LATE('$3')} as overdue, due.on as "dueOn",
              ${CAME_BACK} as returned,
              ts.submitted_on as "submittedOn", ts.approved_on as "approvedOn", ts.return_count as "returnCount",
              (select po.title from review.waiting_step w join directory.titled_post po on po.id = w.post_id
                where w.task_stage_id = ts.id) as "holderTitle"
         from ${SHEET_FROM} where ${FILTER} order by ${LEFT_FIRST_DUE}, d.sort, d.code, ${PLAN_ORDER} limit $8 offset $9`,
      [...this.parameters(scope, planId, fiscalYear, filter), pageSize, (page - 1) * pageSize],
    );
  }

  private parameters(scope: Scope, planId: string, fiscalYear: number, filter: SubmissionFilter): unknown[] {
    return [planId, fiscalYear, scope.date, scope.reads, filter.stage, filter.departmentCode, filter.state];
  }
}
