import { Injectable } from '@nestjs/common';
import { Database, firstRow, rows } from '#database';

export interface WorkerSeen {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly startedAt: Date;
  readonly beatAt: Date;
  readonly lookedAt: Date | null;
  /** Seconds since it last wrote. */
  readonly silent: number;
}

/** Worker processes as rows: who writes is alive. Every time is the database's, so clocks of hosts do not matter. */
@Injectable()
export class WorkersStore {
  constructor(private readonly database: Database) {}

  async beat(worker: { id: string; host: string; pid: number }): Promise<void> {
    await rows(
      this.database.pool,
      `insert into jobs.worker (id, host, pid) values ($1, $2, $3)
       on conflict (id) do update set beat_at = clock_timestamp()`,
      [worker.id, worker.host, worker.pid],
    );
  }

  async looked(id: string): Promise<void> {
    await rows(this.database.pool, 'update jobs.worker set looked_at = clock_timestamp() where id = $1', [
      id,
    ]);
  }

  /** These checks have succeeded on this worker. Its start counts, so that one that never succeeds is noticed. */
  async checked(id: string, names: readonly string[]): Promise<void> {
    await rows(
      this.database.pool,
      `insert into jobs.worker_check (worker_id, name)
       select w.id, n.name from jobs.worker w cross join unnest($2::text[]) as n(name) where w.id = $1
       on conflict (worker_id, name) do update set succeeded_at = clock_timestamp()`,
      [id, names],
    );
  }

  /** Checks that have succeeded on none of the workers alive for so long. */
  overdueChecks(limitSeconds: number, silentSeconds: number): Promise<{ name: string; seconds: number }[]> {
    return rows(
      this.database.pool,
      `select c.name, extract(epoch from clock_timestamp() - max(c.succeeded_at))::float8 as seconds
         from jobs.worker_check c join jobs.worker w on w.id = c.worker_id
        where w.beat_at > clock_timestamp() - make_interval(secs => $2)
        group by c.name
       having max(c.succeeded_at) < clock_timestamp() - make_interval(secs => $1)
        order by c.name`,
      [limitSeconds, silentSeconds],
    );
  }

  async remove(id: string): Promise<void> {
    await rows(this.database.pool, 'delete from jobs.worker where id = $1', [id]);
  }

  /** Forgets workers that were killed long ago. */
  async forgetSilent(hours: number): Promise<void> {
    await rows(
      this.database.pool,
      'delete from jobs.worker where beat_at < clock_timestamp() - make_interval(hours => $1)',
      [hours],
    );
  }

  all(): Promise<WorkerSeen[]> {
    return rows(
      this.database.pool,
      `select id, host, pid, started_at as "startedAt", beat_at as "beatAt", looked_at as "lookedAt",
              extract(epoch from clock_timestamp() - beat_at)::float8 as silent
         from jobs.worker order by beat_at desc limit 100`,
    );
  }

  /** Seconds since any worker wrote, and since any compared the timetable with the slots; `null` when none ever did. */
  async newest(): Promise<{ beat: number | null; looked: number | null }> {
    const row = await firstRow<{ beat: number | null; looked: number | null }>(
      this.database.pool,
      `select extract(epoch from clock_timestamp() - max(beat_at))::float8 as beat,
              extract(epoch from clock_timestamp() - max(looked_at))::float8 as looked from jobs.worker`,
    );
    return row ?? { beat: null, looked: null };
  }
}
