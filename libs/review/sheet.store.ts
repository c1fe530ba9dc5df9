import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database, firstRow, rows, type Sql } from '#database';
import { decidesAt, type Scope } from '#directory';
import type { approvalStepSchema, sheetSchema } from './sheet.schemas.js';
import type { subjectSchema } from './subject.schemas.js';
import type { Answers, AssignmentRole, Stage, StageState, SubjectKind } from './review.types.js';
import {
  COUNTS,
  LAST_YEAR,
  LEAD_NAME,
  OPEN_CHECKS,
  PLAN_ANSWERS,
  readable,
  RETURNED_ANSWERS,
  SHEET_FROM,
  SHEET_JOINS,
  SUBJECT_JSON,
} from './sheet.sql.js';

export type Subject = z.infer<typeof subjectSchema>;
export type ApprovalStep = z.infer<typeof approvalStepSchema>;

/** One stage of one task with everything the rules ask for. */
export interface SheetRow {
  readonly id: string;
  readonly taskId: string;
  readonly cycleId: string;
  readonly planId: string;
  readonly fiscalYear: number;
  readonly cycleState: string;
  readonly closesOn: string;
  readonly endedOn: string | null;
  readonly fieldDuties: Readonly<Record<string, string>>;
  /** Of a section's review: Checks below it that nobody has confirmed. */
  readonly openChecks: number;
  readonly labourUnitCost: string;
  readonly stage: Stage;
  readonly state: StageState;
  readonly notApplicableReason: string | null;
  readonly version: number;
  readonly round: number;
  readonly answers: Answers;
  readonly fieldVersions: Readonly<Record<string, number>>;
  readonly planAnswers: Answers | null;
  readonly lastAnswers: Answers | null;
  /** As they were when the sheet was last returned. */
  readonly returnedAnswers: Answers | null;
  readonly lastFiscalYear: number | null;
  readonly subjectKind: SubjectKind;
  readonly role: AssignmentRole;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly leadDepartmentName: string | null;
  readonly subject: Subject;
  readonly itemId: string | null;
  readonly indicatorId: string | null;
  readonly draftsFrom: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly editorId: string | null;
  readonly editorName: string | null;
  readonly editedAt: Date | null;
  readonly submitterId: string | null;
  readonly submitterName: string | null;
  readonly submittedOn: string | null;
}

const SHEET_COLUMNS = `ts.id, t.id as "taskId", c.id as "cycleId", c.plan_id as "planId", c.fiscal_year as "fiscalYear",
  c.state as "cycleState", c.closes_on as "closesOn", c.field_duties as "fieldDuties",
  ${OPEN_CHECKS} as "openChecks",
  c.labour_unit_cost::text as "labourUnitCost", ts.stage, ts.state, ts.not_applicable_reason as "notApplicableReason", t.ended_on as "endedOn", ts.version, ts.round, ts.answers,
  ts.field_versions as "fieldVersions", pts.answers as "planAnswers", last.answers as "lastAnswers",
  ${RETURNED_ANSWERS} as "returnedAnswers", last.fiscal_year as "lastFiscalYear", t.subject_kind as "subjectKind", t.role, t.current_department_id as "departmentId",
  d.name as "departmentName", ${LEAD_NAME} as "leadDepartmentName", ${SUBJECT_JSON} as subject, a.item_id as "itemId",
  a.indicator_id as "indicatorId", cs.drafts_from as "draftsFrom", cs.opens_on as "opensOn", due.on as "dueOn",
  ts.editor_id as "editorId", ed.name as "editorName", ts.edited_at as "editedAt", ts.submitter_id as "submitterId",
  su.name as "submitterName", ts.submitted_on as "submittedOn"`;

const SHEET_SELECT = `select ${SHEET_COLUMNS} from ${SHEET_FROM} ${LAST_YEAR} ${PLAN_ANSWERS}
  left join directory.person ed on ed.id = ts.editor_id
  left join directory.person su on su.id = ts.submitter_id`;

