/** How far the actuals of a fiscal year are entered; a reason for having none counts as entered. */
export interface YearEntered {
  readonly entered: number;
  /** Indicators that are asked for one. */
  readonly all: number;
}

/**
 * The fiscal year whose picture is shown to whoever names none: the one that is being evaluated once half of its actuals
 * are entered, and until then the one before. One value out of ten would say 「後退」 about a whole plan.
 */
export function yearToShow(evaluated: number, { entered, all }: YearEntered): number {
  return entered * 2 >= all ? evaluated : evaluated - 1;
}
