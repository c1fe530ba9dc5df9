import { Decimal } from 'decimal.js';
import type { Direction, QuestionParams } from '../plan-reading.types.js';
import type { QuestionCode } from '../question-texts.js';
import type { PrintedYear } from '../text/years.js';
import type { NumberValue } from './value.js';

type Ask = (code: QuestionCode, params?: QuestionParams) => void;

interface Readings {
  readonly baselineYear: number | null;
  readonly targetYear: number | null;
  readonly direction: Direction;
}

/** Doubts about numbers that can be read but not taken as they stand. */
export function askAboutTarget(
  targets: readonly (NumberValue & { readonly columnYear: PrintedYear | null })[],
  baseline: NumberValue | null,
  { baselineYear, targetYear, direction }: Readings,
  ask: Ask,
): void {
  if (baselineYear !== null && targetYear !== null && targetYear <= baselineYear) {
    ask('plan.years_in_wrong_order', { baselineYear, targetYear });
  }
  const rough = [
    ...(baseline !== null && (baseline.approximate || baseline.bound !== null) ? [baseline] : []),
    ...targets.filter((target) => target.approximate || target.strict),
  ];
  if (rough.length > 0) {
    const printed = rough.map((value) => value.printed).join('」「');
    ask('plan.value_inexact', { printed, value: rough.map((value) => value.value).join('、') });
  }
  if (targets.length > 1 && !isOneWay(targets, baseline, direction)) {
    ask('plan.targets_turn', { printed: targets.map((target) => target.printed).join('、') });
  }
}

function isOneWay(
  targets: readonly NumberValue[],
  baseline: NumberValue | null,
  direction: Direction,
): boolean {
  if (direction === 'maintain') return true;
  const path = [...(baseline === null ? [] : [baseline]), ...targets].map(
    (value) => new Decimal(value.value),
  );
  return path.every((value, at) => {
    const before = path[at - 1];
    if (before === undefined) return true;
    return direction === 'up' ? value.gte(before) : value.lte(before);
  });
}
