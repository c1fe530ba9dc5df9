import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { freePort } from '../../scripts/running/embedded-postgres.mjs';
import { type Product, startProduct, until } from '../running/product.js';
import { Session } from '../running/session.js';

const BOUNCES = 'bounces@aobagawa.example.jp';

interface Letter {
  readonly id: string;
  readonly state: string;
  readonly bouncedAt: string | null;
  readonly bounceAnswer: string | null;
  readonly history: readonly { readonly outcome: string }[];
}

/** A report as mail servers write it. */
const report = (letterId: string, action: 'failed' | 'delayed'): string =>
  [
    'From: MAILER-DAEMON@mx.example.jp',
    `To: ${BOUNCES}`,
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
    '',
    '--B',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.jp',
    '',
    'Final-Recipient: rfc822; somebody@example.jp',
    `Action: ${action}`,
    `Status: ${action === 'failed' ? '5.1.1' : '4.4.1'}`,
    'Diagnostic-Code: smtp; 550 no such user',
    '',
    '--B',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${letterId}@127.0.0.1>`,
    '',
    '--B--',
    '',
  ].join('\r\n');

describe('a letter that comes back', () => {
  let product: Product;
  let planner: Session;
  let ids: string[];
  let port: number;

  beforeAll(async () => {
    port = await freePort();
    product = await startProduct('sample', {
      MAWASU_BOUNCE_ADDRESS: BOUNCES,
      MAWASU_BOUNCE_PORT: String(port),
    });
    const { samplePeople } = await new Session(product.url).get<{
      samplePeople: { staffNumber: string; part: string }[];
    }>('/api/sign-in');
    planner = await new Session(product.url).signIn(
      samplePeople.find((p) => p.part === 'planner')?.staffNumber ?? '',
    );
    ids = await until('letters are sent', async () => {
      const sent = await product.database.query<{ id: string }>(
        `select id from notice.letter where state = 'sent' order by id limit 3`,
      );
      return sent.length === 3 && sent.map(({ id }) => id);
    });
  });

  afterAll(() => product.stop());

  const letter = (id: string): Promise<Letter> => planner.get<Letter>(`/api/letters/${id}`);
  const at = (place: number): string => ids[place] ?? '';
  const deliver = async (to: string, raw: string): Promise<void> => {
    const transport = createTransport({ host: '127.0.0.1', port });
    try {
      await transport.sendMail({ envelope: { from: 'mx@example.jp', to: [to] }, raw });
    } finally {
      transport.close();
    }
  };
  const pipe = (raw: string): { kind: string } => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [path.resolve('dist/apps/cli/main.js'), 'mail', 'bounce', '--json'],
      { input: raw, encoding: 'utf8', env: { ...process.env, DATABASE_URL: product.database.url } },
    );
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout) as { kind: string };
  };

  it('is failed with the server’s words when the report arrives by mail; the same report twice counts once', async () => {
    await deliver(BOUNCES, report(at(0), 'failed'));
    const failed = await letter(at(0));
    expect(failed).toMatchObject({ state: 'failed', bounceAnswer: '5.1.1 550 no such user' });
    expect(failed.history[0]?.outcome).toBe('bounced');
    expect(failed.bouncedAt).not.toBeNull();
    await deliver(BOUNCES, report(at(0), 'failed'));
    expect((await letter(at(0))).bouncedAt).toBe(failed.bouncedAt);
    const { rows } = await planner.get<{ rows: { id: string }[] }>('/api/letters?bounced=1');
    expect(rows.map(({ id }) => id)).toEqual([at(0)]);
    expect(await planner.get('/api/letters/setting')).toMatchObject({ bouncing: 1 });
  });

  it('is sent again as any failed one, and has not come back then', async () => {
    await planner.post('/api/letters/resend', { ids: [at(0)] });
    const sent = await until('it is sent again', async () => {
      const one = await letter(at(0));
      return one.state === 'sent' && one;
    });
    expect(sent.bouncedAt).toBeNull();
    expect(sent.history.map(({ outcome }) => outcome)).toEqual(['sent', 'bounced']);
  });

  it('stays sent while the server still tries', async () => {
    await deliver(BOUNCES, report(at(1), 'delayed'));
    expect(await letter(at(1))).toMatchObject({
      state: 'sent',
      bouncedAt: null,
      bounceAnswer: '4.4.1 550 no such user',
    });
  });

  it('is taken from a pipe, where what is none of ours is said and ignored', () => {
    expect(pipe(report(at(2), 'failed'))).toEqual({ kind: 'failed', letterId: at(2) });
    expect(pipe(report('00000000-0000-4000-8000-000000000000', 'failed')).kind).toBe('not_ours');
  });

  it('is reported to the bounce address alone, which relays nothing', async () => {
    await expect(deliver('mayor@aobagawa.example.jp', report(at(1), 'failed'))).rejects.toThrow('550');
    expect(await letter(at(1))).toMatchObject({ state: 'sent' });
  });
});
