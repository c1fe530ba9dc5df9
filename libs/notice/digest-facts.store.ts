import { Injectable } from '@nestjs/common';
import { rows, type Sql } from '#database';
import {
  ASSIGNED,
  FROM,
  type OfLetter,
  ORDER,
  PROMISE,
  PROMISE_JOINS,
  SHEET,
  titled,
  TOLD,
  type UntitledSheet,
} from './letter-facts.sql.js';
import type { DueSheet, LetterCommitment, NextStage, OverdueSheet } from './letters/index.js';

/** What starts later than that is no news of the week. */
const NEXT_WITHIN_DAYS = 28;

/** Friday of the week of a letter. */
const WEEK_END = `(date_trunc('week', l.day)::date + 4)`;

/** Departments under a manager's letter: the subtrees of the posts named by its notices. */
const SUBTREE = `(select distinct x.letter_id, k.descendant_id from notice.notice x
  join directory.department_closure k on k.ancestor_id = x.subject_id where x.letter_id = any($1::uuid[]) and x.kind = 'digest') no`;

/** What managers' digests tell beside the manager's own work: the state of the departments under their posts. */
@Injectable()
export class DigestFactsStore {
  async overdueBelow(sql: Sql, letterIds: readonly string[]): Promise<OfLetter<OverdueSheet>[]> {
    const found = await rows<UntitledSheet>(
      sql,
      `select no.letter_id as "letterId", ${SHEET}, due.on as "dueOn", (due.on - l.day)::int as "daysLeft",
              coalesce(who.name, d.name) as "personName", '/sheets/' || ts.id as url, ${TOLD}
         from ${SUBTREE} join notice.letter l on l.id = no.letter_id
         join review.annual_task t0 on t0.current_department_id = no.descendant_id
         join review.task_stage ts on ts.task_id = t0.id and ts.state in ('none', 'drafting') ${FROM}
        where no.letter_id = any($1::uuid[]) and c.state = 'open' and due.on < l.day order by due.on, ${ORDER}`,
      [letterIds],
    );
    return titled(sql, found);
  }

  dueThisWeekBelow(sql: Sql, letterIds: readonly string[]): Promise<OfLetter<DueSheet>[]> {
    return rows(
      sql,
      `select no.letter_id as "letterId", ${SHEET}, due.on as "dueOn", (due.on - l.day)::int as "daysLeft",
              coalesce(who.name, d.name) as "personName", '/sheets/' || ts.id as url,
              (select count(*)::int from review.commitments_to_answer(a.item_id, c.fiscal_year, ts.stage) m
                where t.role = 'lead' and not coalesce(nullif(ts.answers->'commitmentAnswers', 'null'), '{}') ? m.id::text) as "openCommitments",
              case when ts.returned_due_on is null then null
                   else (select max(r."on") from review.stage_return r where r.task_stage_id = ts.id) end as "returnedOn"
         from ${SUBTREE} join notice.letter l on l.id = no.letter_id
         join review.annual_task t0 on t0.current_department_id = no.descendant_id
         join review.task_stage ts on ts.task_id = t0.id and ts.state in ('none', 'drafting') ${FROM}
        where no.letter_id = any($1::uuid[]) and c.state = 'open' and cs.opens_on <= l.day and due.on between l.day and ${WEEK_END}
        order by due.on, ${ORDER}`,
      [letterIds],
    );
  }

  commitmentsBelow(sql: Sql, letterIds: readonly string[]): Promise<OfLetter<LetterCommitment>[]> {
    return rows(
      sql,
      `with ${ASSIGNED} select distinct on (no.letter_id, m.due_on, m.id) no.letter_id as "letterId", ${PROMISE}
         from ${SUBTREE} join notice.letter l on l.id = no.letter_id
         join assigned a on a.day = l.day and a.department_id = no.descendant_id and a.item_id is not null
         join review.commitment m on m.item_id = a.item_id and m.state in ('open', 'changed') and m.due_on <= ${WEEK_END}
         ${PROMISE_JOINS}
        where no.letter_id = any($1::uuid[]) order by no.letter_id, m.due_on, m.id`,
      [letterIds],
    );
  }

  /** For each digest: the next stage that opens, so that a department can make ready. */
  next(sql: Sql, letterIds: readonly string[]): Promise<OfLetter<NextStage>[]> {
    return rows(
      sql,
      `with stage as (
         select distinct on (l.day) l.day, cs.stage, c.fiscal_year, cs.opens_on from notice.letter l
           join cycle.cycle_stage cs on cs.opens_on > l.day and cs.opens_on <= l.day + ${NEXT_WITHIN_DAYS}
           join cycle.review_cycle c on c.id = cs.cycle_id and c.state in ('scheduled', 'open')
          where l.id = any($1::uuid[]) order by l.day, cs.opens_on, c.fiscal_year desc
       ) select l.id as "letterId", n.stage, n.fiscal_year as "fiscalYear", n.opens_on as "opensOn"
           from notice.letter l join stage n on n.day = l.day where l.id = any($1::uuid[])`,
      [letterIds],
    );
  }

  /** For each digest: the departments it covers, and the keys of the indicators these own. */
  scopes(
    sql: Sql,
    letterIds: readonly string[],
  ): Promise<{ letterId: string; scope: string; indicatorKeys: string[] }[]> {
    return rows(
      sql,
      `with ${ASSIGNED} select no.letter_id as "letterId", string_agg(distinct d.name, '・') as scope,
              coalesce(array_agg(distinct n.key) filter (where n.key is not null), '{}') as "indicatorKeys"
         from notice.notice no join notice.letter l on l.id = no.letter_id join directory.department d on d.id = no.subject_id
         join directory.department_closure k on k.ancestor_id = no.subject_id
         left join assigned a on a.day = l.day and a.department_id = k.descendant_id and a.indicator_id is not null
         left join plan.indicator n on n.id = a.indicator_id
        where no.letter_id = any($1::uuid[]) group by no.letter_id`,
      [letterIds],
    );
  }
}
