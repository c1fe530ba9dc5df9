import { Injectable } from '@nestjs/common';
import { Database, firstRow, rows } from '#database';
import type { Scope } from '#directory';
import { LAST_YEAR, PLAN_ANSWERS, PLAN_ORDER, SHEET_FROM, SUBJECT_JSON } from './sheet.sql.js';
import type { SheetRow } from './sheet.store.js';

export type QueueRecord = Pick<
  SheetRow,
  | 'id'
  | 'stage'
  | 'fiscalYear'
  | 'subject'
  | 'subjectKind'
  | 'role'
  | 'departmentName'
  | 'submitterName'
  | 'submittedOn'
  | 'answers'
  | 'planAnswers'
  | 'lastAnswers'
  | 'fieldDuties'
> & { readonly stepDueOn: string };

/** 確認待ち: what waits at a person's posts. */
@Injectable()
export class QueueStore {
  constructor(private readonly database: Database) {}

  async total(scope: Scope): Promise<number> {
    const row = await firstRow<{ n: number }>(
      this.database.pool,
      `select count(*)::int as n from review.approval ap join review.task_stage ts on ts.id = ap.task_stage_id and ts.round = ap.round
         join review.annual_task t on t.id = ts.task_id join cycle.review_cycle c on c.id = t.cycle_id and c.state = 'open'
        where ap.post_id = any($1::uuid[]) and ap.waiting_since is not null and ap.decision is null and ts.state = 'submitted'`,
      [scope.posts.map((p) => p.postId)],
    );
    return row?.n ?? 0;
  }

  page(scope: Scope, page: number, pageSize: number): Promise<QueueRecord[]> {
    return rows(
      this.database.pool,
      `select ts.id, ts.stage, c.fiscal_year as "fiscalYear", ${SUBJECT_JSON} as subject, t.subject_kind as "subjectKind", t.role,
              d.name as "departmentName", su.name as "submitterName", ts.submitted_on as "submittedOn", ts.answers,
              pts.answers as "planAnswers", last.answers as "lastAnswers", c.field_duties as "fieldDuties", ap.due_on as "stepDueOn"
         from ${SHEET_FROM} ${LAST_YEAR} ${PLAN_ANSWERS}
         join review.approval ap on ap.task_stage_id = ts.id and ap.round = ts.round
         left join directory.person su on su.id = ts.submitter_id
        where ap.post_id = any($1::uuid[]) and ap.waiting_since is not null and ap.decision is null and ts.state = 'submitted'
          and c.state = 'open'
        order by ap.due_on, ${PLAN_ORDER} limit $2 offset $3`,
      [scope.posts.map((p) => p.postId), pageSize, (page - 1) * pageSize],
    );
  }
}
