import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freePort } from '../../scripts/running/embedded-postgres.mjs';

const root = path.resolve(import.meta.dirname, '../..');

interface Run {
  readonly child: ChildProcess;
  readonly ready: Promise<string>;
  readonly ended: Promise<{ code: number | null; text: string }>;
}

/** `npm start` as a person types it, on a data folder of its own. */
function start(folder: string, port: number): Run {
  const child = spawn(process.execPath, [path.join(root, 'scripts/start.mjs')], {
    cwd: root,
    env: { ...process.env, MAWASU_DATA_DIR: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let text = '';
  let announce: (line: string) => void = () => {};
  const ready = new Promise<string>((resolve) => (announce = resolve));
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const line = /^Mawasu is ready: .*$/m.exec(text)?.[0];
      if (line) announce(line);
    });
  }
  const ended = new Promise<{ code: number | null; text: string }>((resolve) =>
    child.once('exit', (code) => resolve({ code, text })),
  );
  return { child, ready, ended };
}

describe('npm start', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mawasu-start-'));
  let port: number;
  let run: Run;

  beforeAll(async () => {
    port = await freePort();
    run = start(folder, port);
    await run.ready;
  });

  afterAll(async () => {
    run.child.kill('SIGINT');
    await run.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it('ends with one line that says where to look, and serves', async () => {
    expect(await run.ready).toContain(`http://127.0.0.1:${port}`);
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
    const page = await fetch(`http://127.0.0.1:${port}/sign-in`);
    expect(await page.text()).toContain('<div id="root"');
  });

  it('says in one sentence that the folder or the port is taken', async () => {
    const again = await start(folder, port).ended;
    expect(again).toMatchObject({
      code: 1,
      text: expect.stringContaining(
        `Mawasu is already running on this data folder: http://127.0.0.1:${port}`,
      ),
    });
    const other = mkdtempSync(path.join(os.tmpdir(), 'mawasu-port-'));
    const taken = await start(other, port).ended;
    rmSync(other, { recursive: true, force: true });
    expect(taken).toMatchObject({ code: 1, text: expect.stringContaining(`Port ${port} is in use.`) });
  });

  it('deals with what a killed run has left, and keeps the data', async () => {
    const { pid } = JSON.parse(readFileSync(path.join(folder, 'run.json'), 'utf8')) as { pid: number };
    process.kill(pid, 'SIGKILL');
    await run.ended;
    run = start(folder, port);
    await run.ready;
    const page = await fetch(`http://127.0.0.1:${port}/api/sign-in`);
    expect(((await page.json()) as { samplePeople: unknown[] }).samplePeople.length).toBeGreaterThan(5);
  });

  it('stops cleanly on Ctrl-C, which a terminal sends to every process at once', async () => {
    const { databaseUrl } = JSON.parse(readFileSync(path.join(folder, 'run.json'), 'utf8')) as {
      databaseUrl: string;
    };
    process.kill(-(run.child.pid ?? 0), 'SIGINT');
    expect((await run.ended).code).toBe(0);
    await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow();
    expect(existsSync(path.join(folder, 'run.json'))).toBe(false);
    const database = new pg.Client({ connectionString: databaseUrl });
    await expect(database.connect()).rejects.toThrow('ECONNREFUSED');
  });
});
