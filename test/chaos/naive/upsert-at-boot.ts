// The naive timetable: every process registers its BullMQ job scheduler when it boots, and works its jobs off.
import {
  createPostgresBackend,
  Queue,
  withBackend,
  Worker,
  Queue as RedisQueue,
  Worker as RedisWorker,
} from 'bullmq';
import pg from 'pg';

const [pattern = '', queueUrl = ''] = process.argv.slice(2);
const OnPostgres = withBackend(createPostgresBackend);
const redis = queueUrl.startsWith('redis');
const connection = (
  redis
    ? { url: queueUrl, maxRetriesPerRequest: null }
    : new pg.Pool({ connectionString: queueUrl, options: '-c search_path=naive', max: 4 })
) as never;
const [QueueClass, WorkerClass] = (
  redis ? [RedisQueue, RedisWorker] : [OnPostgres.Queue, OnPostgres.Worker]
) as [typeof Queue, typeof Worker];

const ledger = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 2 });
const queue = new QueueClass('naive', { connection });
const worker = new WorkerClass(
  'naive',
  async (job) => {
    await ledger.query('insert into naive.run (tick, pid) values (to_timestamp($1 / 1000.0), $2)', [
      (job.opts.prevMillis ?? job.timestamp + (job.opts.delay ?? 0)).toString(),
      process.pid,
    ]);
  },
  { connection },
);
for (const emitter of [queue, worker]) emitter.on('error', () => {});
await queue.upsertJobScheduler('year', { pattern, tz: 'Asia/Tokyo' }, { name: 'open' }).catch(() => {});
process.send?.({ ready: 'naive' });
