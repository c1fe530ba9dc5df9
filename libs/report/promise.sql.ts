/**
 * Whether the year `$2` has yet to answer a promise `m`. While the Check of the year before asks for it, the promise is that
 * year's.
 */
export const STILL_OPEN = `(m.state in ('open', 'changed') and (m.made_in_fiscal_year = $2 - 1
  or review.check_of_item(m.item_id, $2 - 1) is distinct from 'open'))`;
