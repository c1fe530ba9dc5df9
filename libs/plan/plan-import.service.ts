import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { writeAudit } from '#audit';
import { BusinessClock } from '#calendar/clock';
import { Database, rows, type Sql } from '#database';
import { DomainError, invalid } from '#errors';
import { isOtherPlan, planDifference } from './difference/plan-difference.rules.js';
import { PlanSnapshotStore } from './difference/plan-snapshot.store.js';
import { NO_DECISIONS, type PlanDecisions, type planPreviewSchema } from './plan-import.schemas.js';
import { type ImportCounts, PlanImportStore } from './plan-import.store.js';
import { previewOf } from './plan-preview.rules.js';
import { PlanStore } from './plan.store.js';
import { readPlan } from './reading/index.js';
import type { PlanReading } from './reading/plan-reading.types.js';

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
    if (!current) return { ...previewOf(reading, new Map()), difference: null };
    const before = await this.snapshots.entries(this.database.pool, current.id);
    const { after, decided } = await this.database.rehearse(async (sql) => {
      const years = { firstFiscalYear: current.firstFiscalYear, lastFiscalYear: current.lastFiscalYear };
      await this.write(sql, reading, { ...years, ...NO_DECISIONS });
      return {
        after: await this.snapshots.entries(sql, current.id),
        decided: await this.decidedDirections(sql, current.id),
      };
    });
    const entries = planDifference(before, after);
    return {
      ...previewOf(reading, decided),
      difference: {
        otherPlan: isOtherPlan(before, entries),
        entries: entries.map((entry) => ({ ...entry, fields: [...entry.fields] })),
      },
    };
  }

  /** Reads a plan document and writes it in one transaction of its own. */
  import(text: string, personId: string | null, decisions?: PlanDecisions): Promise<ImportCounts> {
    return this.database.transaction((sql) => this.importIn(sql, text, personId, decisions));
  }

  /**
   * Reads a plan document and writes it in the open transaction; the same text twice changes nothing. Decisions win over
   * what was read, now and at later imports.
   * Throws `plan.not_a_plan`; `plan.no_years` when neither the document nor a decision tells the fiscal years;
   * `plan.no_such_indicator` when a decision names one that the document does not have.
   */
  async importIn(
    sql: Sql,
    text: string,
    personId: string | null,
    decisions: PlanDecisions = NO_DECISIONS,
  ): Promise<ImportCounts> {
    const { title, ...counts } = await this.write(sql, readPlan(text), decisions);
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

  private async write(
    sql: Sql,
    reading: PlanReading,
    decisions: PlanDecisions,
  ): Promise<ImportCounts & { title: string }> {
    const current = await this.plans.current(sql);
    const first = decisions.firstFiscalYear ?? reading.firstFiscalYear ?? current?.firstFiscalYear;
    const last = decisions.lastFiscalYear ?? reading.lastFiscalYear ?? current?.lastFiscalYear;
    if (first === undefined || last === undefined) throw invalid('plan.no_years');
    if (last < first) throw invalid('plan.years_of_plan_reversed', { first, last });
    refuseUnknown(reading, decisions);
    const title = decisions.title ?? reading.title ?? current?.title ?? '総合計画';
    const counts = await this.imports.import(sql, reading, { title, first, last });
    await this.decideDirections(sql, decisions);
    return { ...counts, title };
  }

  private async decideDirections(sql: Sql, { directions }: PlanDecisions): Promise<void> {
    await rows(
      sql,
      `update plan.indicator n set decided_direction = r.value
         from jsonb_each_text($1::jsonb) as r(key, value)
        where n.key = r.key and not n.withdrawn and n.decided_direction is distinct from r.value`,
      [JSON.stringify(directions)],
    );
  }

  private async decidedDirections(
    sql: Sql,
    planId: string,
  ): Promise<Map<string, 'up' | 'down' | 'maintain'>> {
    const found = await rows<{ key: string; direction: 'up' | 'down' | 'maintain' }>(
      sql,
      `select n.key, n.decided_direction as direction from plan.indicator n join plan.section s on s.id = n.section_id
        where s.plan_id = $1 and not n.withdrawn and n.decided_direction is not null`,
      [planId],
    );
    return new Map(found.map(({ key, direction }) => [key, direction]));
  }
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
