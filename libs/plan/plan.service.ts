import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { fiscalYearOf } from '#calendar';
import { BusinessClock } from '#calendar/clock';
import type { Sql } from '#database';
import { notFound } from '#errors';
import type { planTreeSchema } from './plan.schemas.js';
import { PlanStore, totalsOf, type PlanRow } from './plan.store.js';

@Injectable()
export class PlanService {
  constructor(
    private readonly store: PlanStore,
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
}
