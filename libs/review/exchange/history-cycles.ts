import { Injectable } from '@nestjs/common';
import { writeAudits } from '#audit';
import { fiscalYearOf } from '#calendar';
import { CycleTurnService, CycleStore } from '#cycle';
import type { Sql } from '#database';
import type { ErrorParams } from '#errors';
import type { ImportContext } from '#files';
import type { PlanRow } from '#plan';

/** Past years get their cycles when their history is brought in. */
@Injectable()
export class HistoryCycles {
  constructor(
    private readonly cycles: CycleTurnService,
    private readonly store: CycleStore,
  ) {}

  /** Years without a cycle get theirs, closed when it is over; from the oldest on, because each takes its settings from the one before. */
  async make(
    sql: Sql,
    plan: PlanRow,
    years: Iterable<number>,
    { today, personId }: ImportContext,
  ): Promise<void> {
    const audits: Parameters<typeof writeAudits>[1][number][] = [];
    const about = { businessDate: today, personId, subjectKind: 'review_cycle' };
    for (const fiscalYear of [...new Set(years)].toSorted((a, b) => a - b)) {
      const id = await this.cycles.createFromTemplate(sql, plan, fiscalYear, 'open');
      if (id)
        audits.push({ ...about, action: 'review_cycle.created', subjectId: id, detail: { fiscalYear } });
    }
    if (audits.length === 0) return;
    for (const { id, fiscalYear } of await this.store.closeDue(sql, today)) {
      audits.push({ ...about, action: 'review_cycle.closed', subjectId: id, detail: { fiscalYear } });
    }
    await writeAudits(sql, audits);
  }
}

/** Why a year can have no history: it is outside the plan, or has not begun. */
export function yearProblem(
  fiscalYear: number,
  { firstFiscalYear: first, lastFiscalYear: last }: PlanRow,
  today: string,
): { code: string; params: ErrorParams } | undefined {
  if (fiscalYear < first || fiscalYear > last)
    return { code: 'cycle.outside_plan', params: { fiscalYear, first, last } };
  if (fiscalYear > fiscalYearOf(today)) return { code: 'review.year_not_begun', params: { fiscalYear } };
  return undefined;
}
