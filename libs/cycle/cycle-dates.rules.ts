import { type CalendarDate, compareDates, lastDayOfMonth, type WorkingCalendar } from '#calendar';
import { PHASES, type Phase, STAGES, type Stage } from './stage.codes.js';

export interface StageDates {
  readonly stage: Stage;
  readonly draftsFrom: CalendarDate;
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
}

export interface PhaseDates {
  readonly phase: Phase;
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
}

export interface CycleDates {
  readonly stages: readonly StageDates[];
  readonly phases: readonly PhaseDates[];
  readonly closesOn: CalendarDate;
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** Day `day` of a month `yearsAfter` the fiscal year's number; 31 stands for the last day. */
function on(fiscalYear: number, yearsAfter: number, month: number, day: number): CalendarDate {
  const first = `${fiscalYear + yearsAfter}-${pad(month)}-01`;
  const last = lastDayOfMonth(first);
  const wanted = `${fiscalYear + yearsAfter}-${pad(month)}-${pad(day)}`;
  return compareDates(wanted, last) > 0 ? last : wanted;
}

/** The calendar of fiscal year N that Japanese cities commonly use; every date is a setting of the cycle. */
export function standardDates(n: number): CycleDates {
  return {
    stages: [
      { stage: 'plan', draftsFrom: on(n, 0, 4, 1), opensOn: on(n, 0, 4, 1), dueOn: on(n, 0, 4, 30) },
      { stage: 'do', draftsFrom: on(n, 0, 10, 1), opensOn: on(n, 0, 10, 1), dueOn: on(n, 0, 10, 31) },
      { stage: 'check', draftsFrom: on(n, 1, 3, 1), opensOn: on(n, 1, 4, 1), dueOn: on(n, 1, 5, 31) },
      { stage: 'act', draftsFrom: on(n, 1, 6, 1), opensOn: on(n, 1, 6, 1), dueOn: on(n, 1, 6, 15) },
      { stage: 'review', draftsFrom: on(n, 1, 6, 15), opensOn: on(n, 1, 6, 15), dueOn: on(n, 1, 6, 30) },
    ],
    phases: [
      { phase: 'settlement', opensOn: on(n, 1, 7, 1), dueOn: on(n, 1, 7, 15) },
      { phase: 'management', opensOn: on(n, 1, 7, 1), dueOn: on(n, 1, 7, 31) },
      { phase: 'council', opensOn: on(n, 1, 8, 20), dueOn: on(n, 1, 8, 20) },
      { phase: 'external', opensOn: on(n, 1, 8, 1), dueOn: on(n, 1, 8, 31) },
      { phase: 'publication', opensOn: on(n, 1, 9, 1), dueOn: on(n, 1, 9, 30) },
      { phase: 'reflection', opensOn: on(n, 1, 10, 1), dueOn: on(n, 2, 2, 31) },
    ],
    closesOn: on(n, 2, 3, 31),
  };
}

/** Carries a year's dates to another year: same month and day, the end of a month stays the end of a month. */
export function shiftDates(dates: CycleDates, years: number): CycleDates {
  const shift = (date: CalendarDate): CalendarDate => {
    const [y, m, d] = date.split('-').map(Number) as [number, number, number];
    const day = date === lastDayOfMonth(date) ? 31 : d;
    return on(y, years, m, day);
  };
  return {
    stages: dates.stages.map((s) => ({
      stage: s.stage,
      draftsFrom: shift(s.draftsFrom),
      opensOn: shift(s.opensOn),
      dueOn: shift(s.dueOn),
    })),
    phases: dates.phases.map((p) => ({ phase: p.phase, opensOn: shift(p.opensOn), dueOn: shift(p.dueOn) })),
    closesOn: shift(dates.closesOn),
  };
}

export interface EffectiveStage extends StageDates {
  /** The working day on which people hear of it; the window itself opens on `opensOn`. */
  readonly effectiveOpensOn: CalendarDate;
  readonly effectiveDueOn: CalendarDate;
}

/** Moves due dates that fall on a weekend, a holiday or the year-end closure to the next working day. */
export function effectiveStages(stages: readonly StageDates[], working: WorkingCalendar): EffectiveStage[] {
  return stages.map((s) => ({
    ...s,
    effectiveOpensOn: working.nextWorkingDay(s.opensOn),
    effectiveDueOn: working.nextWorkingDay(s.dueOn),
  }));
}

export interface EffectiveDates {
  readonly stages: readonly EffectiveStage[];
  readonly phases: readonly (PhaseDates & { readonly effectiveDueOn: CalendarDate })[];
}

/** All dates of a year with the working days that count. */
export const effectiveDates = (
  { stages, phases }: Pick<CycleDates, 'stages' | 'phases'>,
  working: WorkingCalendar,
): EffectiveDates => ({
  stages: effectiveStages(stages, working),
  phases: phases.map((phase) => ({ ...phase, effectiveDueOn: working.nextWorkingDay(phase.dueOn) })),
});

export interface DateProblem {
  readonly field: string;
  readonly code:
    | 'cycle.due_before_opening'
    | 'cycle.drafts_after_opening'
    | 'cycle.missing_stage'
    | 'cycle.doubled'
    | 'cycle.closes_early';
}

/**
 * What is wrong with a planner's dates; empty when they can be used. A year must stay open until the last stage is due
 * by working days, or nobody could hand it in on the day that counts.
 */
export function dateProblems(dates: CycleDates, working: WorkingCalendar): DateProblem[] {
  const problems: DateProblem[] = [];
  for (const stage of STAGES) {
    const found = dates.stages.filter((s) => s.stage === stage);
    if (found.length === 0) problems.push({ field: `stages.${stage}`, code: 'cycle.missing_stage' });
    if (found.length > 1) problems.push({ field: `stages.${stage}`, code: 'cycle.doubled' });
  }
  for (const phase of PHASES) {
    if (dates.phases.filter((p) => p.phase === phase).length > 1)
      problems.push({ field: `phases.${phase}`, code: 'cycle.doubled' });
  }
  for (const s of dates.stages) {
    if (compareDates(s.dueOn, s.opensOn) < 0)
      problems.push({ field: `stages.${s.stage}.dueOn`, code: 'cycle.due_before_opening' });
    if (compareDates(s.draftsFrom, s.opensOn) > 0)
      problems.push({ field: `stages.${s.stage}.draftsFrom`, code: 'cycle.drafts_after_opening' });
  }
  for (const p of dates.phases) {
    if (compareDates(p.dueOn, p.opensOn) < 0)
      problems.push({ field: `phases.${p.phase}.dueOn`, code: 'cycle.due_before_opening' });
  }
  if (dates.stages.some((s) => compareDates(dates.closesOn, working.nextWorkingDay(s.dueOn)) < 0))
    problems.push({ field: 'closesOn', code: 'cycle.closes_early' });
  return problems;
}
