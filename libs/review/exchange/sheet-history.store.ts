import { Injectable } from '@nestjs/common';
import { type AssignmentRole, type CycleRow, type Stage, stagesOf } from '#cycle';
import { rows as query, type Sql } from '#database';
import type { Answers, StageState } from '../review.types.js';
import type { SheetStage } from './sheet-columns.types.js';

/** A sheet by its assignment and fiscal year. */
export interface SheetName {
  readonly assignmentId: string;
  readonly fiscalYear: number;
}

export interface ItemAssignment {
  readonly id: string;
  readonly itemKey: string;
  readonly departmentCode: string;
  readonly role: AssignmentRole;
  readonly from: number;
  readonly to: number | null;
}

/** One stage of a sheet as it is stored. */
export interface StoredStage extends SheetName {
  readonly id: string;
  readonly stage: SheetStage;
  readonly state: StageState;
  readonly version: number;
  readonly answers: Answers;
  readonly fieldVersions: Readonly<Record<string, number>>;
  readonly role: AssignmentRole;
  readonly departmentId: string;
  readonly cycleState: CycleRow['state'];
  readonly fieldDuties: Readonly<Record<string, string>>;
  readonly dueOn: string;
  /** The stage made promises that somebody has answered. */
  readonly answered: boolean;
}

/** An approved sheet as a row of the table shows it. */
export interface ExportedSheet {
  readonly fiscalYear: string;
  readonly item: string;
  readonly department: string;
  readonly answers: Readonly<Partial<Record<Stage, Answers>>>;
  readonly submitter: string | null;
  readonly approver: string | null;
}

/** Who confirmed a sheet, with the post held on that day; no post when the person held none. */
export interface FoundPost {
  readonly at: number;
  readonly postId: string | null;
  readonly acting: boolean;
}

const STAGE_ROWS = (['lead', 'support'] as const).flatMap((role) =>
  stagesOf('item', role).map((stage) => ({ role, stage })),
);

/** What the history of sheets asks for. */
@Injectable()
export class SheetHistoryStore {
  exported(sql: Sql): Promise<ExportedSheet[]> {
    return query(
      sql,
      `select c.fiscal_year::text as "fiscalYear", i.key as item, d.code as department, x.answers, x.submitter, x.approver
         from review.annual_task t
         join cycle.review_cycle c on c.id = t.cycle_id
         join plan.assignment a on a.id = t.assignment_id
         join plan.program_item i on i.id = a.item_id
         join plan.program p on p.id = i.program_id
         join plan.section s on s.id = p.section_id
         join directory.department d on d.id = a.department_id
         cross join lateral (
           select jsonb_object_agg(ts.stage, ts.answers) as answers,
                  (array_agg(su.staff_number order by ts.approved_on, ts.stage) filter (where su.id is not null))[1] as submitter,
                  (array_agg(ap.staff_number order by ts.approved_on, ts.stage) filter (where ap.id is not null))[1] as approver
             from review.task_stage ts
             left join directory.person su on su.id = ts.submitter_id
             left join lateral (
               select pe.id, pe.staff_number from review.approval v join directory.person pe on pe.id = v.person_id
                where v.task_stage_id = ts.id and v.round = ts.round and v.decision = 'approved'
                order by v.position desc limit 1) ap on true
            where ts.task_id = t.id and ts.state = 'approved') x
        where x.answers is not null
        order by c.fiscal_year, s.sort, p.sort, i.sort, t.role, d.sort, d.code`,
    );
  }

  assignments(sql: Sql, planId: string): Promise<ItemAssignment[]> {
    return query(
      sql,
      `select a.id, i.key as "itemKey", d.code as "departmentCode", a.role, a.from_fiscal_year as "from",
              a.to_fiscal_year as "to"
         from plan.assignment a
         join plan.program_item i on i.id = a.item_id
         join plan.program p on p.id = i.program_id
         join plan.section s on s.id = p.section_id and s.plan_id = $1
         join directory.department d on d.id = a.department_id
        where not a.withdrawn`,
      [planId],
    );
  }

  async departmentCodes(sql: Sql): Promise<ReadonlySet<string>> {
    const found = await query<{ code: string }>(sql, 'select code from directory.department');
    return new Set(found.map((row) => row.code));
  }

