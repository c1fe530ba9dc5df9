import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { addDays, type CalendarDate, fiscalYearOf, type WorkingCalendar } from '#calendar';
import { BusinessClock } from '#calendar/clock';
import { Database, type Sql } from '#database';
import { DirectoryStore, type Scope } from '#directory';
import { conflict, invalid, notFound } from '#errors';
import { type PlanRow, PlanService } from '#plan';
import { CycleAudit } from './cycle.audit.js';
import { DueExtensionStore } from './due-extension.store.js';
import { stagesWithoutChain } from './chain.rules.js';
import { dateProblems, effectiveDates, effectiveStages } from './cycle-dates.rules.js';
import type {
  cycleListSchema,
  cycleViewSchema,
  datesPreviewSchema,
  editCycleSchema,
  extendSchema,
} from './cycle.schemas.js';
import { type CycleRow, CycleStore } from './cycle.store.js';
import { dutyKey, SHEET_FIELDS } from './sheet-fields.rules.js';
import { isOver } from './review-cycle.states.js';
import type { Stage } from './stage.codes.js';

type CycleView = z.infer<typeof cycleViewSchema>;
type DatesPreview = z.infer<typeof datesPreviewSchema>;
type EditCycle = z.infer<typeof editCycleSchema>;

/** Looking at years and setting them up. Making, opening and closing them is `cycle-turn.service.ts`. */
@Injectable()
export class CycleService {
  constructor(
    private readonly store: CycleStore,
    private readonly extensions: DueExtensionStore,
    private readonly plans: PlanService,
    private readonly directory: DirectoryStore,
    private readonly database: Database,
    private readonly clock: BusinessClock,
    private readonly audit: CycleAudit,
  ) {}

  async list(): Promise<z.infer<typeof cycleListSchema>> {
    const plan = await this.plans.current();
    const today = await this.clock.today();
    const cycles = await this.store.list(plan.id);
    const sheets = await Promise.all(cycles.map((c) => this.store.preview(plan.id, c.fiscalYear)));
    const waiting = cycles
      .filter((c) => c.state === 'scheduled')
      .sort((a, b) => a.fiscalYear - b.fiscalYear)[0];
    // The year after the newest; of a plan that nothing was made of yet, the year that is or the nearest of its own.
    const following = cycles[0]
      ? cycles[0].fiscalYear + 1
      : Math.min(Math.max(fiscalYearOf(today), plan.firstFiscalYear), plan.lastFiscalYear);
    const next = waiting
      ? { fiscalYear: waiting.fiscalYear, opensOn: waiting.opensOn }
      : following <= plan.lastFiscalYear
        ? { fiscalYear: following, opensOn: `${following}-04-01` }
        : null;
    return {
      planTitle: plan.title,
      today,
      cycles: cycles.map((c, at) => ({
        fiscalYear: c.fiscalYear,
        state: c.state,
        opensOn: c.opensOn,
        openedOn: c.openedOn,
        closesOn: c.closesOn,
        sheets: sheets[at]?.sheets ?? 0,
      })),
      next,
    };
  }

  async view(fiscalYear: number): Promise<CycleView> {
    const plan = await this.plans.current();
    const cycle = await this.require(plan, fiscalYear);
    const [stages, phases, chain, extensions, preview, working] = await Promise.all([
      this.store.stages(cycle.id),
      this.store.phases(cycle.id),
      this.store.chain(cycle.id),
      this.extensions.of(cycle.id),
      this.store.preview(plan.id, fiscalYear),
      this.clock.workingCalendar(),
    ]);
    return {
      fiscalYear,
      state: cycle.state,
      version: cycle.version,
      openedOn: cycle.openedOn,
      closesOn: cycle.closesOn,
      labourUnitCost: cycle.labourUnitCost,
      stages,
      phases,
      chain,
      fields: SHEET_FIELDS.map((f) => ({
        key: dutyKey(f),
        stage: f.stage,
        duty: (cycle.fieldDuties[dutyKey(f)] ?? f.duty) as CycleView['fields'][number]['duty'],
        standard: f.duty,
      })),
      extensions,
      preview,
      holidays: weekdaysOff(working, stages[0]?.opensOn ?? `${fiscalYear}-04-01`, cycle.closesOn),
    };
  }

  async edit(scope: Scope, fiscalYear: number, edit: EditCycle): Promise<CycleView> {
    const plan = await this.plans.current();
    const cycle = await this.require(plan, fiscalYear);
    if (isOver(cycle.state)) throw conflict('cycle.closed', { fiscalYear });
    const working = await this.clock.workingCalendar();
    this.check(edit, working);
    await this.database.transaction(async (sql) => {
      await this.checkDivisions(sql, edit);
      const saved = await this.store.writeSettings(sql, { id: cycle.id, ...edit });
      if (!saved) throw conflict('cycle.changed_by_another', { fiscalYear }, { version: cycle.version });
      await this.store.writeDates(sql, cycle.id, effectiveDates(edit, working), await this.clock.today(sql));
      await this.store.writeChain(sql, cycle.id, edit.chain);
      await this.audit.write(sql, scope.personId, 'review_cycle.edited', cycle.id, { fiscalYear, edit });
    });
    return this.view(fiscalYear);
  }

