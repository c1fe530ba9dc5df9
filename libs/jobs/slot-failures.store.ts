import { Injectable } from '@nestjs/common';
import { Database, rows, type Sql } from '#database';
import { redact } from '#trace';

const LONGEST_ERROR = 500;

/** Which jobs of the timetable fail; written outside the transaction that failed. */
@Injectable()
export class SlotFailures {
  constructor(private readonly database: Database) {}

  async write(job: string, error: unknown): Promise<void> {
    const why = redact(error instanceof Error ? error.message : String(error)).slice(0, LONGEST_ERROR);
    await rows(
      this.database.pool,
      `insert into jobs.slot_failure (job, error) values ($1, $2)
       on conflict (job) do update set times = slot_failure.times + 1, failed_at = clock_timestamp(), error = excluded.error`,
      [job, why],
    );
  }

  async forget(sql: Sql, job: string): Promise<void> {
    await rows(sql, 'delete from jobs.slot_failure where job = $1', [job]);
  }
}
