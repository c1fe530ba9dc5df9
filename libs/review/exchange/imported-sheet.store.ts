import { Injectable } from '@nestjs/common';
import { rows as query, type Sql } from '#database';
import { summedColumns } from '../answers-difference.rules.js';
import { CommitmentStore } from '../commitment.store.js';
import type { Answers } from '../review.types.js';
import { SheetStore } from '../sheet.store.js';

/** A stage as an import leaves it. */
export interface ImportedStage {
  readonly id: string;
  readonly version: number;
  readonly answers: Answers;
  readonly fieldVersions: Readonly<Record<string, number>>;
  readonly editorId: string | null;
  /** Set where the import fills the stage for the first time: it is approved by that. */
  readonly filled: { readonly submitterId: string | null; readonly on: string } | null;
}

/** Who confirmed an imported stage, at which post. */
export interface ImportedApproval {
  readonly taskStageId: string;
  readonly postId: string;
  readonly personId: string;
  readonly acting: boolean;
  readonly on: string;
}

/** Working days a step has where the past does not say. */
const USUAL_WORKING_DAYS = 5;

/** Writes imported stages; each kind of row is one statement. */
@Injectable()
export class ImportedSheetStore {
  constructor(
    private readonly sheets: SheetStore,
    private readonly commitments: CommitmentStore,
  ) {}

  /** Writes answers, keeps each as a version, and lets the promises of Acts follow their words. */
  async write(
    sql: Sql,
    stages: readonly ImportedStage[],
    by: { readonly personId: string | null; readonly today: string },
  ): Promise<void> {
    if (stages.length === 0) return;
    const ids = stages.map(({ id }) => id);
    await this.writeStages(sql, stages);
    await this.sheets.cutVersions(sql, ids, 'imported', by.personId, by.today);
    await this.mendCommitments(sql, ids);
    await this.commitments.makeFromActs(sql, ids);
  }

  async writeApprovals(sql: Sql, approvals: readonly ImportedApproval[]): Promise<void> {
    await query(
      sql,
      `insert into review.approval (task_stage_id, round, position, step_kind, working_days, post_id, waiting_since, due_on,
         decision, person_id, acting, version_number, decided_on)
       select ts.id, ts.round, 1, 'post_level', $2, r."postId", r."on", r."on", 'approved', r."personId", r.acting,
              (select max(v.number) from review.stage_version v where v.task_stage_id = ts.id), r."on"
         from jsonb_to_recordset($1::jsonb)
           as r("taskStageId" uuid, "postId" uuid, "personId" uuid, acting boolean, "on" date)
         join review.task_stage ts on ts.id = r."taskStageId"`,
      [JSON.stringify(approvals), USUAL_WORKING_DAYS],
    );
  }

  private async writeStages(sql: Sql, stages: readonly ImportedStage[]): Promise<void> {
    const list = stages.map((stage) => ({ ...stage, ...stage.filled, ...summedColumns(stage.answers) }));
    await query(
      sql,
      `update review.task_stage ts
          set state = 'approved', version = r.version, answers = r.answers, field_versions = r."fieldVersions",
              budget = r.budget, settled_cost = r."settledCost", person_years = r."personYears", grade = r.grade,
              direction = r.direction, participation = r.participation, editor_id = coalesce(r."editorId", ts.editor_id),
              edited_at = clock_timestamp(),
              round = case when r.filled is null then ts.round else ts.round + 1 end,
              submitter_id = case when r.filled is null then ts.submitter_id else r."submitterId" end,
              submitted_on = case when r.filled is null then ts.submitted_on else r."on" end,
              approved_on = case when r.filled is null then ts.approved_on else r."on" end
         from jsonb_to_recordset($1::jsonb)
           as r(id uuid, version int, answers jsonb, "fieldVersions" jsonb, budget numeric, "settledCost" numeric,
                "personYears" numeric, grade text, direction text, participation text, "editorId" uuid, filled jsonb,
                "submitterId" uuid, "on" date)
        where ts.id = r.id`,
      [JSON.stringify(list)],
    );
  }

  /** Promises that nobody has answered take the words of the corrected Act; those it no longer has are gone. */
  private async mendCommitments(sql: Sql, ids: readonly string[]): Promise<void> {
    await query(
      sql,
      `with said as (
         select ts.id as stage_id, x.at, x.promise->>'what' as what, x.promise->>'who' as who,
                (x.promise->>'dueOn')::date as due_on
           from review.task_stage ts
           cross join lateral jsonb_array_elements(coalesce(ts.answers->'commitments', '[]')) with ordinality as x(promise, at)
          where ts.id = any($1::uuid[]) and ts.stage = 'act'
       ), gone as (
         delete from review.commitment m
          where m.task_stage_id = any($1::uuid[])
            and not exists (select 1 from said s where s.stage_id = m.task_stage_id and s.at = m.position)
            and not exists (select 1 from review.commitment_answer a where a.commitment_id = m.id))
       update review.commitment m set what = s.what, who = s.who, due_on = s.due_on
         from said s
        where s.stage_id = m.task_stage_id and s.at = m.position
          and (m.what, m.who, m.due_on) is distinct from (s.what, s.who, s.due_on)
          and not exists (select 1 from review.commitment_answer a where a.commitment_id = m.id)`,
      [ids],
    );
  }
}
