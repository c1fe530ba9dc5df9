import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { writeAudit } from '#audit';
import { BusinessClock } from '#calendar/clock';
import { Database, type Sql } from '#database';
import { conflict, DomainError, invalid } from '#errors';
import { type EntryDifference, isOtherPlan, planDifference } from './difference/plan-difference.rules.js';
import { PlanSnapshotStore } from './difference/plan-snapshot.store.js';
import { NO_DECISIONS, type PlanDecisions, type planPreviewSchema } from './plan-import.schemas.js';
import { type ImportCounts, PlanImportStore } from './plan-import.store.js';
import { previewOf } from './plan-preview.rules.js';
import { type PlanRow, PlanStore } from './plan.store.js';
import { readPlan } from './reading/index.js';
import type { PlanReading } from './reading/plan-reading.types.js';

interface Written {
  readonly title: string;
  readonly planId: string;
  readonly counts: ImportCounts;
  /** Against the plan that was there; null when there was none. */
  readonly difference: { readonly entries: readonly EntryDifference[]; readonly otherPlan: boolean } | null;
}

/** Reading a plan document for a look, and for real. */
@Injectable()
export class PlanImportService {
  constructor(
    private readonly plans: PlanStore,
    private readonly imports: PlanImportStore,
    private readonly snapshots: PlanSnapshotStore,
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * What a document is read as and what accepting it would change, found by doing it and undoing it. Changes nothing.
   * Throws `plan.not_a_plan`.
   */
  async preview(text: string): Promise<z.infer<typeof planPreviewSchema>> {
    const reading = readPlan(text);
    const current = await this.plans.current();
    // Without a plan there is nothing to compare with, and without its years nothing could be written.
    if (!current) return { ...previewOf(reading, new Map()), difference: null };
    return this.database.rehearse(async (sql) => {
      const { difference, planId } = await this.write(sql, reading, NO_DECISIONS);
      const decided = await this.imports.decidedDirections(sql, planId);
      return {
        ...previewOf(reading, decided),
        difference: difference && {
          otherPlan: difference.otherPlan,
          entries: difference.entries.map((entry) => ({ ...entry, fields: [...entry.fields] })),
        },
      };
    });
  }

  /** Reads a plan document and writes it in one transaction of its own. */
  import(text: string, personId: string | null, decisions?: PlanDecisions): Promise<ImportCounts> {
    return this.database.transaction((sql) => this.importIn(sql, text, personId, decisions));
  }

  /**
   * Reads a plan document and writes it in the open transaction; the same text twice changes nothing. Decisions win over
   * what was read, now and at later imports.
   * Throws `plan.not_a_plan`; `plan.no_years` when neither the document nor a decision tells the fiscal years;
   * `plan.no_such_indicator` when a decision names one that the document does not have; `plan.other_plan` when most of
   * the plan would be gone and nobody decided that it shall be.
   */
  async importIn(
    sql: Sql,
    text: string,
    personId: string | null,
    decisions: PlanDecisions = NO_DECISIONS,
  ): Promise<ImportCounts> {
    const { title, counts, difference } = await this.write(sql, readPlan(text), decisions);
    if (difference?.otherPlan && !decisions.replacesPlan) throw conflict('plan.other_plan');
    await writeAudit(sql, {
      businessDate: await this.clock.today(sql),
      personId,
      action: 'plan.imported',
      subjectKind: 'plan',
      subjectId: title,
      detail: { ...counts, decisions },
    });
    return counts;
  }

  private async write(sql: Sql, reading: PlanReading, decisions: PlanDecisions): Promise<Written> {
    const current = await this.plans.current(sql);
    const plan = headOf(reading, decisions, current);
    refuseUnknown(reading, decisions);
    const before = current ? await this.snapshots.entries(sql, current.id) : [];
    const { planId, ...counts } = await this.imports.import(sql, reading, plan);
    await this.imports.decideDirections(sql, planId, decisions.directions);
    if (!current) return { title: plan.title, planId, counts, difference: null };
    const entries = planDifference(before, await this.snapshots.entries(sql, planId));
    const difference = { entries, otherPlan: isOtherPlan(before, entries) };
    return { title: plan.title, planId, counts, difference };
  }
}

/** Title and years: as decided, else as read, else as they are. */
function headOf(
  reading: PlanReading,
  decisions: PlanDecisions,
  current: PlanRow | undefined,
): { title: string; first: number; last: number } {
  const first = decisions.firstFiscalYear ?? reading.firstFiscalYear ?? current?.firstFiscalYear;
  const last = decisions.lastFiscalYear ?? reading.lastFiscalYear ?? current?.lastFiscalYear;
  if (first === undefined || last === undefined) throw invalid('plan.no_years');
  if (last < first) throw invalid('plan.years_of_plan_reversed', { first, last });
  return { title: decisions.title ?? reading.title ?? current?.title ?? '総合計画', first, last };
}

function refuseUnknown(reading: PlanReading, { directions }: PlanDecisions): void {
  const known = new Set(reading.indicators.map(({ key }) => key));
  const unknown = Object.keys(directions).filter((key) => !known.has(key));
  if (unknown.length === 0) return;
  throw new DomainError(
    'invalid',
    'plan.no_such_indicator',
    { key: unknown.join('、') },
    unknown.map((key) => ({ field: `directions.${key}`, code: 'plan.no_such_indicator', params: { key } })),
  );
}
