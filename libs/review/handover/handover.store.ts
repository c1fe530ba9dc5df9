import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database, rows } from '#database';
import type { Scope } from '#directory';
import { PLAN_ORDER, SHEET_JOINS, SUBJECT_JSON } from '../sheet.sql.js';
import { lastStage, SEATS, SHEET_TO_WRITE } from './handover.sql.js';
import type { handoverItemSchema, handoverPostsSchema, handoverSchema } from './handover.schemas.js';

type Handover = z.infer<typeof handoverSchema>;
export type HandoverPostRow = z.infer<typeof handoverPostsSchema>['posts'][number];
type Work = Handover['due'][number];
type Item = z.infer<typeof handoverItemSchema>;

const FIRST = 10;
const FIRST_COMMITMENTS = 50;
const IN_SHORT = 300;

/** What a new holder of a post must know; every question is one statement for all departments of the post. */
@Injectable()
export class HandoverStore {
  constructor(private readonly database: Database) {}

  /** Posts with how much lies on each, in the order of `postIds`. */
  posts(scope: Scope, postIds: readonly string[]): Promise<HandoverPostRow[]> {
    return rows(
      this.database.pool,
      `with ${SEATS},
       written as (
         select place.post_id,
                count(*) filter (where ${SHEET_TO_WRITE})::int as open,
                count(*) filter (where ${SHEET_TO_WRITE} and due.on < $1)::int as overdue,
                count(*) filter (where ts.state = 'submitted')::int as submitted
           from place join review.annual_task mine on mine.current_department_id = place.department_id
           join review.task_stage ts on ts.task_id = mine.id and ts.state in ('none', 'drafting', 'submitted') ${SHEET_JOINS}
          where c.state = 'open' and t.ended_on is null group by place.post_id
       ), held as (
         select place.post_id, count(distinct a.item_id)::int as items, count(distinct m.id)::int as commitments
           from place join plan.assignments_on($1) a on a.department_id = place.department_id and a.item_id is not null
           left join review.commitment m on m.item_id = a.item_id and a.role = 'lead' and m.state in ('open', 'changed')
          group by place.post_id
       ) select seat.post_id as "postId", seat.title, seat.department_name as "departmentName", seat.subtree,
                (select max(h.from_date) from directory.post_holding h where h.post_id = seat.post_id and h.person_id = $3
                    and h.from_date <= $1 and (h.to_date is null or h.to_date >= $1)) as since,
                jsonb_build_object('open', coalesce(w.open, 0), 'overdue', coalesce(w.overdue, 0),
                  'submitted', coalesce(w.submitted, 0), 'items', coalesce(i.items, 0), 'commitments', coalesce(i.commitments, 0),
                  'waiting', (select count(*)::int from review.waiting_step s where s.post_id = seat.post_id)) as counts
           from seat left join written w on w.post_id = seat.post_id left join held i on i.post_id = seat.post_id
          order by array_position($2::uuid[], seat.post_id)`,
      [scope.date, postIds, scope.personId],
    );
  }

  /** Who holds a post on the day, and who did before; the last first. */
  holders(
    postId: string,
    day: string,
  ): Promise<(Handover['holders'][number] & { readonly today: boolean })[]> {
    return rows(
      this.database.pool,
      `select name, kind, "fromDate", "toDate", today from (
         select p.name, h.kind, h.from_date as "fromDate", h.to_date as "toDate", h.to_date is null or h.to_date >= $2 as today,
                row_number() over (partition by h.to_date is null or h.to_date >= $2
                  order by h.to_date desc nulls first, h.from_date desc, p.staff_number) as at
           from directory.post_holding h join directory.person p on p.id = h.person_id
          where h.post_id = $1 and h.from_date <= $2) x
        where at <= ${FIRST} order by today desc, at`,
      [postId, day],
    );
  }

