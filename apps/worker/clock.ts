import { everyDay, type TimetableEntry } from '#jobs';

/**
 * The whole timetable, Japan time, in the order in which what is due runs: a year must be open before its sheets are
 * handed out, and handed out before anybody hears of them. A morning on which handing out fails has its letters all the
 * same: they hold what there is. Letters are of their day: a morning that was missed is told with the next one.
 */
export const CLOCK: readonly TimetableEntry[] = [
  { job: 'open-review-cycles', due: everyDay(0, 5) },
  { job: 'distribute-annual-tasks', due: everyDay(0, 5), after: ['open-review-cycles'] },
  { job: 'plan-daily-letters', due: everyDay(8, 0), onItsDay: true },
];