  /** What an edit of the dates would do, before it is saved. */
  async previewDates(fiscalYear: number, edit: EditCycle): Promise<DatesPreview> {
    const plan = await this.plans.current();
    await this.require(plan, fiscalYear);
    const [working, preview] = await Promise.all([
      this.clock.workingCalendar(),
      this.store.preview(plan.id, fiscalYear),
    ]);
    this.check(edit, working);
    return {
      stages: effectiveStages(edit.stages, working).map(({ stage, effectiveOpensOn, effectiveDueOn }) => ({
        stage,
        effectiveOpensOn,
        effectiveDueOn,
      })),
      affected: { sheets: preview.sheets, departments: preview.departments },
    };
  }

  async extend(
    scope: Scope,
    fiscalYear: number,
    extension: z.infer<typeof extendSchema>,
  ): Promise<CycleView> {
    const cycle = await this.require(await this.plans.current(), fiscalYear);
    const due = (await this.store.stages(cycle.id)).find((s) => s.stage === extension.stage)?.effectiveDueOn;
    if (due && extension.dueOn <= due) throw invalid('cycle.extension_not_later', { dueOn: due });
    await this.database.transaction(async (sql) => {
      // As every date of a year: nothing falls due on a day that nobody works.
      const working = await this.clock.workingCalendar(sql);
      const dueOn = working.isWorkingDay(extension.dueOn)
        ? extension.dueOn
        : working.nextWorkingDay(extension.dueOn);
      const department = await this.directory.departmentByCode(sql, extension.departmentCode);
      if (!department) throw invalid('cycle.no_such_department', { code: extension.departmentCode });
      await this.extensions.extend(
        sql,
        cycle.id,
        { ...extension, dueOn, departmentId: department.id },
        await this.clock.today(sql),
      );
      await this.audit.write(sql, scope.personId, 'review_cycle.extended', cycle.id, { ...extension, dueOn });
    });
    return this.view(fiscalYear);
  }

  async withdrawExtension(
    scope: Scope,
    fiscalYear: number,
    stage: Stage,
    departmentCode: string,
  ): Promise<CycleView> {
    const cycle = await this.require(await this.plans.current(), fiscalYear);
    await this.database.transaction(async (sql) => {
      const department = await this.directory.departmentByCode(sql, departmentCode);
      const gone =
        department &&
        (await this.extensions.withdraw(sql, cycle.id, stage, department.id, await this.clock.today(sql)));
      if (!gone) throw notFound('cycle.no_such_extension', { code: departmentCode });
      await this.audit.write(sql, scope.personId, 'review_cycle.extension_withdrawn', cycle.id, {
        stage,
        departmentCode,
      });
    });
    return this.view(fiscalYear);
  }

  async require(plan: PlanRow, fiscalYear: number, sql?: Sql): Promise<CycleRow> {
    const cycle = await this.store.byYear(plan.id, fiscalYear, sql);
    if (!cycle) throw notFound('cycle.none_in_year', { fiscalYear });
    return cycle;
  }

  private check(edit: EditCycle, working: WorkingCalendar): void {
    const problems = dateProblems(edit, working).map((p) => ({ field: p.field, code: p.code }));
    const noChain = stagesWithoutChain(edit.chain).map((stage) => ({
      field: `chain.${stage}`,
      code: 'cycle.empty_chain',
    }));
    const noLevel = edit.chain.flatMap((step, at) =>
      (step.kind === 'post_level') !== (step.level !== null) ||
      (step.kind === 'fixed_division') !== (step.departmentCode !== null)
        ? [{ field: `chain.${at}`, code: 'cycle.incomplete_step' }]
        : [],
    );
    const known = new Set(SHEET_FIELDS.map(dutyKey));
    const unknown = Object.keys(edit.fieldDuties)
      .filter((key) => !known.has(key))
      .map((key) => ({ field: `fieldDuties.${key}`, code: 'cycle.unknown_field' }));
    const places = [...problems, ...noChain, ...noLevel, ...unknown];
    if (places.length > 0) throw invalid('cycle.bad_settings', { count: places.length }, places);
  }

  private async checkDivisions(sql: Sql, edit: EditCycle): Promise<void> {
    for (const code of new Set(
      edit.chain.flatMap((step) => (step.departmentCode ? [step.departmentCode] : [])),
    )) {
      if (!(await this.directory.departmentByCode(sql, code)))
        throw invalid('cycle.no_such_department', { code });
    }
  }
}

/** Weekdays on which nobody works, for the picture of the year. */
function weekdaysOff(working: WorkingCalendar, from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const off: CalendarDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const day = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (day !== 0 && day !== 6 && !working.isWorkingDay(date)) off.push(date);
  }
  return off;
}
