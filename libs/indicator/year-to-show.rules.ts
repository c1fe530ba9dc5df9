/** How far the actuals of a fiscal year are entered; a reason for having none counts as entered. */
export interface YearEntered {
  readonly entered: number;
  /** Indicators whose actual a department is asked for in the year; where nobody is asked, all there are. */
  readonly all: number;
}

/** Whether half of a year's actuals are entered. One value out of ten would say 「後退」 about a whole plan. */
export const isKnown = ({ entered, all }: YearEntered): boolean => all > 0 && entered * 2 >= all;

/**
 * The fiscal year whose picture is shown to whoever names none: the one that is being evaluated once enough of it is known,
 * and until then the one before, if enough is known of that.
 */
export function yearToShow(evaluated: number, ofYear: YearEntered, ofYearBefore: YearEntered): number {
  return isKnown(ofYear) || !isKnown(ofYearBefore) ? evaluated : evaluated - 1;
}
