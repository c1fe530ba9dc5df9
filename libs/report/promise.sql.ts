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

/**
 * Whether the year `$2` has yet to answer a promise `m`. While the Check of the year before asks for it, the promise is that
 * year's.
 */
export const STILL_OPEN = `(m.state in ('open', 'changed') and (m.made_in_fiscal_year = $2 - 1 or not exists (
  select 1 from review.check_that_asks k where k.item_id = m.item_id and k.fiscal_year = $2 - 1 and k.is_open)))`;
