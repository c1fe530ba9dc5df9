import type { CalendarDate, WorkingCalendar } from '#calendar';

/** The most working days a chain may give a step; the database holds the same bound. */
const MAX_STEP_DAYS = 60;

/** Due date of a step that begins today, for every number of working days a chain may give it. */
export function dueByDays(working: WorkingCalendar, today: CalendarDate): Record<string, CalendarDate> {
  const days = Array.from({ length: MAX_STEP_DAYS }, (_, at) => at + 1);
  return Object.fromEntries(days.map((n) => [String(n), working.addWorkingDays(today, n)]));
}
