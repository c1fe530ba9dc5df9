import { isHoliday } from '@holiday-jp/holiday_jp';
import { addDays, weekdayOf } from '../parts';

const WEEK = 7;
const MONDAY = 1;

/** Closed from 29 December to 3 January. */
const closedAtNewYear = (date: string) => date.slice(5) >= '12-29' || date.slice(5) <= '01-03';

/** The day after `today`, and the next Monday on which a city office is open. */
export function nextWorkingMonday(today: string): { readonly tomorrow: string; readonly monday: string } {
  const tomorrow = addDays(today, 1);
  let monday = addDays(tomorrow, (MONDAY - weekdayOf(tomorrow) + WEEK) % WEEK);
  while (isHoliday(new Date(`${monday}T12:00:00`)) || closedAtNewYear(monday)) monday = addDays(monday, WEEK);
  return { tomorrow, monday };
}
