// The naive way to meet a bad mail server: one letter after the other, each tried until it goes or 3 tries are over.
import { createTransport } from 'nodemailer';
import pg from 'pg';

const smtp = new URL(process.env['SMTP_URL'] ?? '');
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 2 });
const transport = createTransport({
  host: smtp.hostname,
  port: Number(smtp.port),
  pool: true,
  maxConnections: 5,
  socketTimeout: Number(process.env['MAWASU_SMTP_TIMEOUT_MS']),
});
process.send?.({ ready: 'naive' });

const { rows } = await pool.query<{ id: number; email: string }>(
  'select id, email from naive.letter order by id',
);
for (const { email } of rows) {
  const letter = { from: 'naive@example.jp', to: email, subject: '総合計画', text: '期限を過ぎています。' };
  for (let tries = 0; tries < 3; tries++) {
    const sent = await transport.sendMail(letter).then(
      () => true,
      () => false,
    );
    if (sent) break;
  }
}
transport.close();
await pool.end();
process.disconnect?.();