  async personIds(sql: Sql, staffNumbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await query<{ staffNumber: string; id: string }>(
      sql,
      'select staff_number as "staffNumber", id from directory.person where staff_number = any($1::text[])',
      [staffNumbers],
    );
    return new Map(found.map((row) => [row.staffNumber, row.id]));
  }

  /** Gives these sheets their tasks and stages where they have none yet, whatever the state of their cycle. */
  async makeSheets(sql: Sql, planId: string, names: readonly SheetName[]): Promise<void> {
    const list = JSON.stringify(names);
    await query(
      sql,
      `insert into review.annual_task (assignment_id, cycle_id, subject_kind, role, department_id, current_department_id)
       select a.id, c.id, 'item', a.role, a.department_id, a.department_id
         from jsonb_to_recordset($1::jsonb) as r("assignmentId" uuid, "fiscalYear" int)
         join plan.assignment a on a.id = r."assignmentId"
         join cycle.review_cycle c on c.plan_id = $2 and c.fiscal_year = r."fiscalYear"
       on conflict (assignment_id, cycle_id) do nothing`,
      [list, planId],
    );
    await query(
      sql,
      `insert into review.task_stage (task_id, stage)
       select t.id, x.stage
         from jsonb_to_recordset($1::jsonb) as r("assignmentId" uuid, "fiscalYear" int)
         join cycle.review_cycle c on c.plan_id = $2 and c.fiscal_year = r."fiscalYear"
         join review.annual_task t on t.assignment_id = r."assignmentId" and t.cycle_id = c.id
         join jsonb_to_recordset($3::jsonb) as x(role text, stage text) on x.role = t.role
       on conflict (task_id, stage) do nothing`,
      [list, planId, JSON.stringify(STAGE_ROWS)],
    );
  }

  /** The stages of these sheets, locked until the transaction ends. */
  stages(sql: Sql, planId: string, names: readonly SheetName[]): Promise<StoredStage[]> {
    return query(
      sql,
      `select ts.id, t.assignment_id as "assignmentId", c.fiscal_year as "fiscalYear", ts.stage, ts.state, ts.version,
              ts.answers, ts.field_versions as "fieldVersions", t.role, t.current_department_id as "departmentId",
              c.state as "cycleState", c.field_duties as "fieldDuties", cs.effective_due_on as "dueOn",
              exists (select 1 from review.commitment m join review.commitment_answer x on x.commitment_id = m.id
                       where m.task_stage_id = ts.id) as answered
         from jsonb_to_recordset($1::jsonb) as r("assignmentId" uuid, "fiscalYear" int)
         join cycle.review_cycle c on c.plan_id = $2 and c.fiscal_year = r."fiscalYear"
         join review.annual_task t on t.assignment_id = r."assignmentId" and t.cycle_id = c.id
         join review.task_stage ts on ts.task_id = t.id
         join cycle.cycle_stage cs on cs.cycle_id = c.id and cs.stage = ts.stage
          for update of ts`,
      [JSON.stringify(names), planId],
    );
  }

  /** The post at which each person confirmed: of the department's line if they held one there, else any of a manager. */
  approvingPosts(
    sql: Sql,
    wanted: readonly { at: number; personId: string; departmentId: string; on: string }[],
  ): Promise<FoundPost[]> {
    return query(
      sql,
      `select r.at, x.post_id as "postId", coalesce(x.kind = 'acting', false) as acting
         from jsonb_to_recordset($1::jsonb) as r(at int, "personId" uuid, "departmentId" uuid, "on" date)
         left join lateral (
           select h.post_id, h.kind from directory.post_holding h
             join directory.post po on po.id = h.post_id and po.level <> 'member'
             left join directory.department_closure k on k.ancestor_id = po.department_id and k.descendant_id = r."departmentId"
            where h.person_id = r."personId" and h.from_date <= r."on" and (h.to_date is null or h.to_date >= r."on")
            order by k.depth nulls last, h.kind = 'main' desc, h.id limit 1) x on true`,
      [JSON.stringify(wanted)],
    );
  }
}
