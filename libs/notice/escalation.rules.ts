import { addDays, type CalendarDate, type WorkingCalendar } from '#calendar';

/** Working days after the due date on which the next level, and the one above it, hear of what is late. */
export const ESCALATION_DAYS = [3, 8] as const;

export interface EscalationDue {
  /** 1 is the level above whoever holds the sheet, 2 the one above that. */
  readonly level: number;
  /** What was due on this day or before is told to that level. */
  readonly dueBy: CalendarDate;
}

/**
 * What is so late today that a superior must hear of it: 3 working days after the due date, then up again after 5 more.
 * A day that was missed is made good by the next, since everything due earlier counts too.
 */
export function escalationsOn(today: CalendarDate, working: WorkingCalendar): EscalationDue[] {
  return ESCALATION_DAYS.map((days, at) => ({
    level: at + 1,
    dueBy: latestWithWorkingDaysAfter(today, days, working),
  }));
}

/** The latest day after which, up to and including today, that many working days have passed. */
function latestWithWorkingDaysAfter(
  today: CalendarDate,
  days: number,
  working: WorkingCalendar,
): CalendarDate {
  let at = today;
  for (let left = days; left > 0; at = addDays(at, -1)) if (working.isWorkingDay(at)) left -= 1;
  return at;
}
