import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestDatabase } from '../running/database.js';
import { waiting } from '../running/waits.js';
import { belongsToBar } from './belongings.js';
import { Onlooker } from './onlooker.js';
import { TcpProxy } from './tcp-proxy.js';
// Plain scripts that `npm start` uses too.
import { startChild } from '../../scripts/running/children.mjs';
import { startPostgres } from '../../scripts/running/embedded-postgres.mjs';

const root = path.resolve(import.meta.dirname, '../..');

interface Server {
  readonly port: number;
  readonly home: string;
  readonly data: string;
  readonly pid?: number | undefined;
  readonly exited: Promise<number | null>;
  url(database: string): string;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL that keeps what it promised (fsync is on), with the sample city, behind a wire whose address stays:
 * for scenarios in which the server stops and comes back.
 */
export class ServerOfItsOwn implements TestDatabase {
  private onlooker: Onlooker | undefined;

  private constructor(
    private readonly folder: string,
    private server: Server,
    readonly wire: TcpProxy,
  ) {}

  static async start(): Promise<ServerOfItsOwn> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'mawasu-fault-'));
    const server = (await startPostgres({ folder: path.join(folder, 'data') })) as Server;
    belongsToBar(() => server.stop());
    const client = new pg.Client({ connectionString: server.url('postgres') });
    await client.connect();
    await client.query('create database mawasu');
    await client.end();
    const own = new ServerOfItsOwn(folder, server, await new TcpProxy(server.port).start());
    belongsToBar(() => own.drop());
    const prepared = startChild(path.join(root, 'dist/apps/cli/prepare.js'), {
      env: { DATABASE_URL: own.url, SMTP_URL: 'smtp://127.0.0.1:9', MAWASU_SAMPLE_CITY: '1' },
    });
    const { code } = (await waiting('the sample city', prepared.exited)) as { code: number };
    if (code !== 0) await prepared.ready;
    return own;
  }

  get url(): string {
    return `postgres://postgres@127.0.0.1:${this.wire.port}/mawasu`;
  }

  /** Past the wire, for who measures. */
  get directUrl(): string {
    return this.server.url('mawasu');
  }

  /** Looks at rows past the wire. */
  async query<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    this.onlooker ??= new Onlooker(this.server.url('mawasu'));
    return this.onlooker.query<T>(text, values);
  }

  /** Lets everyone wait who writes into a table, until the server ends. */
  async hold(table: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.server.url('mawasu') });
    client.on('error', () => {});
    await client.connect();
    await client.query(`begin; lock table ${table} in share row exclusive mode`);
  }

  /** Whether somebody waits for a table that is held. */
  async isWaitedFor(table: string): Promise<boolean> {
    const waiting = await this.query('select 1 from pg_locks where not granted and relation = $1::regclass', [
      table,
    ]);
    return waiting.length > 0;
  }

  /** Ends the server: `SIGQUIT` as a crash does (immediate), `SIGINT` in order (fast). */
  async end(signal: 'SIGQUIT' | 'SIGINT'): Promise<void> {
    if (this.server.pid) process.kill(this.server.pid, signal);
    await waiting(`the database ends by ${signal}`, this.server.exited);
    await this.leave();
  }

  /** Starts it again on what lies on the disk. */
  async startAgain(): Promise<void> {
    const server = (await startPostgres({ folder: path.join(this.folder, 'data') })) as Server;
    belongsToBar(() => server.stop());
    this.server = server;
    this.wire.target = this.server.port;
    // Who asked in the meantime asked at the old port.
    await this.leave();
  }

  private async leave(): Promise<void> {
    const { onlooker } = this;
    this.onlooker = undefined;
    await onlooker?.leave();
  }

  async drop(): Promise<void> {
    await this.wire.stop();
    await waiting('the database ends', this.server.stop());
    await this.leave();
    rmSync(this.server.home, { recursive: true, force: true });
    rmSync(this.folder, { recursive: true, force: true });
  }
}
