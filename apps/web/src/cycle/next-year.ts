import type { CycleList, PlanTree } from '../api';
import { fiscalYearOf } from '../parts/dates';

type Years = Pick<PlanTree, 'firstFiscalYear' | 'lastFiscalYear'>;

/** The year after the newest cycle, or of the plan the one nearest to today; null when the plan has no more. */
export function nextYear({ cycles, today }: Pick<CycleList, 'cycles' | 'today'>, plan: Years): number | null {
  if (cycles.length === 0) {
    return Math.min(plan.lastFiscalYear, Math.max(plan.firstFiscalYear, fiscalYearOf(today)));
  }
  const next = Math.max(...cycles.map(({ fiscalYear }) => fiscalYear)) + 1;
  return next <= plan.lastFiscalYear ? next : null;
}
