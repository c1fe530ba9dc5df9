import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { writeAudit } from '#audit';
import { fiscalYearOf } from '#calendar';
import { BusinessClock } from '#calendar/clock';
import { Database, type Sql } from '#database';
import { invalid, notFound } from '#errors';
import { PlanImportStore, type ImportCounts } from './plan-import.store.js';
import type { planTreeSchema } from './plan.schemas.js';
import { PlanStore, totalsOf, type PlanRow } from './plan.store.js';
import { readPlan } from './reading/index.js';

@Injectable()
export class PlanService {
  constructor(
    private readonly store: PlanStore,
    private readonly imports: PlanImportStore,
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  /** The plan, or `plan.none_yet`. */
  async current(sql?: Sql): Promise<PlanRow> {
    const plan = await this.store.current(sql);
    if (!plan) throw notFound('plan.none_yet');
    return plan;
  }

  async tree(): Promise<z.infer<typeof planTreeSchema>> {
    const plan = await this.current();
    const sections = await this.store.sections(plan.id, fiscalYearOf(await this.clock.today()));
    return {
      key: plan.key,
      title: plan.title,
      firstFiscalYear: plan.firstFiscalYear,
      lastFiscalYear: plan.lastFiscalYear,
      totals: totalsOf(sections),
      sections,
    };
  }

  /** Reads a plan document and writes it in one transaction of its own. */
  import(text: string, personId: string | null): Promise<ImportCounts> {
    return this.database.transaction((sql) => this.importIn(sql, text, personId));
  }

  /**
   * Reads a plan document and writes it in the open transaction; the same text twice changes nothing.
   * Throws `plan.not_a_plan`, or `plan.no_years` when the document does not tell its fiscal years.
   */
  async importIn(sql: Sql, text: string, personId: string | null): Promise<ImportCounts> {
    const reading = readPlan(text);
    if (reading.firstFiscalYear === null || reading.lastFiscalYear === null) throw invalid('plan.no_years');
    const plan = {
      title: reading.title ?? '総合計画',
      first: reading.firstFiscalYear,
      last: reading.lastFiscalYear,
    };
    const counts = await this.imports.import(sql, reading, plan);
    await writeAudit(sql, {
      businessDate: await this.clock.today(sql),
      personId,
      action: 'plan.imported',
      subjectKind: 'plan',
      subjectId: plan.title,
      detail: { ...counts },
    });
    return counts;
  }
}
