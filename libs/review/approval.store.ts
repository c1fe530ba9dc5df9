import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database, firstRow, rows, type Sql } from '#database';
import type { ActualToConfirm } from '#indicator';
import type { ChainLevel, ResolvedStep } from './approval-chain.rules.js';
import type { Answers } from './review.types.js';
import type { sentBackSchema } from './sheet.schemas.js';
import type { ApprovalStep } from './sheet.store.js';

/** A step of a sheet's running round whose turn it is. */
export interface StepInTurn {
  readonly approvalId: string;
  readonly taskStageId: string;
  readonly round: number;
  readonly position: number;
  readonly postId: string;
  /** The section's grade is given at this step. */
  readonly setsGrade: boolean;
}

/** A step that waits for a decision, with what the decision depends on. */
export interface WaitingStep extends StepInTurn {
  readonly version: number;
  readonly submitterId: string | null;
}

/** A waiting step on whose post nobody sits, or only who handed the sheet in. */
export interface OrphanedStep extends StepInTurn {
  readonly departmentId: string;
  readonly level: ChainLevel;
  readonly submitterId: string;
}

/** Days for which a sheet waits for a new holder of its seat before it passes to the next above. */
const DAYS_TO_FILL_A_SEAT = 5;

/** Queries on the chain of a sheet. */
@Injectable()
export class ApprovalStore {
  constructor(private readonly database: Database) {}

  /** Starts a round: its steps, of which the first waits from today. */
  async startRound(
    sql: Sql,
    taskStageId: string,
    round: number,
    steps: readonly (ResolvedStep & { dueOn: string | null })[],
    today: string,
  ): Promise<void> {
    await rows(
      sql,
      `insert into review.approval (task_stage_id, round, position, step_kind, working_days, post_id, waiting_since, due_on,
         sets_grade)
       select $1, $2, r.position, r."stepKind", r."workingDays", r."postId",
              case when r.position = 1 then $4::date end, case when r.position = 1 then r."dueOn" end,
              coalesce(r."setsGrade", false)
         from jsonb_to_recordset($3::jsonb) as r(position int, "stepKind" text, "workingDays" int, "postId" uuid,
              "dueOn" date, "setsGrade" boolean)`,
      [taskStageId, round, JSON.stringify(steps.map((step, at) => ({ ...step, position: at + 1 }))), today],
    );
  }

  /** The steps of these sheets that wait now, at any post; who decides locks the sheets first. */
  waiting(sql: Sql, taskStageIds: readonly string[]): Promise<WaitingStep[]> {
    return rows(
      sql,
      `select w.id as "approvalId", w.task_stage_id as "taskStageId", ts.version, ts.submitter_id as "submitterId", w.round,
              w.position, w.post_id as "postId", ap.sets_grade as "setsGrade"
         from review.waiting_step w join review.task_stage ts on ts.id = w.task_stage_id
         join review.approval ap on ap.id = w.id
        where w.task_stage_id = any($1::uuid[])`,
      [taskStageIds],
    );
  }

  async decide(
    sql: Sql,
    approvalIds: readonly string[],
    decision: {
      decision: 'approved' | 'returned' | 'withdrawn';
      personId: string;
      actingPosts: readonly string[];
      /** 代決: the absent holder, by post. */
      insteadOf: Readonly<Record<string, string>>;
      comment: string | null;
      /** 差戻し: the fields to mend. */
      places: readonly string[];
      today: string;
    },
  ): Promise<void> {
    await rows(
      sql,
      `update review.approval ap set decision = $2, person_id = $3, acting = ap.post_id = any($4::uuid[]), comment = $5,
              places = $8::text[],
              instead_of_id = ($7::jsonb->>ap.post_id::text)::uuid,
              decided_on = $6, decided_at = clock_timestamp(), opened_at = coalesce(ap.opened_at, clock_timestamp()),
              version_number = (select max(v.number) from review.stage_version v where v.task_stage_id = ap.task_stage_id)
        where ap.id = any($1::uuid[])`,
      [
        approvalIds,
        decision.decision,
        decision.personId,
        decision.actingPosts,
        decision.comment,
        decision.today,
        JSON.stringify(decision.insteadOf),
        decision.places,
      ],
    );
  }

