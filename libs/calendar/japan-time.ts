import { parseDate } from './calendar-date.js';
import type { CalendarDate } from './calendar-date.js';

// Japan has kept UTC+9 all year since summer time was abolished in 1952, so no time zone data is needed,
// and the zone of the machine has no say.
const JAPAN_OFFSET_MS = 9 * 3_600_000;

/** The day it is in Japan at this instant. */
export function japanDate(instant: Date): CalendarDate {
  return parseDate(japanClock(instant).toISOString().slice(0, 10));
}

/** The hour (0–23) it is in Japan at this instant. */
export function japanHour(instant: Date): number {
  return japanClock(instant).getUTCHours();
}

/**
 * The instant at which clocks in Japan show this time.
 * @param hour 0–23
 * @param minute 0–59
 */
export function japanInstant(date: CalendarDate, hour: number, minute: number): Date {
  if (!isWhole(hour, 23) || !isWhole(minute, 59)) throw new RangeError(`no time of day: ${hour}:${minute}`);
  return new Date(Date.parse(parseDate(date)) + hour * 3_600_000 + minute * 60_000 - JAPAN_OFFSET_MS);
}

/** A Date whose UTC fields read what clocks in Japan show. */
function japanClock(instant: Date): Date {
  return new Date(instant.getTime() + JAPAN_OFFSET_MS);
}

function isWhole(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}
