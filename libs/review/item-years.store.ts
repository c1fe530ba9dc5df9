import { Injectable } from '@nestjs/common';
import { Database, rows } from '#database';
import { decidesAt, type Scope } from '#directory';
import { readable } from './sheet.sql.js';

export interface ItemStage {
  readonly fiscalYear: number;
  readonly stage: string;
  readonly taskStageId: string | null;
  readonly state: string;
  readonly departmentName: string;
  readonly role: 'lead' | 'support';
  readonly grade: string | null;
  readonly direction: string | null;
  readonly settledCost: string | null;
  readonly summary: string | null;
  /** When it begins, while it has not begun yet. */
  readonly opensOn: string | null;
}

/**
 * An item through all years. Of sheets the scope may not read, the house sees what was confirmed, as the reports tell it;
 * of the others only that they exist.
 */
@Injectable()
export class ItemYearsStore {
  constructor(private readonly database: Database) {}

  stages(scope: Scope, planId: string, itemKey: string): Promise<ItemStage[]> {
    return rows(
      this.database.pool,
      `select c.fiscal_year as "fiscalYear", ts.stage, ts.state, d.name as "departmentName", t.role,
              case when x.readable then ts.id end as "taskStageId",
              case when x.told then ts.grade end as grade, case when x.told then ts.direction end as direction,
              case when x.told then ts.settled_cost::text end as "settledCost",
              case when x.told then coalesce(ts.answers->>'results', ts.answers->>'done', ts.answers->>'goal',
                                             ts.answers->>'issues', ts.answers->>'activities') end as summary,
              case when ts.state = 'none' and cs.opens_on > $4 then cs.opens_on end as "opensOn"
         from review.task_stage ts
         join review.annual_task t on t.id = ts.task_id
         join cycle.review_cycle c on c.id = t.cycle_id and c.plan_id = $1
         join plan.assignment a on a.id = t.assignment_id
         join plan.program_item i on i.id = a.item_id and i.key = $2
         join directory.department d on d.id = t.current_department_id
         join cycle.cycle_stage cs on cs.cycle_id = c.id and cs.stage = ts.stage
         cross join lateral (
           select r.readable, r.readable or ts.state = 'approved' as told
             from (select ${readable({ reads: '$3', writes: '$5', posts: '$6' })} as readable) r) x
        order by c.fiscal_year desc, t.role, d.code, array_position(array['plan', 'do', 'check', 'act'], ts.stage)`,
      [planId, itemKey, scope.reads, scope.date, scope.writes, decidesAt(scope)],
    );
  }
}
