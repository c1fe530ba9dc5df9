import { Injectable } from '@nestjs/common';
import { Database, rows } from '#database';
import type { Scope } from '#directory';

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
}

/** An item through all years. Sheets the scope may not read show only that they exist. */
@Injectable()
export class ItemYearsStore {
  constructor(private readonly database: Database) {}

  stages(scope: Scope, planId: string, itemKey: string): Promise<ItemStage[]> {
    return rows(
      this.database.pool,
      `select c.fiscal_year as "fiscalYear", ts.stage, ts.state, d.name as "departmentName", t.role,
              case when x.readable then ts.id end as "taskStageId",
              case when x.readable then ts.grade end as grade, case when x.readable then ts.direction end as direction,
              case when x.readable then ts.settled_cost::text end as "settledCost",
              case when x.readable then coalesce(ts.answers->>'results', ts.answers->>'done', ts.answers->>'goal',
                                                 ts.answers->>'issues', ts.answers->>'activities') end as summary
         from review.task_stage ts
         join review.annual_task t on t.id = ts.task_id
         join cycle.review_cycle c on c.id = t.cycle_id and c.plan_id = $1
         join plan.assignment a on a.id = t.assignment_id
         join plan.program_item i on i.id = a.item_id and i.key = $2
         join directory.department d on d.id = t.current_department_id
         cross join lateral (select $3::uuid[] is null or t.current_department_id = any($3::uuid[]) as readable) x
        order by c.fiscal_year desc, t.role, d.code, array_position(array['plan', 'do', 'check', 'act'], ts.stage)`,
      [planId, itemKey, scope.reads],
    );
  }
}
