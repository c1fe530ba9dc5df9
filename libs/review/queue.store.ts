import { Injectable } from '@nestjs/common';
import { Database, firstRow, rows } from '#database';
import { decidesAt, type Scope } from '#directory';
import {
  LAST_YEAR,
  OPEN_CHECKS,
  PLAN_ANSWERS,
  PLAN_ORDER,
  RETURNED_ANSWERS,
  SHEET_JOINS,
  SUBJECT_JSON,
} from './sheet.sql.js';
import type { SheetRow } from './sheet.store.js';
import { toDecide } from './waiting.sql.js';

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
  | 'returnedAnswers'
  | 'fieldDuties'
  | 'openChecks'
> & { readonly stepDueOn: string; readonly postId: string };

const WAITS = toDecide({ posts: '$1', person: '$2' });

/** 確認待ち: what waits at a person's posts, and at those at which they stand in. */
@Injectable()
export class QueueStore {
  constructor(private readonly database: Database) {}

  async total(scope: Scope): Promise<number> {
    const row = await firstRow<{ n: number }>(
      this.database.pool,
      `select count(*)::int as n from review.waiting_step w join review.task_stage ts on ts.id = w.task_stage_id where ${WAITS}`,
      [decidesAt(scope), scope.personId],
    );
    return row?.n ?? 0;
  }

  page(scope: Scope, page: number, pageSize: number): Promise<QueueRecord[]> {
    return rows(
      this.database.pool,
      `select ts.id, ts.stage, c.fiscal_year as "fiscalYear", ${SUBJECT_JSON} as subject, t.subject_kind as "subjectKind", t.role,
              d.name as "departmentName", su.name as "submitterName", ts.submitted_on as "submittedOn", ts.answers,
              pts.answers as "planAnswers", last.answers as "lastAnswers", ${RETURNED_ANSWERS} as "returnedAnswers",
              c.field_duties as "fieldDuties", ${OPEN_CHECKS} as "openChecks", w.due_on as "stepDueOn", w.post_id as "postId"
         from review.waiting_step w join review.task_stage ts on ts.id = w.task_stage_id ${SHEET_JOINS} ${LAST_YEAR} ${PLAN_ANSWERS}
         left join directory.person su on su.id = ts.submitter_id
        where ${WAITS}
        order by w.due_on, ${PLAN_ORDER} limit $3 offset $4`,
      [decidesAt(scope), scope.personId, pageSize, (page - 1) * pageSize],
    );
  }
}
