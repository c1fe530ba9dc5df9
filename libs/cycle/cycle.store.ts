import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#calendar';
import { Database, firstRow, rows, type Sql } from '#database';
import type { ChainStepSetting } from './chain.rules.js';
import type { EffectiveDates, EffectiveStage } from './cycle-dates.rules.js';
import { type CycleState, isOver, mayBecome, statesBefore } from './review-cycle.states.js';
import type { Phase } from './stage.codes.js';

export interface CycleRow {
  readonly id: string;
  readonly planId: string;
  readonly fiscalYear: number;
  readonly state: CycleState;
  readonly openedOn: CalendarDate | null;
  readonly closesOn: CalendarDate;
  readonly fieldDuties: Readonly<Record<string, string>>;
  readonly labourUnitCost: string;
  readonly version: number;
}

const CYCLE = `c.id, c.plan_id as "planId", c.fiscal_year as "fiscalYear", c.state, c.opened_on as "openedOn",
  c.closes_on as "closesOn", c.field_duties as "fieldDuties", c.labour_unit_cost::text as "labourUnitCost", c.version`;

/** Queries on the schema `cycle`. */
@Injectable()
export class CycleStore {
  constructor(private readonly database: Database) {}

  byYear(planId: string, fiscalYear: number, sql: Sql = this.database.pool): Promise<CycleRow | undefined> {
    return firstRow(
      sql,
      `select ${CYCLE} from cycle.review_cycle c where plan_id = $1 and fiscal_year = $2`,
      [planId, fiscalYear],
    );
  }

  /** The newest cycle before a year: the template of the next one. */
  latestBefore(planId: string, fiscalYear: number, sql: Sql): Promise<CycleRow | undefined> {
    return firstRow(
      sql,
      `select ${CYCLE} from cycle.review_cycle c where plan_id = $1 and fiscal_year < $2 order by fiscal_year desc limit 1`,
      [planId, fiscalYear],
    );
  }

  list(planId: string): Promise<(CycleRow & { opensOn: CalendarDate })[]> {
    return rows(
      this.database.pool,
      `select ${CYCLE}, s.opens_on as "opensOn"
         from cycle.review_cycle c join cycle.cycle_stage s on s.cycle_id = c.id and s.stage = 'plan'
        where plan_id = $1 order by fiscal_year desc`,
      [planId],
    );
  }

  stages(cycleId: string, sql: Sql = this.database.pool): Promise<EffectiveStage[]> {
    return rows(
      sql,
      `select stage, drafts_from as "draftsFrom", opens_on as "opensOn", due_on as "dueOn",
              effective_opens_on as "effectiveOpensOn", effective_due_on as "effectiveDueOn"
         from cycle.cycle_stage where cycle_id = $1
        order by array_position(array['plan', 'do', 'check', 'act', 'review'], stage)`,
      [cycleId],
    );
  }

  phases(
    cycleId: string,
    sql: Sql = this.database.pool,
  ): Promise<{ phase: Phase; opensOn: CalendarDate; dueOn: CalendarDate; effectiveDueOn: CalendarDate }[]> {
    return rows(
      sql,
      `select phase, opens_on as "opensOn", due_on as "dueOn", effective_due_on as "effectiveDueOn"
         from cycle.cycle_phase where cycle_id = $1 order by opens_on, phase`,
      [cycleId],
    );
  }

  chain(
    cycleId: string,
    sql: Sql = this.database.pool,
  ): Promise<(ChainStepSetting & { departmentName: string | null })[]> {
    return rows(
      sql,
      `select s.stage, s.kind, s.level, d.code as "departmentCode", d.name as "departmentName", s.working_days as "workingDays"
         from cycle.chain_step s left join directory.department d on d.id = s.department_id
        where s.cycle_id = $1
        order by array_position(array['plan', 'do', 'check', 'act', 'review'], s.stage), s.position`,
      [cycleId],
    );
  }

