import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../../scripts/running/embedded-postgres.mjs';

/** Whether this machine can start a Redis. */
export const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

export interface TestRedis {
  readonly url: string;
  /** One command in Redis's own words, e.g. `FLUSHALL`. */
  ask(...words: string[]): Promise<string>;
  /** As a host that dies: no goodbye, and with its disk. */
  kill(): Promise<void>;
  /** Comes back on the same port, empty. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A Redis of its own, set as the product wants it. */
export async function startRedis(settings: readonly string[] = []): Promise<TestRedis> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mawasu-redis-'));
  let server: ChildProcess | undefined;
  const ask = (...words: string[]): Promise<string> => command(port, words);
  const start = async (): Promise<void> => {
    mkdirSync(folder, { recursive: true });
    server = spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes']
        .concat('--maxmemory-policy', 'noeviction', '--save', '')
        .concat(settings),
      { stdio: 'ignore' },
    );
    for (let tries = 0; (await ask('PING').catch(() => '')) !== '+PONG'; tries += 1) {
      if (tries > 200) throw new Error('redis-server does not answer');
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  const kill = async (): Promise<void> => {
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server?.kill('SIGKILL');
    await ended;
    server = undefined;
    rmSync(folder, { recursive: true, force: true });
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    ask,
    kill,
    start,
    stop: async () => {
      if (server) await kill();
    },
  };
}

function command(port: number, words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('error', reject);
    socket.once('data', (answer) => {
      socket.destroy();
      resolve(answer.toString().trim());
    });
    socket.write(`${words.join(' ')}\r\n`);
  });
}
