import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database, firstRow, rows } from '#database';
import { decidesAt, type Scope } from '#directory';
import type { Answers, AssignmentRole, Stage, StageState, SubjectKind } from './review.types.js';
import type { sentBackSchema } from './sheet.schemas.js';
import type { AskedCommitment } from './sheet-guards.rules.js';
import type { TodayCell, TodayFilter } from './today-counts.rules.js';
import {
  LEAD_NAME,
  PLAN_ANSWERS,
  PLAN_ORDER,
  SHEET_FROM,
  SHEET_JOINS,
  SUBJECT_JSON,
  TO_WRITE,
} from './sheet.sql.js';
import type { Subject } from './sheet.store.js';
import { toDecide } from './waiting.sql.js';

export type TodayKind = 'overdue' | 'returned' | 'approvals' | 'this_week' | 'later' | 'waiting';

export interface TodayRecord {
  readonly kind: TodayKind;
  readonly total: number;
  readonly id: string;
  readonly stage: Stage;
  readonly fiscalYear: number;
  readonly subject: Subject;
  readonly subjectKind: SubjectKind;
  readonly role: AssignmentRole;
  readonly state: StageState;
  readonly departmentName: string;
  readonly leadDepartmentName: string | null;
  readonly dueOn: string;
  readonly returned: z.infer<typeof sentBackSchema> | null;
  readonly holder: { title: string; dueOn: string; opened: boolean } | null;
  readonly mine: boolean;
  readonly answers: Answers;
  readonly planAnswers: Answers | null;
  readonly fieldDuties: Readonly<Record<string, string>>;
  readonly openCommitments: Omit<AskedCommitment, 'over'>[];
}

/** As many rows as one group shows, and one page of a group that is shown alone. */
export const TODAY_PAGE = 50;

/** Sheets that await somebody's pen in a year that runs; `$1` today, `$2` the departments. */
const ON_MY_DESK = `${TO_WRITE} and cs.drafts_from <= $1 and c.closes_on >= $1 and t.current_department_id = any($2::uuid[])`;

const TO_DECIDE = toDecide({ posts: '$3', person: '$5' });

/**
 * Everything a person has to do, each with its kind: sheets of the departments they write for, sheets that wait for
 * them, and those their department or they themselves have handed in. `$3` their posts, `$4` the end of the week, `$5` the
 * person.
 */
const MINE = `mine as (
    select ts.id, 'author' as part, due.on as due_on, null::uuid as approval_id from ${SHEET_FROM} where ${ON_MY_DESK}
    union all
    select w.task_stage_id, 'approver', w.due_on, w.id
      from review.waiting_step w join review.task_stage ts on ts.id = w.task_stage_id where ${TO_DECIDE}
    union all
    select w.task_stage_id, 'watcher', w.due_on, w.id
      from review.waiting_step w join review.task_stage ts on ts.id = w.task_stage_id join review.annual_task t on t.id = ts.task_id
     where (t.current_department_id = any($2::uuid[]) or w.post_id = any($3::uuid[])) and not ${TO_DECIDE}
  ), grouped as (
    select m.*, ts.stage, case when m.part = 'approver' then 'approvals' when m.part = 'watcher' then 'waiting'
             when m.due_on < $1 then 'overdue' when ts.returned_due_on is not null then 'returned'
             when m.due_on <= $4 then 'this_week' else 'later' end as kind
      from mine m join review.task_stage ts on ts.id = m.id
  )`;

/** How much there is to do: sheets to write, sheets to decide, decisions of a stand-in to read (後閲). */
interface MenuCounts {
  readonly today: number;
  readonly approvals: number;
  readonly standIn: number;
}

/** What Today and the counters ask. */
@Injectable()
export class TodayStore {
  constructor(private readonly database: Database) {}