  /** Inserts a cycle; `undefined` when the year already has one. */
  async insert(sql: Sql, cycle: Omit<CycleRow, 'id' | 'version'>): Promise<string | undefined> {
    const row = await firstRow<{ id: string }>(
      sql,
      `insert into cycle.review_cycle (plan_id, fiscal_year, state, closes_on, field_duties, labour_unit_cost, opened_on)
       values ($1, $2, $3, $4, $5::jsonb, $6, $7) on conflict (plan_id, fiscal_year) do nothing returning id`,
      [
        cycle.planId,
        cycle.fiscalYear,
        cycle.state,
        cycle.closesOn,
        JSON.stringify(cycle.fieldDuties),
        cycle.labourUnitCost,
        cycle.openedOn,
      ],
    );
    return row?.id;
  }

  /** Replaces dates of stages and phases, each by one statement; of due dates that move it is kept from where. */
  async writeDates(
    sql: Sql,
    cycleId: string,
    { stages, phases }: EffectiveDates,
    today: CalendarDate,
  ): Promise<void> {
    await rows(
      sql,
      `insert into cycle.due_change (cycle_id, stage, department_id, changed_on, due_before)
       select $1, s.stage, d.id, $3, due.on
         from jsonb_to_recordset($2::jsonb) as r(stage text, "effectiveDueOn" date)
         join cycle.cycle_stage s on s.cycle_id = $1 and s.stage = r.stage and s.effective_due_on <> r."effectiveDueOn"
         cross join directory.department d
         cross join lateral cycle.due_date($1, s.stage, d.id, null, s.effective_due_on) due`,
      [cycleId, JSON.stringify(stages), today],
    );
    await rows(
      sql,
      `insert into cycle.cycle_stage (cycle_id, stage, drafts_from, opens_on, due_on, effective_opens_on, effective_due_on)
       select $1, r.stage, r."draftsFrom", r."opensOn", r."dueOn", r."effectiveOpensOn", r."effectiveDueOn"
         from jsonb_to_recordset($2::jsonb) as r(stage text, "draftsFrom" date, "opensOn" date, "dueOn" date,
              "effectiveOpensOn" date, "effectiveDueOn" date)
       on conflict (cycle_id, stage) do update set drafts_from = excluded.drafts_from, opens_on = excluded.opens_on,
         due_on = excluded.due_on, effective_opens_on = excluded.effective_opens_on, effective_due_on = excluded.effective_due_on`,
      [cycleId, JSON.stringify(stages)],
    );
    await rows(
      sql,
      `with written as (
         insert into cycle.cycle_phase (cycle_id, phase, opens_on, due_on, effective_due_on)
         select $1, r.phase, r."opensOn", r."dueOn", r."effectiveDueOn"
           from jsonb_to_recordset($2::jsonb) as r(phase text, "opensOn" date, "dueOn" date, "effectiveDueOn" date)
         on conflict (cycle_id, phase) do update set opens_on = excluded.opens_on, due_on = excluded.due_on,
           effective_due_on = excluded.effective_due_on
         returning phase)
       delete from cycle.cycle_phase where cycle_id = $1
         and phase not in (select r.phase from jsonb_to_recordset($2::jsonb) as r(phase text))`,
      [cycleId, JSON.stringify(phases)],
    );
  }

  /** Replaces the chain. Running rounds keep the chain they were submitted with. */
  async writeChain(sql: Sql, cycleId: string, chain: readonly ChainStepSetting[]): Promise<void> {
    await rows(sql, 'delete from cycle.chain_step where cycle_id = $1', [cycleId]);
    await rows(
      sql,
      `insert into cycle.chain_step (cycle_id, stage, position, kind, level, department_id, working_days)
       select $1, r.stage, row_number() over (partition by r.stage order by r.at), r.kind, r.level, d.id, r."workingDays"
         from jsonb_to_recordset($2::jsonb) as r(at int, stage text, kind text, level text, "departmentCode" text, "workingDays" int)
         left join directory.department d on d.code = r."departmentCode"`,
      [cycleId, JSON.stringify(chain.map((step, at) => ({ ...step, at })))],
    );
  }

  /** Saves the planner's settings when nobody else did since; `false` when somebody did. */
  async writeSettings(
    sql: Sql,
    cycle: {
      id: string;
      version: number;
      closesOn: CalendarDate;
      labourUnitCost: string;
      fieldDuties: Readonly<Record<string, string>>;
    },
  ): Promise<boolean> {
    const row = await firstRow(
      sql,
      `update cycle.review_cycle set closes_on = $3, labour_unit_cost = $4, field_duties = $5::jsonb, version = version + 1
        where id = $1 and version = $2 returning id`,
      [cycle.id, cycle.version, cycle.closesOn, cycle.labourUnitCost, JSON.stringify(cycle.fieldDuties)],
    );
    return row !== undefined;
  }