  /** The first sheets of each kind: past their date, to be written next, waiting at the post. */
  work(postId: string, day: string): Promise<(Work & { readonly kind: 'overdue' | 'due' | 'waiting' })[]> {
    return rows(
      this.database.pool,
      `with ${SEATS},
       mine as (
         select ts.id, case when due.on < $1 then 'overdue' else 'due' end as kind, due.on as due_on
           from place join review.annual_task own on own.current_department_id = place.department_id
           join review.task_stage ts on ts.task_id = own.id ${SHEET_JOINS}
          where c.state = 'open' and t.ended_on is null and ${SHEET_TO_WRITE}
         union all
         select w.task_stage_id, 'waiting', w.due_on from review.waiting_step w where w.post_id = any($2::uuid[])
       ), numbered as (
         select mine.*, row_number() over (partition by mine.kind order by mine.due_on, ${PLAN_ORDER}) as at
           from mine join review.task_stage ts on ts.id = mine.id ${SHEET_JOINS}
       ) select n2.kind, ts.id as "taskStageId", ts.stage, c.fiscal_year as "fiscalYear", ${SUBJECT_JSON} as subject, t.role,
                d.name as "departmentName", ts.state, n2.due_on as "dueOn"
           from numbered n2 join review.task_stage ts on ts.id = n2.id ${SHEET_JOINS}
          where n2.at <= ${FIRST} order by n2.kind, n2.at`,
      [day, [postId]],
    );
  }

  /** Open promises of the items that the departments lead on the day, the most urgent first. */
  commitments(postId: string, day: string): Promise<Handover['commitments']> {
    return rows(
      this.database.pool,
      `with ${SEATS}
       select m.id, m.what, m.who, m.due_on as "dueOn", m.made_in_fiscal_year as "madeInFiscalYear", i.key as "itemKey",
              trim(i.marker || ' ' || i.text) as "itemTitle", d.name as "departmentName"
         from place join plan.assignments_on($1) a on a.department_id = place.department_id and a.role = 'lead'
         join review.commitment m on m.item_id = a.item_id and m.state in ('open', 'changed')
         join plan.program_item i on i.id = m.item_id
         join directory.department d on d.id = a.department_id
        order by m.due_on, m.id limit ${FIRST_COMMITMENTS}`,
      [day, [postId]],
    );
  }

  /**
   * Items of the departments in the order of the plan, each with the last Check and Act that were handed in: of the lead's
   * sheet, whoever led then, or of the department's own supporting sheet.
   */
  items(scope: Scope, postId: string, page: number, pageSize: number): Promise<Item[]> {
    return rows(
      this.database.pool,
      `with ${SEATS},
       own as (
         select distinct on (a.item_id) a.item_id, a.role, a.department_id
           from place join plan.assignments_on($1) a on a.department_id = place.department_id and a.item_id is not null
           join directory.department d on d.id = a.department_id
          order by a.item_id, a.role = 'support', d.sort, d.code
       ), cut as (
         select own.*, i.key, i.marker, i.text, plan.printed_number(s.level, s.number) || ' ' || s.title as section_label,
                '(' || p.number || ') ' || p.title as program_label, row_number() over (order by s.sort, p.sort, i.sort) as at
           from own join plan.program_item i on i.id = own.item_id join plan.program p on p.id = i.program_id
           join plan.section s on s.id = p.section_id
          order by at limit $4 offset $5
       ) select cut.key, cut.marker, cut.text as title, cut.section_label as "sectionLabel", cut.program_label as "programLabel",
                d.name as "departmentName", cut.role, last.fiscal_year as "fiscalYear",
                case when chk.id is not null then jsonb_build_object('taskStageId', case when chk.readable then chk.id end,
                  'state', chk.state, 'grade', chk.grade, 'results', ${inShort(`chk.answers->>'results'`)}) end as "check",
                case when act.id is not null then jsonb_build_object('taskStageId', case when act.readable then act.id end,
                  'state', act.state, 'issues', ${inShort(`act.answers->>'issues'`)}, 'direction', act.direction,
                  'memo', nullif(act.answers->>'handoverMemo', '')) end as act
           from cut join directory.department d on d.id = cut.department_id
           left join lateral (
             select c.id as cycle_id, c.fiscal_year from review.task_stage ts
               join review.annual_task t on t.id = ts.task_id
               join plan.assignment la on la.id = t.assignment_id and la.item_id = cut.item_id
               join cycle.review_cycle c on c.id = t.cycle_id
              where ts.stage in ('check', 'act') and ts.state in ('submitted', 'approved') and t.role = cut.role
                and (cut.role = 'lead' or t.current_department_id = cut.department_id)
              order by c.fiscal_year desc limit 1) last on true
           ${lastStage('check')} chk on true
           ${lastStage('act')} act on true
          order by cut.at`,
      [scope.date, [postId], scope.reads, pageSize, (page - 1) * pageSize],
    );
  }
}

/** The beginning of a text; an empty one is none. */
function inShort(text: string): string {
  return `case when length(${text}) > ${IN_SHORT} then left(${text}, ${IN_SHORT - 1}) || '…' else nullif(${text}, '') end`;
}
