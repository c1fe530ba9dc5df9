import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cloneDatabase, type TestDatabase } from './database.js';
// Plain scripts that `npm start` uses too.
import { startChild } from '../../scripts/running/children.mjs';
import { freePort } from '../../scripts/running/embedded-postgres.mjs';

const root = path.resolve(import.meta.dirname, '../..');

export interface CaughtMail {
  readonly id: string;
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

/** The product as processes: API, worker and a mail server, on a database of their own. */
export interface Product {
  readonly url: string;
  readonly database: TestDatabase;
  readonly worker: Child;
  mails(): Promise<CaughtMail[]>;
  startWorker(): Promise<Child>;
  /** A replica beside the worker; who starts it stops it. */
  startSecondWorker(): Promise<Child>;
  stop(): Promise<void>;
}

const log: string[] = [];

function start(script: string, args: string[], env: Record<string, string>): Child {
  return startChild(path.join(root, script), { args, env, log: (line: string) => log.push(line) });
}

/** Starts the product; `template` is what its database begins with. With an `SMTP_URL` in `extra` it has no `mails()`. */
export async function startProduct(
  template: 'empty' | 'sample',
  extra: Record<string, string> = {},
): Promise<Product> {
  const database = await cloneDatabase(template);
  const [port, smtp, inbox] = [await freePort(), await freePort(), await freePort()];
  const started: Child[] = [];
  /** What was started ends with a start that fails, or it would keep the whole run alive. */
  const ready = async (child: Child): Promise<Child> => {
    started.push(child);
    try {
      await child.ready;
      return child;
    } catch (error) {
      await Promise.all(started.map((one) => one.stop()));
      throw error;
    }
  };
  const env = {
    DATABASE_URL: database.url,
    SMTP_URL: `smtp://127.0.0.1:${smtp}`,
    HOST: '127.0.0.1',
    PORT: String(port),
    MAWASU_SAMPLE_CITY: '1',
    MAWASU_HEARTBEAT_MS: '500',
    MAWASU_WEB_DIR: path.join(root, 'dist/apps/web'),
    ...extra,
  };
  const startWorker = (): Promise<Child> => ready(start('dist/apps/worker/main.js', [], env));
  // All at once, as an installation boots. Who brings a mail server of its own needs no other.
  const mail = extra['SMTP_URL']
    ? undefined
    : ready(start('scripts/running/mail-catcher.mjs', [String(smtp), String(inbox)], {}));
  const api = ready(start('dist/apps/api/main.js', [], env));
  const [worker] = await Promise.all([startWorker(), api, mail]);
  const product = {
    url: `http://127.0.0.1:${port}`,
    database,
    worker,
    startWorker: async () => (product.worker = await startWorker()),
    startSecondWorker: startWorker,
    mails: () => readMails(inbox),
    stop: async () => {
      await Promise.all([api, mail, product.worker].map(async (child) => (await child)?.stop()));
      await database.drop();
    },
  };
  return product;
}

async function readMails(inbox: number): Promise<CaughtMail[]> {
  const answer = await fetch(`http://127.0.0.1:${inbox}/api/email`);
  const mails = (await answer.json()) as (CaughtMail & { headers: Record<string, string> })[];
  return mails.map((mail) => ({ ...mail, messageId: mail.headers['message-id'] ?? '' }));
}

/** What the processes have printed, for a failing test. */
export const printed = (): string => log.slice(-60).join('\n');

/** Waits for a condition by asking again; never sleeps blindly. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  limitMs = 45_000,
  everyMs = 60,
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
