import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { createPostgresBackend, withBackend } from 'bullmq';
import { simpleParser } from 'mailparser';
import pg from 'pg';
import { startChild } from '../scripts/running/children.mjs';
import { type Bar, barOf, type BarResult, judged, Problems } from '../test/chaos/bar.js';
import { CountingSmtp } from '../test/chaos/counting-smtp.js';
import { Installation } from '../test/chaos/installation.js';
import { planManyDigests } from '../test/chaos/many-digests.js';
import { ServerOfItsOwn } from '../test/chaos/server-of-its-own.js';
import { until } from '../test/running/product.js';

const CONNECTIONS = 5;
const LEAST_RATIO = 0.7;
const WARM_UP = 200;
const NAIVE_LETTERS = 200;
const root = path.resolve(import.meta.dirname, '..');
/** Forked scripts of this folder are TypeScript too. */
const NODE_OPTIONS = `--experimental-transform-types --no-warnings --import ${path.join(root, 'scripts/running/typescript.mjs')}`;

type Sizes = {
  readonly letters: number;
  /** Product and bare pool in turn, each with its share of the letters. */
  readonly pairs: number;
};

interface Body {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
};

/** Letters of the product, taken from the wire, for the bare pool to send. */
async function bodiesOf(city: Installation): Promise<Body[]> {
  const smtp = await new CountingSmtp(undefined, true).start();
  try {
    await release(city, WARM_UP);
    const worker = await city.start('worker', { SMTP_URL: smtp.url });
    await city.lettersSettledExceptHeld();
    await worker.stop();
    const mails = await Promise.all(smtp.raw.map((raw) => simpleParser(raw)));
    return mails.map(({ subject = '', html, text = '' }) => ({ subject, html: html || '', text }));
  } finally {
    await smtp.stop();
  }
}

/** Lets some of the held letters go. */
async function release(city: Installation, letters: number): Promise<void> {
  await city.database.query(
    `update notice.letter set not_before = now()
      where id in (select id from notice.letter where state = 'planned' and not_before > now() order by id limit $1)`,
    [letters],
  );
}

/** Rings for due letters from outside, as the API does. */
class Bell {
  private readonly pool: pg.Pool;
  private readonly queue;

  constructor(databaseUrl: string) {
    this.pool = new pg.Pool({
      connectionString: databaseUrl,
      options: '-c search_path=bullmq',
      max: 1,
    });
    this.queue = new (withBackend(createPostgresBackend).Queue)('mawasu', { connection: this.pool } as never);
  }

  async ring(): Promise<void> {
    await this.queue.add('send-letters', {});
  }

  async close(): Promise<void> {
    await this.queue.close();
    await this.pool.end();
  }
}

interface Sender {
  /** Gives it all it has to send; resolves when it has been told. */
  begin(): Promise<void>;
  end(): Promise<void>;
}

/** Runs one sender against a fresh mail server; letters a second from the moment it was told until its last. */
async function rate(letters: number, start: (smtpUrl: string) => Promise<Sender>): Promise<number> {
  const sink = startChild(path.join(root, 'bench/mail-sink.ts'), { env: { NODE_OPTIONS } }) as {
    child: ChildProcess;
    ready: Promise<string>;
    stop(): Promise<void>;
  };
  const report = (): Promise<{ count: number; last: number }> =>
    new Promise((resolve) => {
      sink.child.once('message', (told) => resolve(told as { count: number; last: number }));
      sink.child.send('report');
    });
  try {
    const sender = await start(await sink.ready);
    await sender.begin();
    const began = Date.now();
    const seen = await until(
      'all letters have arrived',
      async () => {
        const told = await report();
        return told.count >= letters && told;
      },
      180_000,
      100,
    );
    await sender.end();
    return (seen.count * 1000) / (seen.last - began);
  } finally {
    await sink.stop();
  }
}

const productRate = (city: Installation, bell: Bell, letters: number): Promise<number> =>
  rate(letters, async (SMTP_URL) => {
    const worker = await city.start('worker', { SMTP_URL });
    return {
      begin: async () => {
        await release(city, letters);
        await bell.ring();
      },
      end: async () => {
        await city.lettersSettledExceptHeld();
        await worker.stop();
      },
    };
  });

