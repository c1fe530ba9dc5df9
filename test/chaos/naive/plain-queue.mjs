// A plain script, as the naive ways are started without a loader.
import { createPostgresBackend, Queue, withBackend, Worker } from 'bullmq';
import pg from 'pg';

const OnPostgres = withBackend(createPostgresBackend);

/**
 * BullMQ as its manual opens it, on Redis or PostgreSQL, nothing around it; `ledger` is where what ran is written down.
 * @param {string} queueUrl
 * @returns {{queue: Queue, ledger: pg.Pool, work: (processor: (job: import('bullmq').Job) => Promise<void>, concurrency?: number) => void}}
 */
export function openPlainQueue(queueUrl) {
  const redis = queueUrl.startsWith('redis');
  const connection = /** @type {any} */ (
    redis
      ? { url: queueUrl, maxRetriesPerRequest: null }
      : new pg.Pool({ connectionString: queueUrl, options: '-c search_path=naive', max: 4 })
  );
  const QueueClass = /** @type {typeof Queue} */ (redis ? Queue : OnPostgres.Queue);
  const WorkerClass = /** @type {typeof Worker} */ (redis ? Worker : OnPostgres.Worker);
  const queue = new QueueClass('naive', { connection });
  queue.on('error', () => {});
  return {
    queue,
    ledger: new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 }),
    work(processor, concurrency = 1) {
      const worker = new WorkerClass('naive', processor, { connection, concurrency });
      worker.on('error', () => {});
      // In order, as a process that is replaced ends: what runs is finished.
      process.once('SIGTERM', () => void worker.close().finally(() => process.exit(0)));
      process.once('disconnect', () => process.exit(0));
      process.send?.({ ready: 'naive' });
    },
  };
}
