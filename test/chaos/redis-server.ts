import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { until } from '../running/product.js';
import { belongsToBar } from './belongings.js';
import { freePort } from '../../scripts/running/embedded-postgres.mjs';

/** Whether this machine has a Redis server; without one the scenarios that need it run on PostgreSQL alone. */
export const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

/** A Redis server with its files in a folder of its own, which can be taken away. */
export class RedisServer {
  private process: ChildProcess | undefined;
  private folder = '';
  private port = 0;

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<this> {
    this.port ||= await freePort();
    this.folder = mkdtempSync(path.join(os.tmpdir(), 'mawasu-redis-'));
    const options = ['--port', String(this.port), '--bind', '127.0.0.1', '--appendonly', 'yes', '--save', ''];
    this.process = spawn('redis-server', [...options, '--dir', this.folder], { stdio: 'ignore' });
    belongsToBar(() => this.destroy());
    await until('Redis answers', async () => (await this.command('PING')).startsWith('+PONG'), 10_000);
    return this;
  }

  /** Forgets everything it holds. */
  async flush(): Promise<void> {
    await this.command('FLUSHALL');
  }

  /** Whether any schedule is known to the product's queue. */
  async hasScheduler(): Promise<boolean> {
    return /^:[1-9]/.test(await this.command('ZCARD bull:mawasu:repeat'));
  }

  /** Goes away at once, and what it kept with it. */
  async destroy(): Promise<void> {
    const { process } = this;
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    process.kill('SIGKILL');
    await once(process, 'exit');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private command(word: string): Promise<string> {
    return new Promise((resolve) => {
      const socket = net.connect(this.port, '127.0.0.1', () => socket.write(`${word}\r\n`));
      socket.once('data', (answer) => {
        resolve(answer.toString());
        socket.destroy();
      });
      socket.once('error', () => resolve(''));
    });
  }
}
