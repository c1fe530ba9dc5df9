/** How far the actuals of a fiscal year are entered; a reason for having none counts as entered. */
export interface YearEntered {
  readonly entered: number;
  /** Indicators whose actual a department is asked for in the year. */
  readonly all: number;
}

/**
 * The fiscal year whose picture is shown to whoever names none: the one that is being evaluated once half of its actuals
 * are entered, and until then the one before, when anything is known of it. One value out of ten would say 「後退」 about a
 * whole plan.
 */
export function yearToShow(
  evaluated: number,
  { entered, all }: YearEntered,
  knowsYearBefore: boolean,
): number {
  return entered * 2 >= all || !knowsYearBefore ? evaluated : evaluated - 1;
}
