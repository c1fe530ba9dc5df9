// The naive timetable: every process registers its BullMQ job scheduler when it boots, and works its jobs off.
import { openPlainQueue } from './plain-queue.mjs';

const [pattern = '', queueUrl = ''] = process.argv.slice(2);
const plain = openPlainQueue(queueUrl);
await plain.queue
  .upsertJobScheduler('year', { pattern, tz: 'Asia/Tokyo' }, { name: 'open' })
  .catch(() => undefined);
plain.work(async (job) => {
  // The id of a scheduler's job ends with the moment it was meant for.
  await plain.ledger.query('insert into naive.run (tick, pid) values (to_timestamp($1 / 1000.0), $2)', [
    String(job.id).split(':').at(-1),
    process.pid,
  ]);
});
