import { Injectable } from '@nestjs/common';
import { Database, firstRow, rows, type Sql } from '#database';
import { keepable } from './keepable.js';

export type DeadJobState = 'open' | 'retried' | 'dismissed';

export interface FailedJob {
  readonly contract: string;
  readonly payload: unknown;
  readonly error: string;
  readonly requestId: string | null;
  readonly queueJobId: string;
  /** Milliseconds of the epoch. */
  readonly queuedAt: number;
  readonly attempts: number;
}

export interface DeadJobRow {
  readonly id: string;
  readonly contract: string;
  readonly payload: unknown;
  readonly error: string;
  readonly at: Date;
  readonly attempts: number;
  readonly requestId: string | null;
  readonly state: DeadJobState;
}

@Injectable()
export class DeadJobsStore {
  constructor(private readonly database: Database) {}

  /** Records failures; one that is known already stays as it is. Returns how many are new. */
  async record(failed: readonly FailedJob[]): Promise<number> {
    const added = await rows(
      this.database.pool,
      `insert into jobs.dead_job (contract, payload, error, request_id, queue_job_id, queued_at, attempts)
       select f.contract, coalesce(f.payload, 'null'), f.error, f."requestId", f."queueJobId", to_timestamp(f."queuedAt" / 1000.0), f.attempts
         from jsonb_to_recordset($1::jsonb) as f(contract text, payload jsonb, error text, "requestId" text,
              "queueJobId" text, "queuedAt" bigint, attempts int)
       on conflict on constraint dead_job_once do nothing returning id`,
      [keepable(failed)],
    );
    return added.length;
  }

  async total(state: DeadJobState | null): Promise<number> {
    const row = await firstRow<{ n: number }>(
      this.database.pool,
      'select count(*)::int as n from jobs.dead_job where $1::text is null or state = $1',
      [state],
    );
    return row?.n ?? 0;
  }

  page(state: DeadJobState | null, page: number, pageSize: number): Promise<DeadJobRow[]> {
    return rows(
      this.database.pool,
      `select id, contract, payload, error, at, attempts, request_id as "requestId", state from jobs.dead_job
        where $1::text is null or state = $1 order by at desc, id limit $2 offset $3`,
      [state, pageSize, (page - 1) * pageSize],
    );
  }

  find(sql: Sql, id: string): Promise<Pick<DeadJobRow, 'contract' | 'payload' | 'state'> | undefined> {
    return firstRow(sql, 'select contract, payload, state from jobs.dead_job where id = $1 for update', [id]);
  }

  async settle(sql: Sql, id: string, state: DeadJobState): Promise<void> {
    await rows(sql, 'update jobs.dead_job set state = $2, settled_at = clock_timestamp() where id = $1', [
      id,
      state,
    ]);
  }
}