  /** Opens every scheduled cycle whose Plan window has begun, dated by its own date also when that day was missed. */
  openDue(
    sql: Sql,
    today: CalendarDate,
  ): Promise<{ id: string; fiscalYear: number; openedOn: CalendarDate }[]> {
    return rows(
      sql,
      `update cycle.review_cycle c set state = 'open', opened_on = s.opens_on, version = version + 1
         from cycle.cycle_stage s
        where s.cycle_id = c.id and s.stage = 'plan' and c.state = 'scheduled' and s.opens_on <= $1
       returning c.id, c.fiscal_year as "fiscalYear", c.opened_on as "openedOn"`,
      [today],
    );
  }

  /** Opens one cycle today, before its date: the window of its Plan begins today at the latest. */
  async openNow(sql: Sql, cycleId: string, today: CalendarDate): Promise<boolean> {
    const row = await firstRow(
      sql,
      `with opened as (
         update cycle.review_cycle set state = 'open', opened_on = $2, version = version + 1
          where id = $1 and state = any($3::text[]) returning id)
       update cycle.cycle_stage s set drafts_from = least(s.drafts_from, $2), opens_on = least(s.opens_on, $2),
              effective_opens_on = least(s.effective_opens_on, $2)
         from opened where s.cycle_id = opened.id and s.stage = 'plan' returning s.cycle_id`,
      [cycleId, today, statesBefore('open').filter((state) => !isOver(state))],
    );
    return row !== undefined;
  }

  /** Opens a cycle that is over until a date, unless somebody moved it since. */
  async reopen(
    sql: Sql,
    cycle: Pick<CycleRow, 'id' | 'state'>,
    today: CalendarDate,
    closesOn: CalendarDate,
  ): Promise<boolean> {
    if (!mayBecome(cycle.state, 'open')) return false;
    const row = await firstRow(
      sql,
      `update cycle.review_cycle set state = 'open', reopened_on = $4, closes_on = $3, version = version + 1
        where id = $1 and state = $2 returning id`,
      [cycle.id, cycle.state, closesOn, today],
    );
    return row !== undefined;
  }

  closeDue(sql: Sql, today: CalendarDate): Promise<{ id: string; fiscalYear: number }[]> {
    return rows(
      sql,
      `update cycle.review_cycle set state = 'closed', version = version + 1
        where state = any($2::text[]) and closes_on < $1 returning id, fiscal_year as "fiscalYear"`,
      [today, statesBefore('closed')],
    );
  }

  /** Who gets what in a year: counts, and the items nobody leads. */
  async preview(
    planId: string,
    fiscalYear: number,
  ): Promise<{
    sheets: number;
    departments: number;
    leadSheets: number;
    supportSheets: number;
    itemsWithoutLead: { key: string; text: string }[];
  }> {
    const row = await firstRow<Awaited<ReturnType<CycleStore['preview']>>>(
      this.database.pool,
      `with items as (
         select i.id, i.key, i.text, i.sort from plan.program_item i
           join plan.program p on p.id = i.program_id join plan.section s on s.id = p.section_id
          where s.plan_id = $1 and not i.withdrawn and not p.withdrawn and not s.withdrawn
       ), work as (
         select a.* from plan.assignments_in($2) a join items i on i.id = a.item_id
       )
       select (select count(*)::int from work) as sheets,
              (select count(distinct department_id)::int from work) as departments,
              (select count(*)::int from work where role = 'lead') as "leadSheets",
              (select count(*)::int from work where role = 'support') as "supportSheets",
              (select coalesce(jsonb_agg(jsonb_build_object('key', i.key, 'text', i.text) order by i.sort), '[]')
                 from items i where not exists (select 1 from work w where w.item_id = i.id and w.role = 'lead')) as "itemsWithoutLead"`,
      [planId, fiscalYear],
    );
    return row ?? { sheets: 0, departments: 0, leadSheets: 0, supportSheets: 0, itemsWithoutLead: [] };
  }
}
