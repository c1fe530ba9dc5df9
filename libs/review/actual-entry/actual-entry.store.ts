import { Injectable } from '@nestjs/common';
import { Database, firstRow, rows, type Sql } from '#database';
import type { Scope } from '#directory';
import type { Answers, StageState } from '../review.types.js';
import { LAST_YEAR, PLAN_ORDER, SHEET_FROM } from '../sheet.sql.js';

export interface ActualEntryRecord {
  readonly taskStageId: string;
  readonly version: number;
  readonly state: StageState;
  readonly fiscalYear: number;
  readonly dueOn: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly sectionLabel: string;
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly kind: 'level' | 'yearly_count' | 'running_total' | 'plan_total' | 'milestone';
  readonly note: string;
  readonly answers: Answers;
  readonly fieldVersions: Readonly<Record<string, number>>;
  readonly editorId: string | null;
  readonly lastAnswers: Answers | null;
}

/** Sheets of indicators whose year is open for entry (`$1` today) in departments that the scope reads (`$2`). */
const ENTRIES = `t.subject_kind = 'indicator' and ts.stage = 'check' and c.state = 'open' and t.ended_on is null
  and cs.drafts_from <= $1 and c.closes_on >= $1 and ($2::uuid[] is null or t.current_department_id = any($2::uuid[]))`;

const RECORD = `ts.id as "taskStageId", ts.version, ts.state, c.fiscal_year as "fiscalYear", due.on as "dueOn",
  t.current_department_id as "departmentId", d.name as "departmentName",
  plan.printed_number(s.level, s.number) || ' ' || s.title as "sectionLabel",
  n.key, n.name, n.unit, n.decimals, coalesce(n.decided_kind, n.kind) as kind, n.note, ts.answers,
  ts.field_versions as "fieldVersions", ts.editor_id as "editorId", last.answers as "lastAnswers"`;

export interface DraftToWrite {
  readonly id: string;
  readonly version: number;
  readonly answers: Answers;
  readonly fieldVersions: Readonly<Record<string, number>>;
}

/** Queries on the entry of actuals, many indicators at once. */
@Injectable()
export class ActualEntryStore {
  constructor(private readonly database: Database) {}

  async total(scope: Scope): Promise<number> {
    const row = await firstRow<{ n: number }>(
      this.database.pool,
      `select count(*)::int as n from ${SHEET_FROM} where ${ENTRIES}`,
      [scope.date, scope.reads],
    );
    return row?.n ?? 0;
  }

  /** Those the person fills in first, then the others in the order of the plan. */
  page(scope: Scope, page: number, pageSize: number): Promise<ActualEntryRecord[]> {
    return rows(
      this.database.pool,
      `select ${RECORD} from ${SHEET_FROM} ${LAST_YEAR} where ${ENTRIES}
        order by c.fiscal_year desc, (t.current_department_id = any($3::uuid[])) desc, ${PLAN_ORDER} limit $4 offset $5`,
      [scope.date, scope.reads, scope.writes, pageSize, (page - 1) * pageSize],
    );
  }

  /** All of them at once, for a file. */
  all(scope: Scope, sql: Sql): Promise<ActualEntryRecord[]> {
    return rows(
      sql,
      `select ${RECORD} from ${SHEET_FROM} ${LAST_YEAR} where ${ENTRIES} order by c.fiscal_year, ${PLAN_ORDER}`,
      [scope.date, scope.reads],
    );
  }

  /** Saves drafts of many sheets that are locked, in one statement. */
  async writeDrafts(sql: Sql, drafts: readonly DraftToWrite[], editorId: string): Promise<void> {
    await rows(
      sql,
      `update review.task_stage ts set state = 'drafting', version = r.version, answers = r.answers,
              field_versions = r."fieldVersions", editor_id = $2, edited_at = clock_timestamp()
         from jsonb_to_recordset($1::jsonb) as r(id uuid, version int, answers jsonb, "fieldVersions" jsonb)
        where ts.id = r.id`,
      [JSON.stringify(drafts), editorId],
    );
  }
}
