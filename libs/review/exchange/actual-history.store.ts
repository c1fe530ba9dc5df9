import { Injectable } from '@nestjs/common';
import { rows, type Sql } from '#database';
import type { SheetActual } from './actual-history.rules.js';

const CELLS = `v.value::text, v.milestone, v.reason, v.preliminary, v.source, v.special_note as "specialNote",
              v.factors_own as "factorsOwn", v.factors_outside as "factorsOutside"`;

/** Queries on the actuals that a file may not change as it likes: those of sheets, and those of closed years. */
@Injectable()
export class ActualHistoryStore {
  /** What handed-in and confirmed sheets say; the sheets too are locked, so that none is confirmed while a file changes it. */
  ofSheets(sql: Sql, fiscalYears: readonly number[]): Promise<SheetActual[]> {
    return rows(
      sql,
      `select n.key, c.fiscal_year as "fiscalYear", ${CELLS},
              case ts.state when 'approved' then 'confirmed' when 'submitted' then 'handed_in' else 'given_back' end as sheet
         from review.task_stage ts
         join review.annual_task t on t.id = ts.task_id and t.role = 'lead' and t.subject_kind = 'indicator'
         join cycle.review_cycle c on c.id = t.cycle_id
         join plan.assignment a on a.id = t.assignment_id
         join plan.indicator n on n.id = a.indicator_id
         join indicator.indicator_actual v on v.indicator_id = n.id and v.fiscal_year = c.fiscal_year
        where ts.stage = 'check' and c.fiscal_year = any($1::int[])
          and (ts.state = 'approved' or (ts.state in ('submitted', 'drafting') and ts.round > 0 and c.state = 'open'))
        order by (ts.state = 'approved'), ts.id
          for update of ts, v`,
      [fiscalYears],
    );
  }

  /** What closed years say where no sheet of theirs does, as for years from before the product. */
  ofClosedYears(sql: Sql, fiscalYears: readonly number[]): Promise<SheetActual[]> {
    return rows(
      sql,
      `select n.key, v.fiscal_year as "fiscalYear", ${CELLS}, 'closed' as sheet
         from indicator.indicator_actual v
         join plan.indicator n on n.id = v.indicator_id
         join plan.section s on s.id = n.section_id
         join cycle.review_cycle c on c.plan_id = s.plan_id and c.fiscal_year = v.fiscal_year and c.state in ('closed', 'published')
        where v.fiscal_year = any($1::int[])
        order by n.key, v.fiscal_year
          for update of v`,
      [fiscalYears],
    );
  }
}
