import {
  Queue as RedisQueue,
  runMigrations,
  withBackend,
  Worker as RedisWorker,
  type Processor,
  type Queue,
  type Worker,
  type WorkerOptions,
} from 'bullmq';
import pg from 'pg';
import type { Config } from '#config';
import { log } from '#trace';
import { createPatientBackend } from './postgres-backend.js';
import { within } from './queue-access.js';
import { evictionWarning, openRedis } from './redis.js';

/** Everything that rings goes through this one queue; PostgreSQL holds the truth, so it may be flushed at any moment. */
export const QUEUE = 'mawasu';
const SCHEMA = 'bullmq';
const CONNECT_MS = 5_000;

const OnPostgres = withBackend(createPatientBackend);

type Urls = Pick<Config, 'databaseUrl' | 'queueUrl'>;

export const isRedis = (url: string | undefined): url is string => url !== undefined && /^rediss?:/.test(url);

/** The queue of this process and how its consumer is made, the same on both backends. */
export interface QueueBackend {
  readonly kind: 'postgres' | 'redis';
  readonly queue: Queue;
  work(processor: Processor, options: Omit<WorkerOptions, 'connection'>): Worker;
  close(): Promise<void>;
}

/** Says what goes wrong with a server that is away once, not at every try to come back. */
function sayOnce(): (error: Error) => void {
  let said = '';
  return (error) => {
    if (error.message === said) return;
    said = error.message;
    log.warn({ context: 'Queue' }, `the queue does not answer: ${error.message}`);
  };
}

export function openQueue(urls: Urls): QueueBackend {
  return isRedis(urls.queueUrl) ? onRedis(urls.queueUrl) : onPostgres(urls.queueUrl ?? urls.databaseUrl);
}

function onRedis(url: string): QueueBackend {
  const complain = sayOnce();
  const bell = openRedis(url, 'bell').on('error', complain);
  const consumers: ReturnType<typeof openRedis>[] = [];
  bell.once('ready', () => {
    bell.info('memory').then(
      (info) => {
        const warning = evictionWarning(info);
        if (warning) log.warn({ context: 'Queue' }, warning);
      },
      () => {},
    );
  });
  const queue = new RedisQueue(QUEUE, { connection: bell }).on('error', complain);
  return {
    kind: 'redis',
    queue,
    work: (processor, options) => {
      const connection = openRedis(url, 'worker').on('error', complain);
      consumers.push(connection);
      return new RedisWorker(QUEUE, processor, { ...options, connection }).on('error', complain);
    },
    close: async () => {
      await within(queue.close()).catch(() => {});
      for (const connection of [bell, ...consumers]) connection.disconnect();
    },
  };
}

/** One dedicated pool per process for the queue's own schema, apart from the pool of the product's rows. */
function onPostgres(url: string): QueueBackend {
  const complain = sayOnce();
  const connection = new pg.Pool({
    connectionString: url,
    options: `-c search_path=${SCHEMA}`,
    max: 6,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    application_name: 'mawasu-queue',
  });
  // A dropped idle connection is replaced; the heartbeat notices when it is not.
  connection.on('error', complain);
  const queue = new OnPostgres.Queue(QUEUE, { connection } as never) as unknown as Queue;
  queue.on('error', complain);
  return {
    kind: 'postgres',
    queue,
    work: (processor, options) => {
      const worker = new OnPostgres.Worker(QUEUE, processor as never, { ...options, connection } as never);
      return (worker as unknown as Worker).on('error', complain);
    },
    close: async () => {
      await queue.close().catch(() => {});
      // Who still holds a connection of it is left behind when the process ends.
      await within(connection.end()).catch(() => {});
    },
  };
}

/** Creates or upgrades the queue's own schema where the queue lives; a Redis needs none. */
export async function migrateQueue(urls: Urls): Promise<void> {
  if (isRedis(urls.queueUrl)) return;
  const client = new pg.Client({ connectionString: urls.queueUrl ?? urls.databaseUrl });
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    await client.end();
  }
}
