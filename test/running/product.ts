import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cloneDatabase, type TestDatabase } from './database.js';
import { type ReceivedMail, startSmtp } from './smtp.js';
import { waiting } from './waits.js';
// Plain scripts that `npm start` uses too.
import { startChild } from '../../scripts/running/children.mjs';
import { freePort } from '../../scripts/running/embedded-postgres.mjs';

const root = path.resolve(import.meta.dirname, '../..');

export interface CaughtMail {
  readonly to: readonly { readonly address: string }[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
}

interface Child {
  readonly child: { readonly pid?: number | undefined; kill(signal?: NodeJS.Signals): boolean };
  readonly ready: Promise<unknown>;
  readonly exited: Promise<unknown>;
  stop(): Promise<void>;
}

/** The API alone, for what needs neither worker nor mail. */
export interface Api {
  readonly url: string;
  readonly database: TestDatabase;
  stop(): Promise<void>;
}

/** The product as processes: API, worker and a mail server, on a database of their own. */
export interface Product extends Api {
  readonly worker: Child;
  mails(): Promise<CaughtMail[]>;
  startWorker(): Promise<Child>;
  /** A replica beside the worker; who starts it stops it. */
  startSecondWorker(): Promise<Child>;
}

const log: string[] = [];

/** What was started ends with a start that fails, or it would keep the whole run alive. */
class Started {
  private readonly children: Child[] = [];

  async ready(script: string, env: Record<string, string>): Promise<Child> {
    const child = startChild(path.join(root, script), { env, log: (line: string) => log.push(line) });
    this.children.push(child);
    try {
      await child.ready;
      return child;
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.children.map((child) => child.stop()));
  }
}

async function environment(
  database: TestDatabase,
  smtpUrl: string,
  extra: Record<string, string>,
): Promise<{ readonly url: string; readonly env: Record<string, string> }> {
  const port = await freePort();
  const env = {
    DATABASE_URL: database.url,
    SMTP_URL: smtpUrl,
    HOST: '127.0.0.1',
    PORT: String(port),
    MAWASU_SAMPLE_CITY: '1',
    MAWASU_HEARTBEAT_MS: '500',
    MAWASU_WEB_DIR: path.join(root, 'dist/apps/web'),
    ...extra,
  };
  return { url: `http://127.0.0.1:${port}`, env };
}

const API = 'dist/apps/api/main.js';
const WORKER = 'dist/apps/worker/main.js';

/** Starts the API; `template` is what its database begins with. */
export async function startApi(
  template: 'empty' | 'sample',
  extra: Record<string, string> = {},
): Promise<Api> {
  const database = await cloneDatabase(template);
  const { url, env } = await environment(database, 'smtp://127.0.0.1:9', extra);
  const started = new Started();
  await started.ready(API, env);
  const stop = async (): Promise<void> => {
    await started.stop();
    await database.drop();
  };
  return { url, database, stop };
}

/** Starts the product; `template` is what its database begins with. With an `SMTP_URL` in `extra` it has no `mails()`. */
export async function startProduct(
  template: 'empty' | 'sample',
  extra: Record<string, string> = {},
): Promise<Product> {
  const database = await cloneDatabase(template);
  const smtp = await startSmtp();
  const { url, env } = await environment(database, smtp.url, extra);
  const started = new Started();
  const startWorker = (): Promise<Child> => started.ready(WORKER, env);
  // All at once, as an installation boots.
  const [worker] = await Promise.all([startWorker(), started.ready(API, env)]);
  const read = new Map<ReceivedMail, Promise<CaughtMail>>();
  const product = {
    url,
    database,
    worker,
    startWorker: async () => (product.worker = await startWorker()),
    startSecondWorker: startWorker,
    mails: () =>
      Promise.all(
        smtp.mails.map((mail) => {
          const caught = read.get(mail) ?? caughtMail(mail);
          read.set(mail, caught);
          return caught;
        }),
      ),
    stop: async () => {
      await started.stop();
      await smtp.stop();
      await database.drop();
    },
  };
  return product;
}

async function caughtMail(mail: ReceivedMail): Promise<CaughtMail> {
  const { subject = '', text = '', html } = await mail.parsed();
  return {
    to: mail.to.map((address) => ({ address })),
    subject,
    text,
    html: html || '',
    messageId: mail.messageId,
  };
}

/** What the processes have printed, for a failing test. */
export const printed = (): string => log.slice(-60).join('\n');

/** Waits for a condition by asking again; never sleeps blindly. */
export const until = <T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  limitMs = 45_000,
  everyMs = 60,
): Promise<T> => waiting(what, askedAgain(what, ask, limitMs, everyMs));

async function askedAgain<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  limitMs: number,
  everyMs: number,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited ${limitMs} ms for: ${what}\n${printed()}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

export const fixture = (name: string): string => readFileSync(path.join(root, 'test/fixtures', name), 'utf8');
