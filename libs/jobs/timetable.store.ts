import { Injectable } from '@nestjs/common';
import { Database, firstRow, rows, type Sql } from '#database';

/** The last slot of a job that ran. */
export interface LastRun {
  readonly job: string;
  readonly slot: Date;
  readonly ranAt: Date;
  readonly merged: number;
}

/** The slots that ran, and those that fail. */
@Injectable()
export class TimetableStore {
  constructor(private readonly database: Database) {}

  /** Unique on (job, slot): whoever comes second fails. */
  async add(sql: Sql, job: string, slot: Date, merged: number): Promise<void> {
    await rows(sql, 'insert into jobs.timetable_slot (job, slot, merged) values ($1, $2, $3)', [
      job,
      slot,
      merged,
    ]);
  }

  async lastSlot(sql: Sql, job: string): Promise<Date | undefined> {
    const row = await firstRow<{ slot: Date | null }>(
      sql,
      'select max(slot) as slot from jobs.timetable_slot where job = $1',
      [job],
    );
    return row?.slot ?? undefined;
  }

  lastRuns(jobs: readonly string[]): Promise<LastRun[]> {
    return rows(
      this.database.pool,
      `select distinct on (job) job, slot, ran_at as "ranAt", merged from jobs.timetable_slot
        where job = any($1) order by job, slot desc`,
      [jobs],
    );
  }

  /** How often in a row the slots that are due have failed. */
  failures(): Promise<{ job: string; times: number }[]> {
    return rows(this.database.pool, 'select job, times from jobs.slot_failure');
  }
}
