import type { MissingValue, YearValue } from './judgement.types.js';

/** How late and how often a value comes. Years are fiscal years. */
export interface Publication {
  /** 公表ラグ: years after the year of the data in which its value is due. 0: within the same cycle. */
  readonly lag: number;
  /** 調査周期: years between two surveys; 1 every year. */
  readonly interval: number;
  /** Any year in which the survey was held, from which the interval counts; usually the baseline's. */
  readonly surveyYear: number;
}

/** The year of the newest data that is due when a fiscal year is evaluated. */
export function dueDataYear({ lag, interval, surveyYear }: Publication, evaluatedYear: number): number {
  const latest = evaluatedYear - lag;
  const step = Math.max(1, interval);
  const sinceSurvey = (((latest - surveyYear) % step) + step) % step;
  return latest - sinceSurvey;
}

/**
 * The actual to judge when a fiscal year is evaluated: the newest value from the year that is due on, with its own
 * year. A value that came earlier than due is taken. Where there is none the reason stored for the due year counts, and
 * without a reason it is not yet compiled; an older value is never carried forward.
 */
export function dueActual(
  series: readonly (YearValue | MissingValue)[],
  publication: Publication,
  evaluatedYear: number,
): YearValue | MissingValue {
  const dueYear = dueDataYear(publication, evaluatedYear);
  const newest = series
    .filter(
      (entry): entry is YearValue => 'value' in entry && entry.year >= dueYear && entry.year <= evaluatedYear,
    )
    .toSorted((one, other) => other.year - one.year)[0];
  if (newest !== undefined) return newest;
  const stored = series.find((entry): entry is MissingValue => 'reason' in entry && entry.year === dueYear);
  return stored ?? { reason: 'not_yet_compiled', year: dueYear };
}