  /** Keeps with its step who gave a section's grade, and what had been proposed. */
  async keepGrade(
    sql: Sql,
    approvalId: string,
    given: { proposed: string | null; grade: string; reason: string | null },
  ): Promise<void> {
    await rows(
      sql,
      'update review.approval set proposed_grade = $2, grade = $3, comment = $4 where id = $1',
      [approvalId, given.proposed, given.grade, given.reason],
    );
  }

  /** What a section's sheet said when it was handed in, if its running round has been graded since. */
  handedInBeforeGrade(
    sql: Sql,
    taskStageId: string,
  ): Promise<({ readonly grade: string } & Pick<Answers, 'sectionGrade' | 'gradeChange'>) | undefined> {
    return firstRow(
      sql,
      `select ap.grade, v.answers->>'sectionGrade' as "sectionGrade", v.answers->>'gradeChange' as "gradeChange"
         from review.task_stage ts
         join review.approval ap on ap.task_stage_id = ts.id and ap.round = ts.round and ap.grade is not null
         join review.stage_version v on v.task_stage_id = ts.id and v.cause = 'submitted'
        where ts.id = $1 order by v.number desc limit 1`,
      [taskStageId],
    );
  }

  /** Hands sheets on to their next step. Returns the steps that wait now; a sheet without one has come to its end. */
  async handOn(
    sql: Sql,
    steps: readonly StepInTurn[],
    today: string,
    dueByDays: Readonly<Record<string, string>>,
  ): Promise<StepInTurn[]> {
    return rows(
      sql,
      `update review.approval ap set waiting_since = $2, due_on = ($3::jsonb->>ap.working_days::text)::date
         from jsonb_to_recordset($1::jsonb) as r("taskStageId" uuid, round int, position int)
        where ap.task_stage_id = r."taskStageId" and ap.round = r.round and ap.position = r.position + 1
       returning ap.id as "approvalId", ap.task_stage_id as "taskStageId", ap.round, ap.position, ap.post_id as "postId",
                 ap.sets_grade as "setsGrade"`,
      [JSON.stringify(steps), today, JSON.stringify(dueByDays)],
    );
  }

  /** Waiting steps that nobody can decide: the post has been vacant for days, or its only holder handed the sheet in. */
  orphaned(sql: Sql, today: string): Promise<OrphanedStep[]> {
    return rows(
      sql,
      `select w.id as "approvalId", w.task_stage_id as "taskStageId", w.round, w.position, w.post_id as "postId",
              ap.sets_grade as "setsGrade",
              case when ap.step_kind = 'post_level' then t.current_department_id
                   else coalesce(s.successor_id, po.department_id) end as "departmentId",
              po.level, ts.submitter_id as "submitterId"
         from review.waiting_step w
         join review.approval ap on ap.id = w.id
         join review.task_stage ts on ts.id = w.task_stage_id
         join review.annual_task t on t.id = ts.task_id
         join directory.post po on po.id = w.post_id
         left join directory.successors_on($1) s on s.department_id = po.department_id
        where not exists (select 1 from directory.holders_on($1) h
                           where h.post_id = w.post_id and h.person_id is distinct from ts.submitter_id)
          -- A seat that was held until just now may be filled again any day, unless its department is no more.
          and (s.successor_id is not null or not exists (
            select 1 from directory.post_holding h
             where h.post_id = w.post_id and h.person_id is distinct from ts.submitter_id
               and h.to_date between $1::date - $2::int and $1::date - 1))`,
      [today, DAYS_TO_FILL_A_SEAT],
    );
  }

  /** Moves waiting steps to other seats, unless somebody decided them meanwhile; the days they have begin anew. */
  async reseat(
    sql: Sql,
    seats: readonly { approvalId: string; postId: string }[],
    today: string,
    dueByDays: Readonly<Record<string, string>>,
  ): Promise<StepInTurn[]> {
    return rows(
      sql,
      `update review.approval ap set post_id = r."postId", waiting_since = $2, opened_at = null,
              due_on = ($3::jsonb->>ap.working_days::text)::date
         from jsonb_to_recordset($1::jsonb) as r("approvalId" uuid, "postId" uuid)
        where ap.id = r."approvalId" and ap.decision is null and ap.post_id <> r."postId"
       returning ap.id as "approvalId", ap.task_stage_id as "taskStageId", ap.round, ap.position, ap.post_id as "postId",
                 ap.sets_grade as "setsGrade"`,
      [JSON.stringify(seats), today, JSON.stringify(dueByDays)],
    );
  }

