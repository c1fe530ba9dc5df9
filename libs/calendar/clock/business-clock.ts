import { Injectable } from '@nestjs/common';
import { Database, firstRow, rows, type Sql } from '#database';
import { invalid } from '#errors';
import { japanDate, japanInstant, WorkingCalendar, type CalendarDate } from '../index.js';

/**
 * Business time: real time plus an offset stored in PostgreSQL, so that all processes agree and one person
 * can live through a year in ten minutes. Leases, retries, sessions and the audit log use `now()` instead.
 */
@Injectable()
export class BusinessClock {
  constructor(private readonly database: Database) {}

  async now(sql: Sql = this.database.pool): Promise<Date> {
    const row = await firstRow<{ at: Date }>(
      sql,
      `select clock_timestamp() + make_interval(secs => coalesce((select offset_ms from calendar.business_clock), 0) / 1000.0) as at`,
    );
    return row?.at ?? new Date();
  }

  /** Today's date in Japan. */
  async today(sql: Sql = this.database.pool): Promise<CalendarDate> {
    return japanDate(await this.now(sql));
  }

  async installedAt(sql: Sql = this.database.pool): Promise<Date | undefined> {
    return (await firstRow<{ at: Date }>(sql, 'select installed_at as at from calendar.business_clock'))?.at;
  }

  /**
   * Records the installation once. `startsOn` sets the date of a sample city, whose first day is turned as a whole:
   * what was due that morning runs. Without it business time is real time.
   */
  async install(sql: Sql, startsOn?: { date: CalendarDate; hour: number }): Promise<void> {
    await rows(
      sql,
      `insert into calendar.business_clock (id, offset_ms, installed_at)
       select 1, coalesce((extract(epoch from $1::timestamptz - clock_timestamp()) * 1000)::bigint, 0),
              coalesce($2::timestamptz, clock_timestamp())
       on conflict (id) do nothing`,
      [
        startsOn ? japanInstant(startsOn.date, startsOn.hour, 0) : null,
        startsOn ? japanInstant(startsOn.date, 0, 0) : null,
      ],
    );
  }

  /** Moves the date of the sample city forward. Time never runs backwards. */
  async moveTo(sql: Sql, date: CalendarDate, hour: number): Promise<void> {
    const target = japanInstant(date, hour, 0);
    const now = await this.now(sql);
    if (target <= now) throw invalid('clock.backwards', { date, today: japanDate(now) });
    await rows(
      sql,
      `update calendar.business_clock
          set offset_ms = (extract(epoch from $1::timestamptz - clock_timestamp()) * 1000)::bigint,
              moved_at = clock_timestamp()
        where id = 1`,
      [target],
    );
  }

  /** Seconds of real time since the date was last moved; `undefined` when it never was. */
  async secondsSinceMoved(sql: Sql = this.database.pool): Promise<number | undefined> {
    const row = await firstRow<{ seconds: number | null }>(
      sql,
      'select extract(epoch from clock_timestamp() - moved_at)::float8 as seconds from calendar.business_clock',
    );
    return row?.seconds ?? undefined;
  }

  async workingCalendar(sql: Sql = this.database.pool): Promise<WorkingCalendar> {
    const closures = await rows<{ day: string }>(sql, 'select day from calendar.closure order by day');
    return new WorkingCalendar(closures.map((c) => c.day));
  }
}
