import { fork } from 'node:child_process';
import path from 'node:path';
import { root } from './dependencies.mjs';

/** What Node has compiled once it keeps for the next start, which takes a third less then. Beside the bundle: a build ends both. */
const COMPILED = path.join(root, 'dist/bundle/compiled');

/**
 * Starts a Node child that reports `{ready}` over its channel; its lines go to `log`.
 * @param {string} script
 * @param {{args?: string[], env?: Record<string, string>, log?: (line: string) => void, detached?: boolean}} [options]
 */
export function startChild(
  script,
  { args = [], env = {}, log = () => {}, detached = process.platform !== 'win32' } = {},
) {
  const child = fork(script, args, {
    cwd: root,
    env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, ...env },
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Its own process group: Ctrl-C reaches the supervisor alone, which stops things in order.
    detached,
  });
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      tail = (tail + text).slice(-3000);
      for (const line of text.split('\n')) if (line.trim()) log(line);
    });
  }
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  const ready = new Promise((resolve, reject) => {
    child.on('message', (message) => message?.ready && resolve(message.ready));
    void exited.then(({ code }) =>
      reject(new Error(`it ended with ${code}: ${tail.trim().split('\n').slice(-6).join('\n')}`)),
    );
  });
  ready.catch(() => {});
  return {
    child,
    ready,
    exited,
    async stop(limitMs = 10_000) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
      await exited;
      clearTimeout(timer);
    },
  };
}
