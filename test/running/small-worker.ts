import path from 'node:path';
// Plain scripts that `npm start` uses too.
import { startChild } from '../../scripts/running/children.mjs';
import type { TestDatabase } from './database.js';
import { type Backend, type OutsideQueue } from './queue-backends.js';
import { until } from './product.js';

export interface SmallWorker {
  readonly exited: Promise<{ code: number | null; signal: string | null }>;
  readonly lines: readonly string[];
  /** How often it has told of an event, e.g. `began slow`. */
  told(event: string): number;
  kill(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
}

/** Starts a worker that knows the jobs `slow` ({ms}) and `failing`, or another program of this folder. */
export async function startSmallWorker(
  database: TestDatabase,
  backend: Pick<Backend, 'env'>,
  extra: Record<string, string> = {},
  program = 'worker-process.mjs',
): Promise<SmallWorker> {
  const lines: string[] = [];
  const told: string[] = [];
  const started = startChild(path.resolve(import.meta.dirname, program), {
    env: {
      DATABASE_URL: database.url,
      SMTP_URL: 'smtp://127.0.0.1:25',
      MAWASU_HEARTBEAT_MS: '300',
      ...backend.env,
      ...extra,
    },
    log: (line: string) => lines.push(line),
  });
  started.child.on('message', (event: Record<string, string>) =>
    told.push(Object.entries(event)[0]?.join(' ') ?? ''),
  );
  await started.ready;
  return {
    exited: started.exited as SmallWorker['exited'],
    lines,
    told: (event) => told.filter((one) => one === event).length,
    kill: (signal) => void started.child.kill(signal),
    stop: () => started.stop(),
  };
}

/** Waits until a job of the queue is in a state. */
export const jobIs = (outside: OutsideQueue, id: string, state: string): Promise<true> =>
  until(`job ${id} is ${state}`, async () => (await outside.queue.getJobState(id)) === state || undefined);
