import path from 'node:path';
import { cloneDatabase, type TestDatabase } from '../running/database.js';
import { until } from '../running/product.js';
import { waiting } from '../running/waits.js';
import { belongsToBar } from './belongings.js';
// Plain scripts that `npm start` uses too.
import { startChild } from '../../scripts/running/children.mjs';
import { freePort } from '../../scripts/running/embedded-postgres.mjs';

const root = path.resolve(import.meta.dirname, '../..');

export interface Process {
  readonly child: { readonly pid?: number | undefined; kill(signal?: NodeJS.Signals): boolean };
  readonly ready: Promise<unknown>;
  readonly exited: Promise<unknown>;
  stop(): Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

/** One installation on a database of its own, whose processes a scenario starts, kills and cuts off as it likes. */
export class Installation {
  /** Every line its processes printed. */
  readonly lines: string[] = [];
  private readonly started: Process[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly environment: Environment,
  ) {}

  static async of(template: string, environment: Environment): Promise<Installation> {
    return Installation.on(await cloneDatabase(template), environment);
  }

  /** On a database that the scenario made; `environment` may send its connections elsewhere. */
  static async on(database: TestDatabase, environment: Environment): Promise<Installation> {
    return new Installation(database, {
      DATABASE_URL: database.url,
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      MAWASU_SAMPLE_CITY: '1',
      MAWASU_HEARTBEAT_MS: '300',
      MAWASU_WEB_DIR: path.join(root, 'dist/apps/web'),
      ...environment,
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.environment['PORT']}`;
  }

  /** Starts one process and waits until it is ready, or with `wait: false` does not. */
  async start(name: 'api' | 'worker', extra: Environment = {}, wait = true): Promise<Process> {
    return this.fork(`dist/apps/${name}/main.js`, [], extra, wait);
  }

  /** Starts a script of this folder with the same settings, e.g. the naive way. */
  async startScript(script: string, args: readonly string[] = [], wait = true): Promise<Process> {
    return this.fork(path.join(import.meta.dirname, script), args, {}, wait);
  }

  private async fork(
    script: string,
    args: readonly string[],
    extra: Environment,
    wait: boolean,
  ): Promise<Process> {
    const process: Process = startChild(path.resolve(root, script), {
      args: [...args],
      env: { ...this.environment, ...extra },
      log: (line: string) => this.lines.push(line),
    });
    this.started.push(process);
    belongsToBar(() => killed(process));
    if (wait) await waiting(`${script} is ready`, process.ready);
    return process;
  }

  async count(text: string, values: unknown[] = []): Promise<number> {
    return (await this.database.query<{ n: number }>(text, values))[0]?.n ?? -1;
  }

  /** Sets business time by hand, as if the machine's clock had come to that moment. */
  async setTime(instant: Date): Promise<void> {
    await this.database.query(
      `update calendar.business_clock set offset_ms = (extract(epoch from $1::timestamptz - clock_timestamp()) * 1000)::bigint`,
      [instant],
    );
  }

  /** Waits until no letter is under way any more. */
  lettersSettled(limitMs = 30_000): Promise<boolean> {
    return until(
      'all letters have left',
      async () =>
        (await this.count(
          `select count(*)::int as n from notice.letter where state in ('planned', 'sending', 'uncertain')`,
        )) === 0,
      limitMs,
    );
  }

  /** The same, apart from letters that a scenario holds back until later. */
  lettersSettledExceptHeld(limitMs = 60_000): Promise<boolean> {
    return until(
      'all letters that may have left',
      async () =>
        (await this.count(
          `select count(*)::int as n from notice.letter
            where state in ('sending', 'uncertain') or (state = 'planned' and not_before < 'infinity')`,
        )) === 0,
      limitMs,
    );
  }

  /** The status with which the API answers whether the work is done. */
  async workHealth(): Promise<number> {
    return (await fetch(`${this.url}/health/work`)).status;
  }

  async stopAll(): Promise<void> {
    await Promise.all(this.started.splice(0).map((process) => process.stop()));
  }

  async stop(): Promise<void> {
    // A process that was stopped by a signal cannot end by one.
    for (const { child } of this.started) child.kill('SIGCONT');
    await this.stopAll();
    await this.database.drop();
  }
}

/** Ends a process as a power cut does. */
export async function killed(process: Process): Promise<void> {
  process.child.kill('SIGKILL');
  await waiting('a killed process ends', process.exited);
}
