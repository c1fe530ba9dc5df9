import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database, rows, type Sql } from '#database';
import { SHEET_JOINS, SUBJECT_JSON } from '../sheet.sql.js';
import type { standInDecisionSchema } from './stand-in-decisions.schemas.js';

type StandInDecision = z.infer<typeof standInDecisionSchema>;

/** Queries on decisions that somebody took in place of an absent holder. */
@Injectable()
export class StandInDecisionsStore {
  constructor(private readonly database: Database) {}

  /** What was decided for a person and awaits their 後閲, oldest first. */
  async toReview(
    personId: string,
    page: number,
    pageSize: number,
  ): Promise<{ total: number; rows: StandInDecision[] }> {
    const found = await rows<StandInDecision & { all: number }>(
      this.database.pool,
      `with cut as (
         select ap.*, count(*) over ()::int as "all" from review.approval ap
          where ap.instead_of_id = $1 and ap.reviewed_on is null
          order by ap.decided_on, ap.id limit $2 offset $3
       ) select ap.id as "approvalId", ts.id as "taskStageId", ts.stage, c.fiscal_year as "fiscalYear", ${SUBJECT_JSON} as subject,
                d.name as "departmentName", po.title as "postTitle", ap.decision, who.name as "decidedBy",
                ap.decided_on as "decidedOn", ap.comment, ap.places, ap."all"
           from cut ap join review.task_stage ts on ts.id = ap.task_stage_id ${SHEET_JOINS}
           join directory.titled_post po on po.id = ap.post_id
           join directory.person who on who.id = ap.person_id
          order by ap.decided_on, ap.id`,
      [personId, pageSize, (page - 1) * pageSize],
    );
    return { total: found[0]?.all ?? 0, rows: found.map(({ all: _all, ...row }) => row) };
  }

  /** Marks those of the decisions that were taken for the person; what is marked already stays as it is. */
  review(
    sql: Sql,
    approvalIds: readonly string[],
    personId: string,
    today: string,
  ): Promise<{ approvalId: string; taskStageId: string }[]> {
    return rows(
      sql,
      `update review.approval ap set reviewed_on = $3
        where ap.id = any($1::uuid[]) and ap.instead_of_id = $2 and ap.reviewed_on is null
       returning ap.id as "approvalId", ap.task_stage_id as "taskStageId"`,
      [approvalIds, personId, today],
    );
  }
}
