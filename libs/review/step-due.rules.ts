import type { CalendarDate, WorkingCalendar } from '#calendar';

/** The most working days a chain may give a step; the database holds the same bound. */
const MAX_STEP_DAYS = 60;

/** Due date of a step that begins today, for every number of working days a chain may give it. */
export function dueByDays(working: WorkingCalendar, today: CalendarDate): Record<string, CalendarDate> {
  const due: Record<string, CalendarDate> = {};
  // Each day from the one before: from the start it would be two thousand days to walk, 19 ms of every approval.
  for (let n = 1, at = today; n <= MAX_STEP_DAYS; n++) due[n] = at = working.addWorkingDays(at, 1);
  return due;
}
