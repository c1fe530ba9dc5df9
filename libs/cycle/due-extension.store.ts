import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#calendar';
import { Database, firstRow, rows, type Sql } from '#database';
import type { Stage } from './stage.codes.js';

/** 期限の延長: later due dates of departments, and from where each was moved. */
@Injectable()
export class DueExtensionStore {
  constructor(private readonly database: Database) {}

  of(
    cycleId: string,
  ): Promise<
    { stage: Stage; departmentCode: string; departmentName: string; dueOn: CalendarDate; reason: string }[]
  > {
    return rows(
      this.database.pool,
      `select e.stage, d.code as "departmentCode", d.name as "departmentName", e.due_on as "dueOn", e.reason
         from cycle.due_extension e join directory.department d on d.id = e.department_id
        where e.cycle_id = $1 order by e.stage, d.code`,
      [cycleId],
    );
  }

  async extend(
    sql: Sql,
    cycleId: string,
    extension: { stage: Stage; departmentId: string; dueOn: CalendarDate; reason: string },
    today: CalendarDate,
  ): Promise<void> {
    await this.keepDueDate(sql, cycleId, extension, today);
    await rows(
      sql,
      `insert into cycle.due_extension (cycle_id, stage, department_id, due_on, reason) values ($1, $2, $3, $4, $5)
       on conflict (cycle_id, stage, department_id) do update set due_on = excluded.due_on, reason = excluded.reason`,
      [cycleId, extension.stage, extension.departmentId, extension.dueOn, extension.reason],
    );
  }

  async withdraw(
    sql: Sql,
    cycleId: string,
    stage: Stage,
    departmentId: string,
    today: CalendarDate,
  ): Promise<boolean> {
    await this.keepDueDate(sql, cycleId, { stage, departmentId }, today);
    const row = await firstRow(
      sql,
      'delete from cycle.due_extension where cycle_id = $1 and stage = $2 and department_id = $3 returning stage',
      [cycleId, stage, departmentId],
    );
    return row !== undefined;
  }

  /** Keeps the due dates that a department and those under it have before they are given another. */
  private async keepDueDate(
    sql: Sql,
    cycleId: string,
    { stage, departmentId }: { stage: Stage; departmentId: string },
    today: CalendarDate,
  ): Promise<void> {
    await rows(
      sql,
      `insert into cycle.due_change (cycle_id, stage, department_id, changed_on, due_before)
       select $1, $2, k.descendant_id, $4, due.on
         from cycle.cycle_stage s
         join directory.department_closure k on k.ancestor_id = $3
         cross join lateral cycle.due_date($1, $2, k.descendant_id, null, s.effective_due_on) due
        where s.cycle_id = $1 and s.stage = $2`,
      [cycleId, stage, departmentId, today],
    );
  }
}