const bareRate = (file: string, letters: number, connections: number, way = ''): Promise<number> =>
  rate(letters, async (SMTP_URL) => {
    const sender = startChild(path.join(root, 'bench/bare-mailer.ts'), {
      args: [file, String(letters), String(connections), way],
      env: { NODE_OPTIONS, SMTP_URL },
    }) as { child: ChildProcess; ready: Promise<unknown>; exited: Promise<unknown> };
    await sender.ready;
    return {
      begin: async () => void sender.child.send('begin'),
      end: async () => void (await sender.exited),
    };
  });

export async function managerDigests({ letters, pairs }: Sizes): Promise<BarResult> {
  const problems = new Problems();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mawasu-bench-'));
  // Durable, as installations are: what is marked is on the disk.
  const server = await ServerOfItsOwn.start();
  // The heartbeat as installations have it: those of the scenarios are faster, so that faults show soon.
  const city = await Installation.on(server, {
    DATABASE_URL: server.directUrl,
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAWASU_HEARTBEAT_MS: '15000',
  });
  const bell = new Bell(server.directUrl);
  try {
    await planManyDigests(city.database, letters + WARM_UP);
    await city.database.query(`update notice.letter set not_before = 'infinity'`);
    const bodies = await bodiesOf(city);
    const file = path.join(folder, 'bodies.json');
    writeFileSync(file, JSON.stringify(bodies));
    const share = Math.floor(letters / pairs);
    const found: { product: number; bare: number; encoded: number }[] = [];
    for (let pair = 0; pair < pairs; pair++) {
      const product = await productRate(city, bell, share);
      const bare = await bareRate(file, share, CONNECTIONS);
      // Told to encode texts as the product does, it sends half the bytes and is harder to follow.
      const encoded = await bareRate(file, share, CONNECTIONS, 'base64');
      found.push({ product, bare, encoded });
    }
    // One letter after the other, each over a connection of its own.
    const naive = await bareRate(file, Math.min(share, NAIVE_LETTERS), 1, 'unpooled');
    const naiveRatio = naive / median(found.map((one) => one.bare));
    const sent = await city.count(`select count(*)::int as n from notice.letter where state = 'sent'`);
    problems.equal('letters marked as sent', sent, share * pairs + WARM_UP);
    const ratios = found.map(({ product, bare }) => product / bare);
    const ratio = Math.round(median(ratios) * 1000) / 1000;
    const alike = median(found.map(({ product, encoded }) => product / encoded)).toFixed(2);
    const short = (values: readonly number[]): number[] =>
      values.map((value) => Math.round(value * 100) / 100);
    if (ratio < LEAST_RATIO) problems.expect(false, `${ratio} is below ${LEAST_RATIO}`);
    // The limit is a least one, so the bar is judged by what is missing to it.
    const result = judged(
      {
        bar: 'P3',
        sizes: { letters, pairs },
        value: Math.max(0, LEAST_RATIO - ratio),
        limit: 0,
        unit: 'ratio',
        naive: {
          failed: naiveRatio < LEAST_RATIO,
          ratio: Math.round(naiveRatio * 1000) / 1000,
          way: 'a connection for every letter',
        },
        baseline: `bare nodemailer pool, ${CONNECTIONS} connections: ${Math.round(median(found.map((one) => one.bare)))} letters a second; ratio to one that is told to encode in base64 as the product does: ${alike}`,
        seen: {
          ratios: short(ratios),
          spread: short([Math.min(...ratios), Math.max(...ratios)]),
          productPerSecond: Math.round(median(found.map((one) => one.product))),
          bytesOfABody: Math.round(JSON.stringify(bodies).length / bodies.length),
          pairs,
          letters: share * pairs,
        },
      },
      problems.all,
    );
    return { ...result, value: ratio, limit: LEAST_RATIO };
  } finally {
    await bell.close();
    await city.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const MANAGER_DIGESTS: Bar = barOf({
  name: 'P3',
  title: '10,000 manager digests, gathered, rendered, sent and marked',
  declared: { letters: 10_000, pairs: 5 },
  small: { letters: 500, pairs: 1 },
  run: managerDigests,
});
