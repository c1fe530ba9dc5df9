import { Injectable } from '@nestjs/common';
import { Database, rows } from '#database';
import { decidesAt, type Scope } from '#directory';
import { CAME_BACK, LATE, readable, SHEET_FROM, TO_WRITE } from './sheet.sql.js';

export interface ItemStage {
  readonly fiscalYear: number;
  readonly stage: string;
  readonly taskStageId: string | null;
  readonly state: string;
  /** The state with what follows from its dates, for those who may read the sheet. */
  readonly badge: string;
  /** By when its author must hand it in, for those who may read it. */
  readonly dueOn: string | null;
  readonly departmentName: string;
  readonly role: 'lead' | 'support';
  readonly grade: string | null;
  readonly direction: string | null;
  readonly settledCost: string | null;
  readonly summary: string | null;
  /** When it begins, while it has not begun yet. */
  readonly opensOn: string | null;
}

/** Where the lead department of an item stands now. */
export interface ItemState {
  readonly itemKey: string;
  readonly fiscalYear: number;
  readonly stage: string;
  readonly badge: string;
}

/** A state as its author's list has it: the stored one, or what follows from the dates and from a return. */
const BADGE = (today: string): string =>
  `case when ${LATE(today)} then 'overdue' when ${CAME_BACK} then 'returned' else ts.state end`;

const UNSETTLED = `ts.state in ('none', 'drafting', 'submitted')`;
const STAGE_ORDER = `array_position(array['plan', 'do', 'check', 'act'], ts.stage)`;

/** Whether the scope may read the sheet and whether it hears what it says, beside each row. */
const HEARD = (reads: string, writes: string, posts: string): string => `cross join lateral (
           select r.readable, r.readable or ts.state = 'approved' as told
             from (select ${readable({ reads, writes, posts })} as readable) r) x`;

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
      `select c.fiscal_year as "fiscalYear", ts.stage, ts.state, case when x.readable then ${BADGE('$4')} else ts.state end as badge,
              case when x.readable and ${TO_WRITE} then due.on end as "dueOn", d.name as "departmentName", t.role,
              case when x.readable then ts.id end as "taskStageId",
              case when x.told then ts.grade end as grade, case when x.told then ts.direction end as direction,
              case when x.told then ts.settled_cost::text end as "settledCost",
              case when x.told then coalesce(ts.answers->>'results', ts.answers->>'done', ts.answers->>'goal',
                                             ts.answers->>'issues', ts.answers->>'activities') end as summary,
              case when ts.state = 'none' and cs.opens_on > $4 then cs.opens_on end as "opensOn"
         from ${SHEET_FROM} ${HEARD('$3', '$5', '$6')}
        where c.plan_id = $1 and i.key = $2
        order by c.fiscal_year desc, t.role, d.code, ${STAGE_ORDER}`,
      [planId, itemKey, scope.reads, scope.date, scope.writes, decidesAt(scope)],
    );
  }

  /**
   * All items of a section in one statement, each with the stage that counts now: of the running years what is not settled,
   * first what is due first, else what was settled last.
   */
  states(scope: Scope, planId: string, sectionKey: string): Promise<ItemState[]> {
    return rows(
      this.database.pool,
      `select distinct on (i.sort, i.key) i.key as "itemKey", c.fiscal_year as "fiscalYear", ts.stage,
              case when x.readable then ${BADGE('$4')} else ts.state end as badge
         from ${SHEET_FROM} ${HEARD('$3', '$5', '$6')}
        where c.plan_id = $1 and s.key = $2 and i.key is not null and t.role = 'lead' and t.ended_on is null
          and c.state = 'open' and cs.opens_on <= $4
        order by i.sort, i.key, (${UNSETTLED}) desc, case when ${UNSETTLED} then due.on end, c.fiscal_year desc, ${STAGE_ORDER} desc`,
      [planId, sectionKey, scope.reads, scope.date, scope.writes, decidesAt(scope)],
    );
  }
}
