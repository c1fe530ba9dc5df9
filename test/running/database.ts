import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  /** Looks at rows from outside the product. */
  query<T extends object>(text: string, values?: unknown[]): Promise<T[]>;
  drop(): Promise<void>;
}

function serverUrl(): string {
  const url = process.env['MAWASU_TEST_PG'];
  if (!url) throw new Error('the test run has no database: start suites through npm test');
  return url;
}

async function onServer(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** A database of its own for a suite, cloned from a migrated template (`empty`, `sample`) or one that a suite made. */
export async function cloneDatabase(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template template_${template}`);
  const url = serverUrl().replace(/\/postgres$/, `/${name}`);
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => {});
  return {
    url,
    query: async <T extends object>(text: string, values: unknown[] = []) =>
      (await pool.query<T>(text, values)).rows,
    drop: async () => {
      await pool.end();
      await onServer(`drop database ${name} with (force)`);
    },
  };
}

/** Lets nobody into a database, and throws out who is in, while `work` runs. */
export async function whileAway<T>({ url }: TestDatabase, work: () => Promise<T>): Promise<T> {
  const name = new URL(url).pathname.slice(1);
  await onServer(`alter database ${name} with allow_connections false`);
  await onServer(`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${name}'`);
  try {
    return await work();
  } finally {
    await onServer(`alter database ${name} with allow_connections true`);
  }
}

/** Makes a template of a database that nobody uses any more; gives back the name to clone it by. */
export async function keepAsTemplate({ url }: TestDatabase): Promise<string> {
  const name = randomBytes(6).toString('hex');
  const source = new URL(url).pathname.slice(1);
  await onServer(`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${source}'`);
  await onServer(`create database template_${name} template ${source}`);
  return name;
}
