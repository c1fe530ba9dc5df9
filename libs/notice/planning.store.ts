import { Injectable } from '@nestjs/common';
import { firstRow, type Sql } from '#database';
import type { ReminderDue } from './reminder-days.rules.js';

/** Stages of open cycles with the date that counts for each, as every question here starts from. */
const OPEN_STAGES = `
  select ts.id, ts.stage, ts.state, ts.return_count, ts.returned_due_on, ts.submitter_id, t.current_department_id as department_id,
         c.id as cycle_id, cs.opens_on, cs.effective_opens_on,
         due.on as due_on
    from review.task_stage ts
    join review.annual_task t on t.id = ts.task_id
    join cycle.review_cycle c on c.id = t.cycle_id and c.state = 'open'
    join cycle.cycle_stage cs on cs.cycle_id = c.id and cs.stage = ts.stage
    cross join lateral cycle.due_date(t.cycle_id, ts.stage, t.current_department_id, ts.returned_due_on, cs.effective_due_on) due
   where ts.state in ('none', 'drafting') and t.ended_on is null`;

/** Decides in SQL who must hear what today: facts become notices, notices are bundled into letters. */
@Injectable()
export class PlanningStore {
  /**
   * Plans the ordinary letters of a day in one statement. A fact that was told before has its notice and is left out;
   * running twice plans nothing new.
   */
  async planDaily(
    sql: Sql,
    today: string,
    reminders: readonly ReminderDue[],
  ): Promise<{ letters: number; notices: number }> {
    const row = await firstRow<{ letters: number; notices: number }>(
      sql,
      `with stage as (${OPEN_STAGES}), holder as (select * from directory.holders_on($1)),
       writer as (select * from holder where level in ('member', 'subsectionChief')),
       reminder as (select r."dueOn", r.period from jsonb_to_recordset($2::jsonb) as r("dueOn" date, period text)),
       fact as (
         select distinct w.person_id, case when s.stage = 'plan' then 'cycle_opened' else 'stage_opened' end as kind,
                s.cycle_id as subject_id, s.stage as period
           from stage s join writer w on w.department_id = s.department_id
          where s.effective_opens_on <= $1 and s.due_on >= $1
         union all
         select w.person_id, 'reminder', s.id, r.period
           from stage s join reminder r on r."dueOn" = s.due_on join writer w on w.department_id = s.department_id
          where s.opens_on <= $1
         union all
         select w.person_id, 'overdue', s.id, s.due_on::text || ':' || (($1::date - s.due_on - 1) / 7)::text
           from stage s join writer w on w.department_id = s.department_id
          where s.due_on < $1
         union all
         select w.person_id, 'returned', s.id, 'return ' || s.return_count
           from stage s join writer w on w.department_id = s.department_id
          where s.returned_due_on is not null
            -- Who has moved on hears nothing; then all who write for the department do.
            and (w.person_id = s.submitter_id
                 or not exists (select 1 from writer x where x.person_id = s.submitter_id and x.department_id = s.department_id))
         union all
         select h.person_id, 'waiting', w.task_stage_id, 'round ' || w.round || ' step ' || w.position
           from review.waiting_step w join holder h on h.post_id = w.post_id
       ), news as (
         select f.* from fact f
          where not exists (select 1 from notice.notice n where n.recipient_id = f.person_id and n.kind = f.kind
                              and n.subject_id = f.subject_id and n.period = f.period)
       ), letter as (
         insert into notice.letter (recipient_id, kind, day)
         select distinct person_id, 'daily', $1::date from news
         on conflict do nothing
         returning id, recipient_id
       ), told as (
         insert into notice.notice (recipient_id, kind, subject_id, period, letter_id, created_on)
         select n.person_id, n.kind, n.subject_id, n.period, l.id, $1
           from news n join letter l on l.recipient_id = n.person_id
         on conflict (recipient_id, kind, subject_id, period) do nothing
         returning 1
       ) select (select count(*)::int from letter) as letters, (select count(*)::int from told) as notices`,
      [today, JSON.stringify(reminders)],
    );
    return row ?? { letters: 0, notices: 0 };
  }

  /**
   * Plans the week's digests in one statement: managers in whose subtree something is overdue, waits for them, falls due
   * this week, or whose indicators or promises need them. Who has nothing gets nothing.
   */
  async planDigests(
    sql: Sql,
    today: string,
    week: { monday: string; end: string },
    departmentsWithIndicators: readonly string[],
  ): Promise<number> {
    const row = await firstRow<{ n: number }>(
      sql,
      `with stage as (${OPEN_STAGES}), holder as (select * from directory.holders_on($1)),
       manager as (select * from holder where level in ('divisionManager', 'departmentManager', 'bureauDirector')),
       busy as (
         select department_id from stage where due_on <= $3 and opens_on <= $1
         union select unnest($4::uuid[])
         union select a.department_id from review.commitment m
           join plan.assignments_on($1) a on a.item_id = m.item_id and a.role = 'lead'
          where m.state in ('open', 'changed') and m.due_on <= $3
       ), wanted as (
         select distinct m.person_id, m.department_id from manager m
           join directory.department_closure k on k.ancestor_id = m.department_id join busy b on b.department_id = k.descendant_id
         union
         select m.person_id, m.department_id from manager m join review.waiting_step w on w.post_id = m.post_id
       ), news as (
         select w.* from wanted w where not exists (select 1 from notice.notice n where n.recipient_id = w.person_id
            and n.kind = 'digest' and n.subject_id = w.department_id and n.period = $2)
       ), letter as (
         insert into notice.letter (recipient_id, kind, day)
         select distinct person_id, 'digest', $1::date from news
         on conflict do nothing returning id, recipient_id
       ), told as (
         insert into notice.notice (recipient_id, kind, subject_id, period, letter_id, created_on)
         select n.person_id, 'digest', n.department_id, $2, l.id, $1 from news n join letter l on l.recipient_id = n.person_id
         on conflict (recipient_id, kind, subject_id, period) do nothing returning 1
       ) select count(*)::int as n from letter`,
      [today, week.monday, week.end, departmentsWithIndicators],
    );
    return row?.n ?? 0;
  }
}
