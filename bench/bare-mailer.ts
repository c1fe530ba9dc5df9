// What cannot be beaten: a bare nodemailer pool sends bodies that lie ready in memory. With one connection a letter
// (`unpooled`) it is the naive way instead; with `base64` it is told to encode texts as the product does.
import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';

const [file = '', count = '0', connections = '5', way = ''] = process.argv.slice(2);
const bodies = JSON.parse(readFileSync(file, 'utf8')) as { subject: string; html: string; text: string }[];
const smtp = new URL(process.env['SMTP_URL'] ?? '');
const transport = createTransport({
  host: smtp.hostname,
  port: Number(smtp.port),
  ...(way === 'unpooled' ? {} : { pool: true, maxConnections: Number(connections), maxMessages: 1_000 }),
});
const begin = new Promise((resolve) => process.once('message', resolve));
process.send?.({ ready: 'bare' });
await begin;

let next = 0;
const lane = async (): Promise<void> => {
  for (let n = next++; n < Number(count); n = next++) {
    const body = bodies[n % bodies.length];
    await transport.sendMail({
      from: { name: '回す（青葉川市総合計画）', address: 'mawasu@aobagawa.example.jp' },
      to: { name: `管理職 ${n}`, address: `manager${n}@aobagawa.example.jp` },
      messageId: `<${n}@127.0.0.1>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...(way === 'base64' && { textEncoding: 'base64' as const }),
      ...body,
    });
  }
};
await Promise.all(Array.from({ length: Number(connections) }, lane));
transport.close();
process.disconnect?.();
