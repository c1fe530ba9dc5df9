import { addDays, daysBetween } from '../../parts/dates';
import type { IsWorking } from '../move-dates';

/** A calendar of one fiscal year, 1 April to 31 March. */
export interface YearAxis {
  readonly year: number;
  readonly start: string;
  /** The day after the last one. */
  readonly end: string;
  readonly days: number;
}

export function yearAxis(year: number): YearAxis {
  const start = `${year}-04-01`;
  const end = `${year + 1}-04-01`;
  return { year, start, end, days: daysBetween(start, end) };
}

/** Where the beginning of a day lies, in percent; days outside stand on the edge. */
export function percentOf({ start, days }: YearAxis, date: string): number {
  const share = daysBetween(start, date) / days;
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100;
}

export function overlapsYear({ start, end }: YearAxis, from: string, to: string): boolean {
  return from < end && to >= start;
}

export interface MonthBand {
  /** Its first day. */
  readonly date: string;
  readonly left: number;
  readonly width: number;
  readonly workingDays: number;
}

export function monthBands(axis: YearAxis, isWorking: IsWorking): readonly MonthBand[] {
  return Array.from({ length: 12 }, (_, at) => {
    const date = monthStart(axis.year, at + 4);
    const next = monthStart(axis.year, at + 5);
    const left = percentOf(axis, date);
    const width = Math.round((percentOf(axis, next) - left) * 100) / 100;
    return { date, left, width, workingDays: daysFrom(date, next).filter(isWorking).length };
  });
}

export interface Range {
  readonly from: string;
  /** The last day. */
  readonly to: string;
}

/**
 * Stretches of at least five days with hardly any work: runs of free days, joined when a single working day lies
 * between them and both are longer than a weekend.
 */
export function longHolidays(axis: YearAxis, isWorking: IsWorking): readonly Range[] {
  const runs: Range[] = [];
  for (const day of daysFrom(axis.start, axis.end)) {
    if (isWorking(day)) continue;
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) === day) runs[runs.length - 1] = { from: last.from, to: day };
    else runs.push({ from: day, to: day });
  }
  const long = runs.filter(({ from, to }) => daysBetween(from, to) >= 2);
  const joined: Range[] = [];
  for (const run of long) {
    const last = joined.at(-1);
    if (last && daysBetween(last.to, run.from) <= 2)
      joined[joined.length - 1] = { from: last.from, to: run.to };
    else joined.push(run);
  }
  return joined.filter(({ from, to }) => daysBetween(from, to) >= 4);
}

function monthStart(year: number, month: number): string {
  const years = year + Math.floor((month - 1) / 12);
  return `${years}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`;
}

function daysFrom(start: string, end: string): readonly string[] {
  return Array.from({ length: daysBetween(start, end) }, (_, at) => addDays(start, at));
}
