import {
  createPostgresBackend,
  Queue as RedisQueue,
  runMigrations,
  withBackend,
  Worker as RedisWorker,
} from 'bullmq';
import pg from 'pg';
import type { Config } from '#config';

/** Everything that rings goes through this one queue; PostgreSQL holds the truth, so it may be flushed at any moment. */
export const QUEUE = 'mawasu';
const SCHEMA = 'bullmq';

const OnPostgres = withBackend(createPostgresBackend);

const onRedis = (url: string | undefined): boolean => url !== undefined && /^rediss?:/.test(url);

/** The classes @nestjs/bullmq shall build queues and workers from, for the backend that the settings name. */
export function queueClasses(queueUrl: string | undefined): {
  queue: new (...args: never[]) => object;
  worker: new (...args: never[]) => object;
} {
  return onRedis(queueUrl)
    ? { queue: RedisQueue, worker: RedisWorker }
    : { queue: OnPostgres.Queue, worker: OnPostgres.Worker };
}

export interface QueueConnection {
  readonly connection: never;
  readonly close: () => Promise<void>;
}

/** One dedicated pool per process for the queue's own schema, apart from the pool of the product's rows. */
export function openQueueConnection(config: Pick<Config, 'databaseUrl' | 'queueUrl'>): QueueConnection {
  if (onRedis(config.queueUrl))
    return { connection: { url: config.queueUrl } as never, close: async () => {} };
  const pool = new pg.Pool({
    connectionString: config.queueUrl ?? config.databaseUrl,
    options: `-c search_path=${SCHEMA}`,
    max: 6,
    application_name: 'mawasu-queue',
  });
  // A dropped idle connection is replaced; the heartbeat notices when it is not.
  pool.on('error', () => {});
  return { connection: pool as never, close: () => pool.end() };
}

/** Creates or upgrades the queue's own schema; done with the product's migrations. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    await client.end();
  }
}
