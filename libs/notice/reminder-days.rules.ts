import {
  addDays,
  type CalendarDate,
  compareDates,
  daysBetween,
  type WorkingCalendar,
  weekday,
} from '#calendar';

/** Days before the due date on which people are reminded. */
export const REMINDER_DAYS = [14, 7, 1] as const;

export interface ReminderDue {
  readonly dueOn: CalendarDate;
  /** The occasion, part of the notice's unique key: the same reminder is never planned twice. */
  readonly period: string;
}

/**
 * The due dates of which today reminds. A reminder that falls on a closed day moves to the working day before, so today
 * tells all that are meant for a day before the next working day; of several only the newest is left, so that three
 * missed days, or three on one day, make one mail.
 */
export function remindersOn(today: CalendarDate, working: WorkingCalendar): ReminderDue[] {
  const next = working.nextWorkingDay(addDays(today, 1));
  const furthest = daysBetween(today, next) - 1 + REMINDER_DAYS[0];
  return Array.from({ length: furthest }, (_, at) => addDays(today, at + 1)).flatMap((dueOn) => {
    const newest = REMINDER_DAYS.findLast((days) => compareDates(addDays(dueOn, -days), next) < 0);
    return newest === undefined ? [] : [{ dueOn, period: `${dueOn}:${newest}` }];
  });
}

const MONDAY = 1;

/** Monday of the week of a date. */
export const mondayOf = (date: CalendarDate): CalendarDate =>
  addDays(date, -((weekday(date) - MONDAY + 7) % 7));

const MONDAY_TO_FRIDAY = 4;

/** Friday of the week of a date. */
export const weekEndOf = (date: CalendarDate): CalendarDate => addDays(mondayOf(date), MONDAY_TO_FRIDAY);

/**
 * Is the week's digest due today? It goes out on the week's first working day, and once later in the week when that day
 * was missed. A run on a closed day sends nothing, so it does not count; and who begins in mid-week waits for the next.
 *
 * @param runs days on which the timetable ran the digest before today: this week's, and the newest one before it
 */
export function digestDue(
  today: CalendarDate,
  runs: readonly CalendarDate[],
  working: WorkingCalendar,
): boolean {
  const first = working.nextWorkingDay(mondayOf(today));
  if (!working.isWorkingDay(today) || compareDates(first, today) > 0) return false;
  const beforeThisWeek = runs.filter((day) => compareDates(day, first) < 0);
  if (runs.some((day) => !beforeThisWeek.includes(day) && working.isWorkingDay(day))) return false;
  return first === today || beforeThisWeek.length > 0;
}
