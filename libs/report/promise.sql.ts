import { LATE, SHEET_FROM } from '#review';

/**
 * Items of the plan `$1` whose Check of the year `$2` is late: their promises should have been answered by now.
 *
 * @param today place of the day that counts
 */
export const LATE_CHECKS = (today: string): string => `late_check as (
  select distinct a.item_id from ${SHEET_FROM}
   where c.plan_id = $1 and c.fiscal_year = $2 and ts.stage = 'check' and t.role = 'lead' and a.item_id is not null
     and ${LATE(today)})`;

/** Beside a promise `m`: `x`, what the year `$2` said about it, and whether the Check that answers is late. */
export const WITH_ANSWER = `left join late_check on late_check.item_id = m.item_id
  left join lateral (
    select ca.answer, ca.text from review.commitment_answer ca
      join review.task_stage ts on ts.id = ca.task_stage_id join review.annual_task t on t.id = ts.task_id
      join cycle.review_cycle c on c.id = t.cycle_id and c.fiscal_year = $2
     where ca.commitment_id = m.id order by ca.answered_on desc, ca.id limit 1) x on true`;

/**
 * Whether the year `$2` has yet to answer a promise `m`. While the Check of the year before asks for it, the promise is that
 * year's.
 */
export const STILL_OPEN = `(m.state in ('open', 'changed') and (m.made_in_fiscal_year = $2 - 1 or not exists (
  select 1 from review.check_that_asks k where k.item_id = m.item_id and k.fiscal_year = $2 - 1 and k.is_open)))`;

/**
 * Why a promise `m` that the year `$2` has left unanswered cannot wait: the day it was promised for has passed, the year has
 * ended without a word, or its Check is late. Null of every other promise.
 *
 * @param today place of the day that counts
 */
export const OVERDUE = (today: string): string => `case
  when x.answer is not null or m.made_in_fiscal_year >= $2 or not ${STILL_OPEN} then null
  when m.due_on < ${today} then 'promise'
  when exists (select 1 from cycle.review_cycle y
                where y.plan_id = $1 and y.fiscal_year = $2 and y.state in ('closed', 'published')) then 'year'
  when late_check.item_id is not null then 'check' end`;