  /** One page of each kind that is asked for, in one statement. */
  rows(
    scope: Scope,
    weekEnd: string,
    { kind, stage }: TodayFilter<TodayKind>,
    page: number,
  ): Promise<TodayRecord[]> {
    return rows(
      this.database.pool,
      `with ${MINE}, numbered as (
         select g.*, count(*) over (partition by g.kind)::int as total,
                row_number() over (partition by g.kind order by g.due_on, ${PLAN_ORDER}) as at
           from grouped g join review.task_stage ts on ts.id = g.id ${SHEET_JOINS}
          where ($6::text is null or g.kind = $6) and ($7::text is null or g.stage = $7)
       )
       select g.kind, g.total, ts.id, ts.stage, c.fiscal_year as "fiscalYear", ${SUBJECT_JSON} as subject,
              t.subject_kind as "subjectKind", t.role, ts.state, d.name as "departmentName", ${LEAD_NAME} as "leadDepartmentName",
              g.due_on as "dueOn", ts.submitter_id = $5 as mine, ts.answers, pts.answers as "planAnswers",
              c.field_duties as "fieldDuties",
              (select jsonb_build_object('by', r.by, 'on', r."on", 'reason', r.reason, 'places', r.places) from review.stage_return r
                where r.task_stage_id = ts.id and ts.returned_due_on is not null order by r.at desc limit 1) as returned,
              (select jsonb_build_object('title', po.title, 'dueOn', w.due_on, 'opened', w.opened_at is not null)
                 from review.waiting_step w join directory.titled_post po on po.id = w.post_id where w.id = g.approval_id) as holder,
              coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'what', m.what, 'dueOn', m.due_on)) from review.commitments_to_answer(a.item_id, c.fiscal_year, ts.stage) m
                 where t.role = 'lead'), '[]') as "openCommitments"
         from numbered g
         join review.task_stage ts on ts.id = g.id ${SHEET_JOINS}
         ${PLAN_ANSWERS}
        where g.at > $8 and g.at <= $8 + ${TODAY_PAGE}
        order by array_position(array['overdue', 'returned', 'approvals', 'this_week', 'later', 'waiting'], g.kind), g.at`,
      [...asked(scope, weekEnd), kind, stage, (page - 1) * TODAY_PAGE],
    );
  }

  /** How many there are of each kind and stage. */
  cells(scope: Scope, weekEnd: string): Promise<TodayCell<TodayKind>[]> {
    return rows(
      this.database.pool,
      `with ${MINE} select kind, stage, count(*)::int as count from grouped group by kind, stage`,
      asked(scope, weekEnd),
    );
  }

  /** Numbers for the menu. */
  async counts(scope: Scope): Promise<MenuCounts> {
    const row = await firstRow<MenuCounts>(
      this.database.pool,
      `select (select count(*)::int from review.task_stage ts join review.annual_task t on t.id = ts.task_id
                join cycle.review_cycle c on c.id = t.cycle_id join cycle.cycle_stage cs on cs.cycle_id = c.id and cs.stage = ts.stage
               where ${ON_MY_DESK}) as today,
              (select count(*)::int from review.waiting_step w join review.task_stage ts on ts.id = w.task_stage_id
                where ${toDecide({ posts: '$3', person: '$4' })}) as approvals,
              (select count(*)::int from review.approval ap where ap.instead_of_id = $4 and ap.reviewed_on is null) as "standIn"`,
      [scope.date, writesFor(scope), decidesAt(scope), scope.personId],
    );
    return row ?? { today: 0, approvals: 0, standIn: 0 };
  }

  /** What opens next for the departments a person writes for, else for those they look after. */
  next(
    scope: Scope,
  ): Promise<
    { stage: Stage; fiscalYear: number; opensOn: string; sheets: number; own: boolean } | undefined
  > {
    const own = writesFor(scope);
    return firstRow(
      this.database.pool,
      `select cs.stage, c.fiscal_year as "fiscalYear", cs.opens_on as "opensOn", count(*)::int as sheets,
              $3::boolean as own
         from cycle.cycle_stage cs join cycle.review_cycle c on c.id = cs.cycle_id and c.state = 'open'
         join review.annual_task t on t.cycle_id = c.id and ($2::uuid[] is null or t.current_department_id = any($2::uuid[]))
         join review.task_stage ts on ts.task_id = t.id and ts.stage = cs.stage and ts.state = 'none'
        where cs.opens_on > $1 group by cs.stage, c.fiscal_year, cs.opens_on order by cs.opens_on limit 1`,
      [scope.date, own.length > 0 ? own : scope.reads, own.length > 0],
    );
  }
}

const asked = (scope: Scope, weekEnd: string): unknown[] => [
  scope.date,
  writesFor(scope),
  decidesAt(scope),
  weekEnd,
  scope.personId,
];

/** Managers confirm; filling in is the work of those below them in the same department. */
export const writesFor = (scope: Scope): string[] => [
  ...new Set(
    scope.posts
      .filter((p) => p.level === 'member' || p.level === 'subsectionChief')
      .map((p) => p.departmentId),
  ),
];
