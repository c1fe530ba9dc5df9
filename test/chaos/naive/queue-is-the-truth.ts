// The naive way: what has to be done is known to the queue alone, and so is the schedule.
import { openPlainQueue } from './plain-queue.mjs';

const [jobs = '0', queueUrl = ''] = process.argv.slice(2);
const plain = openPlainQueue(queueUrl);
await plain.queue.upsertJobScheduler('tick', { every: 1_000 }, { name: 'tick' });
await plain.queue.addBulk(
  Array.from({ length: Number(jobs) }, (_, n) => ({
    name: 'letter',
    data: { n },
    opts: { removeOnComplete: true },
  })),
);
plain.work(async (job) => {
  await plain.ledger.query(
    job.name === 'tick'
      ? 'insert into naive.run (tick, pid) values (now(), $1)'
      : 'insert into naive.done (n) values ($1)',
    [job.name === 'tick' ? process.pid : (job.data as { n: number }).n],
  );
}, 4);
