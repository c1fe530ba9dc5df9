// The naive timetable: every process registers its BullMQ job scheduler when it boots, and works its jobs off.
import { createPostgresBackend, Queue, withBackend, Worker } from 'bullmq';
import pg from 'pg';

const [pattern = '', queueUrl = '', registersEveryMs = ''] = process.argv.slice(2);
const OnPostgres = withBackend(createPostgresBackend);
const redis = queueUrl.startsWith('redis');
const connection = (
  redis
    ? { url: queueUrl, maxRetriesPerRequest: null }
    : new pg.Pool({ connectionString: queueUrl, options: '-c search_path=naive', max: 4 })
) as never;

const QueueClass = (redis ? Queue : OnPostgres.Queue) as typeof Queue;
const WorkerClass = (redis ? Worker : OnPostgres.Worker) as typeof Worker;
const ledger = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 2 });
const queue = new QueueClass('naive', { connection });
queue.on('error', () => {});
const register = (): Promise<unknown> =>
  queue.upsertJobScheduler('year', { pattern, tz: 'Asia/Tokyo' }, { name: 'open' }).catch(() => {});
await register();
const worker = new WorkerClass(
  'naive',
  async (job) => {
    // The id of a scheduler's job ends with the moment it was meant for.
    await ledger.query('insert into naive.run (tick, pid) values (to_timestamp($1 / 1000.0), $2)', [
      String(job.id).split(':').at(-1),
      process.pid,
    ]);
  },
  { connection },
);
worker.on('error', () => {});
if (registersEveryMs) setInterval(() => void register(), Number(registersEveryMs));
process.send?.({ ready: 'naive' });
process.once('disconnect', () => process.exit(0));
