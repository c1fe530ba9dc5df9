import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { addDays, fiscalYearOf } from '#calendar';
import { BusinessClock } from '#calendar/clock';
import { Database, type Sql } from '#database';
import { DirectoryStore, type Scope } from '#directory';
import { conflict, invalid } from '#errors';
import { type PlanRow, PlanService, PlanStore } from '#plan';
import { CycleAudit } from './cycle.audit.js';
import { standardChain } from './chain.rules.js';
import { type CycleDates, effectiveDates, shiftDates, standardDates } from './cycle-dates.rules.js';
import type { reopenSchema } from './cycle.schemas.js';
import { CycleService } from './cycle.service.js';
import { type CycleRow, CycleStore } from './cycle.store.js';
import { isOver } from './review-cycle.states.js';

/** The next cycle is made this long before its first day, so that the planner can look at it. */
const AHEAD_DAYS = 60;

/** Makes, opens, closes and reopens years: by the timetable, or by the planner's hand. */
@Injectable()
export class CycleTurnService {
  constructor(
    private readonly cycles: CycleService,
    private readonly store: CycleStore,
    private readonly plans: PlanService,
    private readonly planStore: PlanStore,
    private readonly directory: DirectoryStore,
    private readonly database: Database,
    private readonly clock: BusinessClock,
    private readonly audit: CycleAudit,
  ) {}

  /** Makes a year's cycle from the newest earlier one, or from the usual calendar when there is none. */
  async create(scope: Scope, fiscalYear: number): Promise<void> {
    const plan = await this.plans.current();
    if (fiscalYear < plan.firstFiscalYear || fiscalYear > plan.lastFiscalYear) {
      throw invalid('cycle.outside_plan', {
        fiscalYear,
        first: plan.firstFiscalYear,
        last: plan.lastFiscalYear,
      });
    }
    await this.database.transaction(async (sql) => {
      const id = await this.createFromTemplate(sql, plan, fiscalYear, 'scheduled');
      if (!id) throw conflict('cycle.exists_already', { fiscalYear });
      await this.audit.write(sql, scope.personId, 'review_cycle.created', id, { fiscalYear });
    });
  }

  /** Opens a cycle before its date, in the open transaction. */
  async openNow(sql: Sql, scope: Scope, fiscalYear: number): Promise<CycleRow> {
    const cycle = await this.cycles.require(await this.plans.current(sql), fiscalYear, sql);
    if (isOver(cycle.state)) throw conflict('cycle.closed', { fiscalYear });
    const opened = await this.store.openNow(sql, cycle.id, await this.clock.today(sql));
    if (!opened) throw conflict('cycle.already_open', { fiscalYear });
    await this.audit.write(sql, scope.personId, 'review_cycle.opened', cycle.id, {
      fiscalYear,
      by: 'planner',
    });
    return cycle;
  }

  /**
   * 再開: a year that is over can be written again until a date, for a reason that stays in the audit log.
   * Throws `cycle.not_over`, `cycle.reopened_until_the_past`.
   */
  async reopen(
    scope: Scope,
    fiscalYear: number,
    { reason, closesOn }: z.infer<typeof reopenSchema>,
  ): Promise<void> {
    const cycle = await this.cycles.require(await this.plans.current(), fiscalYear);
    await this.database.transaction(async (sql) => {
      const today = await this.clock.today(sql);
      if (closesOn < today)
        throw invalid('cycle.reopened_until_the_past', { today }, [
          { field: 'closesOn', code: 'cycle.reopened_until_the_past', params: { today } },
        ]);
      const reopened = isOver(cycle.state) && (await this.store.reopen(sql, cycle, today, closesOn));
      if (!reopened) throw conflict('cycle.not_over', { fiscalYear });
      const detail = { fiscalYear, reason, closesOn, from: cycle.state };
      await this.audit.write(sql, scope.personId, 'review_cycle.reopened', cycle.id, detail);
    });
  }

  /** What the timetable does every night: make the next year, open what is due, close what is over. */
  async turn(sql: Sql): Promise<void> {
    const plan = await this.planStore.current(sql);
    if (!plan) return;
    const today = await this.clock.today(sql);
    const upcoming = fiscalYearOf(addDays(today, AHEAD_DAYS));
    if (upcoming >= plan.firstFiscalYear && upcoming <= plan.lastFiscalYear) {
      const id = await this.createFromTemplate(sql, plan, upcoming, 'scheduled');
      if (id) await this.audit.write(sql, null, 'review_cycle.created', id, { fiscalYear: upcoming });
    }
    for (const cycle of await this.store.openDue(sql, today)) {
      await this.audit.write(sql, null, 'review_cycle.opened', cycle.id, {
        fiscalYear: cycle.fiscalYear,
        openedOn: cycle.openedOn,
      });
    }
    for (const cycle of await this.store.closeDue(sql, today)) {
      await this.audit.write(sql, null, 'review_cycle.closed', cycle.id, { fiscalYear: cycle.fiscalYear });
    }
  }

  /** @returns the new cycle's id, or `undefined` when the year already has one. */
  async createFromTemplate(
    sql: Sql,
    plan: PlanRow,
    fiscalYear: number,
    state: 'scheduled' | 'open' | 'closed',
  ): Promise<string | undefined> {
    const template = await this.store.latestBefore(plan.id, fiscalYear, sql);
    const dates = template ? await this.datesOf(sql, template, fiscalYear) : standardDates(fiscalYear);
    const opensOn = dates.stages.find((s) => s.stage === 'plan')?.opensOn ?? null;
    const id = await this.store.insert(sql, {
      planId: plan.id,
      fiscalYear,
      state,
      openedOn: state === 'scheduled' ? null : opensOn,
      closesOn: dates.closesOn,
      fieldDuties: template?.fieldDuties ?? {},
      labourUnitCost: template?.labourUnitCost ?? '7800',
    });
    if (!id) return undefined;
    await this.store.writeDates(
      sql,
      id,
      effectiveDates(dates, await this.clock.workingCalendar(sql)),
      await this.clock.today(sql),
    );
    const [planning] = await this.directory.departmentsByOffice(sql, ['planning']);
    await this.store.writeChain(
      sql,
      id,
      template ? await this.store.chain(template.id, sql) : standardChain(planning?.code ?? null),
    );
    return id;
  }

  private async datesOf(sql: Sql, template: CycleRow, fiscalYear: number): Promise<CycleDates> {
    const stages = await this.store.stages(template.id, sql);
    const phases = await this.store.phases(template.id, sql);
    return shiftDates({ stages, phases, closesOn: template.closesOn }, fiscalYear - template.fiscalYear);
  }
}
