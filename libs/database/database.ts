import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** Anything that runs SQL: the pool, or the transaction that is open. */
export type Sql = Pick<EntityManager, 'query'>;

/** Runs one statement and returns its rows. */
export async function rows<T>(sql: Sql, text: string, parameters: readonly unknown[] = []): Promise<T[]> {
  const result: unknown = await sql.query(text, [...parameters]);
  // TypeORM answers UPDATE and DELETE with [rows, count].
  if (
    Array.isArray(result) &&
    result.length === 2 &&
    Array.isArray(result[0]) &&
    typeof result[1] === 'number'
  ) {
    return result[0] as T[];
  }
  return result as T[];
}

/** First row of a statement, or `undefined`. */
export async function firstRow<T>(
  sql: Sql,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<T | undefined> {
  return (await rows<T>(sql, text, parameters))[0];
}

/** Waits until this transaction alone holds a named lock; it ends with the transaction. */
export async function holdLock(sql: Sql, name: string): Promise<void> {
  await rows(sql, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}

/** Takes a named lock for this transaction, if nobody else holds it. */
export async function tryLock(sql: Sql, name: string): Promise<boolean> {
  const row = await firstRow<{ got: boolean }>(
    sql,
    'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as got',
    [name],
  );
  return row?.got ?? false;
}

/** So long is a named lock kept for a process that does not show itself. */
const LAPSE_MS = 10_000;
/** Within that time it is heard of so often. */
const SIGNS = 4;

/** The one way to the database: plain reads, and transactions in which a change and its audit entry commit together. */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /** For reads outside a transaction. */
  get pool(): Sql {
    return this.dataSource.manager;
  }

  /** Runs `work` in one transaction; an error rolls everything back. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  /** Runs `work` in a transaction that is undone whatever it does; its answer stays. */
  async rehearse<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.connect();
      await runner.startTransaction();
      try {
        return await work(runner.manager);
      } finally {
        await runner.rollbackTransaction();
      }
    } finally {
      await runner.release();
    }
  }

  /**
   * Runs `work` while this process alone holds a named lock; `work` opens its own transactions. The lock belongs to a
   * transaction that ends when nothing is heard of it: a process that has fallen asleep does not keep others from the
   * work. Its own attempt fails when it wakes, and what it still wrote must be harmless, as after any crash.
   * @returns `undefined` when somebody else is at it.
   */
  async exclusively<T>(lock: string, work: () => Promise<T>, lapseMs = LAPSE_MS): Promise<T | undefined> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.connect();
      await runner.startTransaction();
      try {
        await runner.query(`set local idle_in_transaction_session_timeout = ${lapseMs}`);
        if (!(await tryLock(runner.manager, lock))) return undefined;
        const answer = await whileHeard(runner.manager, lapseMs / SIGNS, work);
        if (runner.isReleased) throw new Error(`the lock "${lock}" was lost, another may have done the work`);
        return answer;
      } finally {
        if (!runner.isReleased) await runner.rollbackTransaction();
      }
    } finally {
      await runner.release();
    }
  }
}

/** Lets the server hear of this transaction now and then, while `work` is busy elsewhere. */
async function whileHeard<T>(sql: Sql, everyMs: number, work: () => Promise<T>): Promise<T> {
  let sign: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    sign = sql.query('select 1').catch(() => {});
  }, everyMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await sign;
  }
}