  /** The values that these sheets enter, and which of them their authors call 速報. */
  actualsOf(sql: Sql, taskStageIds: readonly string[]): Promise<ActualToConfirm[]> {
    return rows(
      sql,
      `select a.indicator_id as "indicatorId", c.fiscal_year as "fiscalYear",
              coalesce((ts.answers->'indicatorActual'->>'preliminary')::boolean, false) as preliminary
         from review.task_stage ts
         join review.annual_task t on t.id = ts.task_id and t.role = 'lead'
         join cycle.review_cycle c on c.id = t.cycle_id
         join plan.assignment a on a.id = t.assignment_id and a.indicator_id is not null
        where ts.id = any($1::uuid[]) and ts.stage = 'check' and ts.answers ? 'indicatorActual'`,
      [taskStageIds],
    );
  }

  async finish(sql: Sql, taskStageIds: readonly string[], today: string): Promise<void> {
    await rows(
      sql,
      `update review.task_stage set state = 'approved', approved_on = $2 where id = any($1::uuid[])`,
      [taskStageIds, today],
    );
  }

  /** Remembers the approver's first look; from then on the submitter can no longer take the sheet back. */
  async markOpened(sql: Sql, taskStageId: string, postIds: readonly string[]): Promise<void> {
    await rows(
      sql,
      `update review.approval ap set opened_at = clock_timestamp()
         from review.waiting_step w
        where w.id = ap.id and w.task_stage_id = $1 and w.post_id = any($2::uuid[]) and ap.opened_at is null`,
      [taskStageId, postIds],
    );
  }

  /** May the submitter still take it back? Only before the first approver has opened it. */
  async untouched(sql: Sql, taskStageId: string): Promise<string | undefined> {
    const row = await firstRow<{ id: string }>(
      sql,
      `select w.id from review.waiting_step w
        where w.task_stage_id = $1 and w.position = 1 and w.opened_at is null`,
      [taskStageId],
    );
    return row?.id;
  }

  /** The post at which a sheet waits now. */
  async waitingPost(taskStageId: string): Promise<string | undefined> {
    const [step] = await this.waiting(this.database.pool, [taskStageId]);
    return step?.postId;
  }

  /** The steps of the newest round, with who sits on each post today. */
  async chain(taskStageId: string, today: string): Promise<ApprovalStep[]> {
    return rows(
      this.database.pool,
      `select ap.position,
              po.title,
              -- A sheet was taken back by its author, who does not sit on the post.
              coalesce(case when ap.decision <> 'withdrawn' then pe.name end, h.name) as "personName",
              case when ap.decision is not null then ap.decision when ap.waiting_since is not null then 'waiting' else 'ahead' end as state,
              ap.due_on as "dueOn", ap.decided_on as "decidedOn", ap.acting, ap.comment, ap.places,
              absent.name as "insteadOf", ap.reviewed_on as "reviewedOn",
              ap.sets_grade as "setsGrade", ap.grade, ap.proposed_grade as "proposedGrade"
         from review.approval ap
         join review.task_stage ts on ts.id = ap.task_stage_id and ts.round = ap.round
         join directory.titled_post po on po.id = ap.post_id
         left join directory.person pe on pe.id = ap.person_id
         left join directory.person absent on absent.id = ap.instead_of_id
         left join lateral (
           select p.name from directory.holders_on($2) x join directory.person p on p.id = x.person_id
            where x.post_id = po.id order by (x.kind = 'acting'), p.staff_number limit 1) h on true
        where ap.task_stage_id = $1 order by ap.position`,
      [taskStageId, today],
    );
  }

  /** Every return of a sheet, newest first, by the title of the post. */
  returns(taskStageId: string): Promise<z.infer<typeof sentBackSchema>[]> {
    return rows(
      this.database.pool,
      'select by, "on", reason, places from review.stage_return where task_stage_id = $1 order by at desc',
      [taskStageId],
    );
  }
}
