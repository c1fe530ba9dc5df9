import { addDays, type CalendarDate, compareDates, type WorkingCalendar, weekday } from '#calendar';

/** Days before the due date on which people are reminded. */
export const REMINDER_DAYS = [14, 7, 1] as const;
const FURTHEST = REMINDER_DAYS[0] + 14;

export interface ReminderDue {
  readonly dueOn: CalendarDate;
  /** The occasion, part of the notice's unique key: the same reminder is never planned twice. */
  readonly period: string;
}

/**
 * The due dates of which today reminds. A reminder that falls on a closed day moves to the working day before; of several
 * that were missed only the newest is left, so that three missed days make one mail.
 */
export function remindersOn(today: CalendarDate, working: WorkingCalendar): ReminderDue[] {
  const found: ReminderDue[] = [];
  for (let ahead = 1; ahead <= FURTHEST; ahead += 1) {
    const dueOn = addDays(today, ahead);
    const passed = REMINDER_DAYS.filter(
      (days) => compareDates(working.previousWorkingDay(addDays(dueOn, -days)), today) <= 0,
    );
    const newest = passed.at(-1);
    if (newest !== undefined) found.push({ dueOn, period: `${dueOn}:${newest}` });
  }
  return found;
}

const MONDAY = 1;

/** Monday of the week of a date. */
export const mondayOf = (date: CalendarDate): CalendarDate =>
  addDays(date, -((weekday(date) - MONDAY + 7) % 7));

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
