import { Injectable } from '@nestjs/common';
import type { CycleRow } from '#cycle';
import { rows, type Sql } from '#database';
import type { Answers, StageState } from '../review.types.js';

/** The lead of a section in the years it leads it. */
export interface SectionLead {
  readonly assignmentId: string;
  readonly sectionKey: string;
  readonly from: number;
  readonly to: number | null;
}

export interface ReviewName {
  readonly assignmentId: string;
  readonly fiscalYear: number;
}

export interface StoredReview extends ReviewName {
  readonly id: string;
  readonly state: StageState;
  readonly version: number;
  readonly answers: Answers;
  readonly fieldVersions: Readonly<Record<string, number>>;
  readonly cycleState: CycleRow['state'];
  readonly dueOn: string;
}

/** What the history of section reviews asks for. */
@Injectable()
export class SectionHistoryStore {
  exported(sql: Sql): Promise<{ fiscalYear: string; section: string; answers: Answers }[]> {
    return rows(
      sql,
      `select c.fiscal_year::text as "fiscalYear", s.key as section, ts.answers
         from review.task_stage ts
         join review.annual_task t on t.id = ts.task_id and t.subject_kind = 'section'
         join cycle.review_cycle c on c.id = t.cycle_id
         join plan.assignment a on a.id = t.assignment_id join plan.section s on s.id = a.section_id
        where ts.stage = 'review' and ts.state = 'approved' order by c.fiscal_year, s.sort`,
    );
  }

  leads(sql: Sql, planId: string): Promise<SectionLead[]> {
    return rows(
      sql,
      `select a.id as "assignmentId", s.key as "sectionKey", a.from_fiscal_year as "from", a.to_fiscal_year as "to"
         from plan.assignment a join plan.section s on s.id = a.section_id
        where s.plan_id = $1 and a.role = 'lead' and not a.withdrawn and not s.withdrawn`,
      [planId],
    );
  }

  /** Gives these reviews their tasks and stages where they have none yet, whatever the state of their cycle. */
  async makeReviews(sql: Sql, planId: string, names: readonly ReviewName[]): Promise<void> {
    await rows(
      sql,
      `insert into review.annual_task (assignment_id, cycle_id, subject_kind, role, department_id, current_department_id)
       select a.id, c.id, 'section', a.role, a.department_id, a.department_id
         from jsonb_to_recordset($1::jsonb) as r("assignmentId" uuid, "fiscalYear" int)
         join plan.assignment a on a.id = r."assignmentId"
         join cycle.review_cycle c on c.plan_id = $2 and c.fiscal_year = r."fiscalYear"
       on conflict (assignment_id, cycle_id) do nothing`,
      [JSON.stringify(names), planId],
    );
    await rows(
      sql,
      `insert into review.task_stage (task_id, stage)
       select t.id, 'review'
         from jsonb_to_recordset($1::jsonb) as r("assignmentId" uuid, "fiscalYear" int)
         join cycle.review_cycle c on c.plan_id = $2 and c.fiscal_year = r."fiscalYear"
         join review.annual_task t on t.assignment_id = r."assignmentId" and t.cycle_id = c.id
       on conflict (task_id, stage) do nothing`,
      [JSON.stringify(names), planId],
    );
  }

  /** The review stages, locked until the transaction ends. */
  reviews(sql: Sql, planId: string, names: readonly ReviewName[]): Promise<StoredReview[]> {
    return rows(
      sql,
      `select ts.id, t.assignment_id as "assignmentId", c.fiscal_year as "fiscalYear", ts.state, ts.version, ts.answers,
              ts.field_versions as "fieldVersions", c.state as "cycleState", cs.effective_due_on as "dueOn"
         from jsonb_to_recordset($1::jsonb) as r("assignmentId" uuid, "fiscalYear" int)
         join cycle.review_cycle c on c.plan_id = $2 and c.fiscal_year = r."fiscalYear"
         join review.annual_task t on t.assignment_id = r."assignmentId" and t.cycle_id = c.id
         join review.task_stage ts on ts.task_id = t.id and ts.stage = 'review'
         join cycle.cycle_stage cs on cs.cycle_id = c.id and cs.stage = 'review'
          for update of ts`,
      [JSON.stringify(names), planId],
    );
  }
}
