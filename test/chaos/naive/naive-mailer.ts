// Two naive ways to send many letters: mark each as soon as the server took it, or a batch beforehand ("claim first").
import { createTransport } from 'nodemailer';
import pg from 'pg';

const way = process.argv[2];
const smtp = new URL(process.env['SMTP_URL'] ?? '');
const BATCH = 100;
const CONNECTIONS = 5;
const BODY = '期限を過ぎた評価シートがあります。\n'.repeat(60);

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 2 });
const transport = createTransport({
  host: smtp.hostname,
  port: Number(smtp.port),
  pool: true,
  maxConnections: CONNECTIONS,
  maxMessages: Infinity,
});
process.send?.({ ready: 'naive' });

const mark = (ids: number[]): Promise<unknown> =>
  pool.query('update naive.letter set sent = true where id = any($1)', [ids]);

/** Sends one after the other what no lane has begun yet. */
async function lane(letters: { id: number; email: string }[]): Promise<void> {
  for (let next = letters.shift(); next; next = letters.shift()) {
    await transport.sendMail({ from: 'naive@example.jp', to: next.email, subject: '総合計画', text: BODY });
    if (way !== 'claim-first') await mark([next.id]);
  }
}

for (;;) {
  const { rows } = await pool.query<{ id: number; email: string }>(
    'select id, email from naive.letter where not sent order by id limit $1',
    [BATCH],
  );
  if (rows.length === 0) break;
  const ids = rows.map((row) => row.id);
  if (way === 'claim-first') await mark(ids);
  await Promise.all(Array.from({ length: CONNECTIONS }, () => lane(rows)));
}
transport.close();
await pool.end();
process.disconnect?.();