export interface EntryToWrite {
  readonly id: string;
  readonly state: StageState;
  readonly version: number;
  readonly answers: Answers;
  readonly fieldVersions: Readonly<Record<string, number>>;
  readonly columns: {
    readonly budget: string | null;
    readonly settledCost: string | null;
    readonly personYears: string | null;
    readonly grade: string | null;
    readonly direction: string | null;
    readonly participation: string | null;
  };
  readonly editorId: string;
}

/** Queries on single sheets. */
@Injectable()
export class SheetStore {
  constructor(private readonly database: Database) {}

  /** A sheet the scope may read, or nothing. */
  byId(scope: Scope, id: string, sql: Sql = this.database.pool): Promise<SheetRow | undefined> {
    return firstRow(
      sql,
      `${SHEET_SELECT} where ts.id = $1
          and ${readable({ writes: '$2', reads: '$3', posts: '$4' })}`,
      [id, scope.writes, scope.reads, decidesAt(scope)],
    );
  }

  /** Locks one stage until the transaction ends, so that two people cannot both win. */
  async lock(sql: Sql, ids: readonly string[]): Promise<void> {
    await rows(sql, 'select id from review.task_stage where id = any($1::uuid[]) order by id for update', [
      ids,
    ]);
  }

  async write(sql: Sql, entry: EntryToWrite): Promise<Date> {
    const row = await firstRow<{ editedAt: Date }>(
      sql,
      `update review.task_stage set state = $2, version = $3, answers = $4::jsonb, field_versions = $5::jsonb, budget = $6,
              settled_cost = $7, person_years = $8, grade = $9, direction = $10, participation = $11, editor_id = $12,
              edited_at = clock_timestamp(), not_applicable_reason = null
        where id = $1 returning edited_at as "editedAt"`,
      [
        entry.id,
        entry.state,
        entry.version,
        JSON.stringify(entry.answers),
        JSON.stringify(entry.fieldVersions),
        entry.columns.budget,
        entry.columns.settledCost,
        entry.columns.personYears,
        entry.columns.grade,
        entry.columns.direction,
        entry.columns.participation,
        entry.editorId,
      ],
    );
    return row?.editedAt ?? new Date();
  }

  async submit(
    sql: Sql,
    id: string,
    change: { version: number; round: number; personId: string; today: string },
  ): Promise<void> {
    await rows(
      sql,
      `update review.task_stage set state = 'submitted', version = $2, round = $3, submitter_id = $4, submitted_on = $5
        where id = $1`,
      [id, change.version, change.round, change.personId, change.today],
    );
  }

  /** Back to its author; of a task that has ended meanwhile to nobody. */
  async backToDrafting(
    sql: Sql,
    id: string,
    change: { version: number; returnedDueOn: string | null },
  ): Promise<void> {
    await rows(
      sql,
      `update review.task_stage ts set version = $2, returned_due_on = coalesce($3, ts.returned_due_on),
              state = case when t.ended_on is null then 'drafting' else 'not_applicable' end,
              return_count = ts.return_count + case when $3::date is null then 0 else 1 end
         from review.annual_task t where ts.id = $1 and t.id = ts.task_id`,
      [id, change.version, change.returnedDueOn],
    );
  }

  async declareNotApplicable(
    sql: Sql,
    id: string,
    version: number,
    reason: string,
    personId: string,
  ): Promise<void> {
    await rows(
      sql,
      `update review.task_stage set state = 'not_applicable', version = $2, not_applicable_reason = $3, editor_id = $4,
              edited_at = clock_timestamp() where id = $1`,
      [id, version, reason, personId],
    );
  }

