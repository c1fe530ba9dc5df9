/**
 * Whether the year `$2` has yet to answer a promise `m`. While the Check of the year before asks for it, the promise is that
 * year's.
 */
export const STILL_OPEN = `(m.state in ('open', 'changed') and (m.made_in_fiscal_year = $2 - 1 or not exists (
  select 1 from review.check_that_asks k where k.item_id = m.item_id and k.fiscal_year = $2 - 1 and k.is_open)))`;
