// The naive way: what has to be done is known to the queue alone, and so is the schedule.
import { createPostgresBackend, Queue, withBackend, Worker } from 'bullmq';
import pg from 'pg';

const [jobs = '0', queueUrl = ''] = process.argv.slice(2);
const OnPostgres = withBackend(createPostgresBackend);
const redis = queueUrl.startsWith('redis');
const connection = (
  redis
    ? { url: queueUrl, maxRetriesPerRequest: null }
    : new pg.Pool({ connectionString: queueUrl, options: '-c search_path=naive', max: 4 })
) as never;

const QueueClass = (redis ? Queue : OnPostgres.Queue) as typeof Queue;
const WorkerClass = (redis ? Worker : OnPostgres.Worker) as typeof Worker;
const ledger = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 4 });
const queue = new QueueClass('naive', { connection });
queue.on('error', () => {});
await queue.upsertJobScheduler('tick', { every: 1_000 }, { name: 'tick' });
await queue.addBulk(
  Array.from({ length: Number(jobs) }, (_, n) => ({
    name: 'letter',
    data: { n },
    opts: { removeOnComplete: true },
  })),
);
const worker = new WorkerClass(
  'naive',
  async (job) => {
    await ledger.query(
      job.name === 'tick'
        ? 'insert into naive.run (tick, pid) values (now(), $1)'
        : 'insert into naive.done (n) values ($1)',
      [job.name === 'tick' ? process.pid : (job.data as { n: number }).n],
    );
  },
  { connection, concurrency: 4 },
);
worker.on('error', () => {});
process.send?.({ ready: 'naive' });
process.once('disconnect', () => process.exit(0));
