// The naive timetable without a queue: every replica runs the job on each tick of its own timer.
import pg from 'pg';

const ledger = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 2 });
const TICK_MS = 1_000;

function next(): void {
  const tick = Math.ceil((Date.now() + 1) / TICK_MS) * TICK_MS;
  setTimeout(() => {
    ledger
      .query('insert into naive.run (tick, pid) values (to_timestamp($1 / 1000.0), $2)', [tick, process.pid])
      .catch(() => {});
    next();
  }, tick - Date.now());
}

next();
process.send?.({ ready: 'naive' });
process.once('disconnect', () => process.exit(0));
