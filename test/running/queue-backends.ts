import { describe, it } from '@jest/globals';
import { Queue, createPostgresBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { hasRedis, startRedis } from './redis.js';

/** The queue seen from outside the product, and a way to empty it. */
export interface OutsideQueue {
  readonly queue: Queue;
  flush(): Promise<void>;
  close(): Promise<void>;
}

export interface Backend {
  readonly name: 'postgres' | 'redis';
  /** What the product's processes are given besides their database. */
  readonly env: Readonly<Record<string, string>>;
  open(databaseUrl: string): OutsideQueue;
  stop(): Promise<void>;
}

async function redisBackend(): Promise<Backend> {
  const redis = await startRedis();
  return {
    name: 'redis',
    env: { QUEUE_URL: redis.url },
    open: () => {
      const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
      const queue = new Queue('mawasu', { connection });
      return {
        queue,
        flush: async () => void (await redis.ask('FLUSHALL')),
        close: async () => {
          await queue.close();
          connection.disconnect();
        },
      };
    },
    stop: () => redis.stop(),
  };
}

const EMPTY_ALL = `do $$ declare t record; begin
  for t in select tablename from pg_tables where schemaname = 'bullmq' and tablename not like '%migration%' and tablename not like '%version%'
  loop execute format('truncate bullmq.%I cascade', t.tablename); end loop; end $$`;

const DEADLOCK = '40P01';

/** Empties the queue under the hands of its workers; who meets them in the wrong order begins again. */
async function emptied(pool: pg.Pool): Promise<void> {
  for (;;) {
    try {
      return void (await pool.query(EMPTY_ALL));
    } catch (error) {
      if ((error as { code?: string }).code !== DEADLOCK) throw error;
    }
  }
}

/** The queue as it is without any setting. */
export const postgresBackend = (): Promise<Backend> =>
  Promise.resolve({
    name: 'postgres',
    env: {},
    open: (databaseUrl: string) => {
      const pool = new pg.Pool({
        connectionString: databaseUrl,
        options: '-c search_path=bullmq',
        max: 2,
      });
      pool.on('error', () => {});
      const OnPostgres = withBackend(createPostgresBackend);
      const queue = new OnPostgres.Queue('mawasu', { connection: pool } as never) as unknown as Queue;
      return {
        queue,
        flush: () => emptied(pool),
        close: async () => {
          await queue.close();
          await pool.end();
        },
      };
    },
    stop: async () => {},
  });

/**
 * The same suite on both backends. Without a Redis on this machine its half is shown as skipped; where CI says that
 * everything must run, it fails.
 */
export function onBothBackends(suite: (start: () => Promise<Backend>, name: Backend['name']) => void): void {
  describe('queue on PostgreSQL', () => suite(postgresBackend, 'postgres'));
  onRedis(() => suite(redisBackend, 'redis'));
}

/** What only Redis can do to us. */
export function onRedis(suite: () => void): void {
  if (hasRedis()) describe('queue on Redis', suite);
  else if (process.env['CI'] === 'true')
    describe('queue on Redis', () => {
      it('needs a redis-server on this machine', () => {
        throw new Error('CI runs every test: install redis-server');
      });
    });
  else
    describe('queue on Redis', () => {
      it.skip('skipped: there is no redis-server on this machine', () => {});
    });
}