  /** Keeps a version of the answers as they stand now, of one or many sheets; of a change of editor by the earlier one. */
  async cutVersions(
    sql: Sql,
    ids: readonly string[],
    cause: string,
    personId: string | null,
    today: string,
  ): Promise<void> {
    await rows(
      sql,
      `insert into review.stage_version (task_stage_id, number, cause, answers, person_id, business_date)
       select ts.id, coalesce((select max(v.number) from review.stage_version v where v.task_stage_id = ts.id), 0) + 1,
              $2, ts.answers, case when $2 = 'editor_changed' then ts.editor_id else $3::uuid end, $4
         from review.task_stage ts where ts.id = any($1::uuid[])`,
      [ids, cause, personId, today],
    );
  }

  versions(id: string): Promise<
    {
      number: number;
      cause: string;
      answers: Answers;
      personName: string | null;
      at: Date;
      businessDate: string;
    }[]
  > {
    return rows(
      this.database.pool,
      `select v.number, v.cause, v.answers, p.name as "personName", v.at, v.business_date as "businessDate"
         from review.stage_version v left join directory.person p on p.id = v.person_id
        where v.task_stage_id = $1 order by v.number`,
      [id],
    );
  }

  /** The other stages of the same task, with their windows. */
  stagesOf(taskId: string): Promise<z.infer<typeof sheetSchema>['stages']> {
    return rows(
      this.database.pool,
      `select cs.stage, ts.id as "taskStageId", ts.state, cs.opens_on as "opensOn",
              due.on as "dueOn", ts.approved_on as "approvedOn"
         from review.task_stage ts ${SHEET_JOINS}
        where ts.task_id = $1 order by array_position(array['plan', 'do', 'check', 'act', 'review'], cs.stage)`,
      [taskId],
    );
  }

  /** Supporting sheets of the same item and stage, for the lead while it writes. */
  supporting(sheet: SheetRow): Promise<z.infer<typeof sheetSchema>['supporting']> {
    if (sheet.role !== 'lead' || sheet.itemId === null) return Promise.resolve([]);
    return rows(
      this.database.pool,
      `select ts.id as "taskStageId", d.name as "departmentName", ts.state,
              coalesce(ts.answers->>'results', ts.answers->>'done', ts.answers->>'activities') as summary,
              coalesce(ts.settled_cost, ts.budget)::text as cost
         from review.annual_task t join plan.assignment a on a.id = t.assignment_id
         join review.task_stage ts on ts.task_id = t.id and ts.stage = $3
         join directory.department d on d.id = t.current_department_id
        where t.cycle_id = $1 and a.item_id = $2 and t.role = 'support' order by d.sort, d.code`,
      [sheet.cycleId, sheet.itemId, sheet.stage],
    );
  }

  /** What each item's lead sheet of a year says about citizen participation, once it is approved. */
  participation(
    planId: string,
    fiscalYear: number,
  ): Promise<{ itemId: string; participation: 'none' | 'pi' | 'collaboration' | null }[]> {
    return rows(
      this.database.pool,
      `select a.item_id as "itemId", ts.participation
         from review.task_stage ts join review.annual_task t on t.id = ts.task_id and t.role = 'lead' and t.subject_kind = 'item'
         join cycle.review_cycle c on c.id = t.cycle_id join plan.assignment a on a.id = t.assignment_id
        where c.plan_id = $1 and c.fiscal_year = $2 and ts.stage = 'check' and ts.state = 'approved' and ${COUNTS}`,
      [planId, fiscalYear],
    );
  }

  /** Keys of the indicators whose chart belongs beside a sheet: its own, or those of its section. */
  async indicatorKeys(sheet: SheetRow, sql: Sql = this.database.pool): Promise<string[]> {
    if (sheet.subjectKind === 'indicator') return [sheet.subject.key];
    const found = await rows<{ key: string }>(
      sql,
      `select n.key from plan.indicator n join plan.section s on s.id = n.section_id
        where s.plan_id = $1 and s.key = $2 and not n.withdrawn order by n.sort`,
      [sheet.planId, sheet.subject.sectionKey],
    );
    return found.map((row) => row.key);
  }
}
