// The naive worker: one connection for its life, and errors that nobody hears of.
import pg from 'pg';

const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
client.on('error', () => {});
await client.connect();
process.send?.({ ready: 'naive' });
setInterval(() => {
  client.query('update naive.work set done_at = now() where done_at is null').catch(() => {});
}, 200);
process.once('disconnect', () => process.exit(0));
