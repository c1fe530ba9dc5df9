import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { build } from '../build.mjs';
import { startChild } from './children.mjs';
import { root, Stop } from './dependencies.mjs';
import { freePort, startPostgres } from './embedded-postgres.mjs';

const DATA = path.resolve(root, process.env.MAWASU_DATA_DIR ?? '.mawasu');
const PORT = Number(process.env.PORT ?? 3000);
const HOST = process.env.HOST ?? '127.0.0.1';
const RUN = path.join(DATA, 'run.json');
/** What runs may be finished for 30 s; who then still lives is killed. */
const STOP_MS = 40_000;
const NEEDED_BYTES = 300 * 1024 * 1024;

const say = (line) => console.log(`… ${line}`);
const stops = [];
let stopping = false;

function prepareFolder() {
  try {
    mkdirSync(DATA, { recursive: true });
    const { bavail, bsize } = statfsSync(DATA);
    if (bavail * bsize < NEEDED_BYTES)
      throw new Stop(
        `There is too little space on the disk of ${DATA} (300 MB are needed). Free some and run the command again.`,
      );
    writeFileSync(path.join(DATA, '.writable'), '');
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(
      `The data folder ${DATA} cannot be written (${error.code}). Give this user the right to write there, or set MAWASU_DATA_DIR.`,
    );
  }
}

function isOurs(pid, what) {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(what);
  } catch {
    return false;
  }
}

/** A killed run leaves its children; a living one keeps the folder. */
function dealWithEarlierRun() {
  if (!existsSync(RUN)) return;
  let run = {};
  try {
    run = JSON.parse(readFileSync(RUN, 'utf8'));
  } catch {
    // A half-written file says nothing.
  }
  if (run.pid && run.pid !== process.pid && isOurs(run.pid, 'supervisor.mjs')) {
    throw new Stop(`Mawasu is already running on this data folder: ${run.url}`);
  }
  for (const [pid, what] of Object.entries(run.children ?? {}))
    if (isOurs(Number(pid), what)) process.kill(Number(pid), 'SIGKILL');
  rmSync(RUN, { force: true });
}

function portIsFree(port) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) =>
      error.code === 'EADDRINUSE'
        ? resolve(false)
        : reject(new Stop(`Port ${port} cannot be used (${error.code}).`)),
    );
    probe.listen(port, HOST, () => probe.close(() => resolve(true)));
  });
}

async function database() {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  say('starting the database');
  const server = await startPostgres({ folder: path.join(DATA, 'postgres'), say });
  stops.unshift(() => server.stop());
  void server.exited.then(
    () => stopping || endWith(new Stop('The database has ended. Run the command again; the data is kept.')),
  );
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  const { rowCount } = await client.query("select 1 from pg_database where datname = 'mawasu'");
  if (rowCount === 0) await client.query('create database mawasu');
  await client.end();
  return server.url('mawasu');
}

async function mailServer() {
  if (process.env.SMTP_URL)
    return { smtpUrl: process.env.SMTP_URL, inbox: process.env.MAWASU_MAIL_INBOX_URL };
  const [smtp, web] = [await freePort(), await freePort()];
  const mail = startChild(path.join(root, 'scripts/running/mail-catcher.mjs'), {
    args: [String(smtp), String(web), path.join(DATA, 'mail')],
    log,
  });
  stops.unshift(() => mail.stop());
  await mail.ready;
  children[mail.child.pid] = 'mail-catcher.mjs';
  return { smtpUrl: `smtp://127.0.0.1:${smtp}`, inbox: `http://127.0.0.1:${web}` };
}

const children = {};
let logFile;
function log(line) {
  if (logFile !== undefined) writeSync(logFile, `${line}\n`);
}

/** One of API and worker; when it dies it is started again, and when it keeps dying the run ends with its words. */
async function service(name, env) {
  let deaths = 0;
  let current;
  let began = 0;
  const start = async () => {
    began = Date.now();
    current = startChild(path.join(root, `dist/apps/${name}/main.js`), { env, log });
    children[current.child.pid] = `apps/${name}/main.js`;
    writeRun();
    void current.exited.then(async ({ code, signal }) => {
      delete children[current.child.pid];
      if (stopping) return;
      deaths = Date.now() - began > 600_000 ? 1 : deaths + 1;
      if (deaths > 5)
        return endWith(
          new Stop(`The ${name} keeps ending (${signal ?? code}); see ${path.join(DATA, 'mawasu.log')}.`),
        );
      log(`the ${name} ended (${signal ?? code}) and is started again`);
      await new Promise((resolve) => setTimeout(resolve, 300 * deaths));
      if (!stopping) await start().catch(() => {});
    });
    return current.ready;
  };
  stops.unshift(() => current.stop(STOP_MS));
  try {
    return await start();
  } catch (error) {
    throw new Stop(`The ${name} does not start: ${error.message}`);
  }
}

const run = { pid: process.pid };
// A start that is refused must not remove the mark of the run that lives.
let marked = false;
function writeRun() {
  marked = true;
  writeFileSync(`${RUN}.new`, JSON.stringify({ ...run, children }, null, 1));
  renameSync(`${RUN}.new`, RUN);
}

let stopped;
/** Ctrl-C reaches the supervisor twice, from the terminal and from the runner: both wait for the one orderly end. */
function stopAll() {
  stopping = true;
  return (stopped ??= stopInOrder());
}

async function stopInOrder() {
  for (const stop of stops) await stop().catch(() => {});
  if (marked) rmSync(RUN, { force: true });
  if (logFile !== undefined) closeSync(logFile);
}

async function endWith(error) {
  await stopAll();
  if (!(error instanceof Stop)) {
    console.error(error);
    process.exit(1);
  }
  console.error(error.message);
  process.exit(1);
}

async function main() {
  prepareFolder();
  dealWithEarlierRun();
  if (!(await portIsFree(PORT)))
    throw new Stop(`Port ${PORT} is in use. End the other program, or choose another: PORT=3001 npm start`);
  writeRun();
  build(say);
  logFile = openSync(path.join(DATA, 'mawasu.log'), 'a');
  const databaseUrl = await database();
  const { smtpUrl, inbox } = await mailServer();
  const sample = process.env.MAWASU_SAMPLE_CITY ?? '1';
  const url = `http://${HOST}:${PORT}`;
  Object.assign(run, { url, databaseUrl, smtpUrl, inbox, queueUrl: process.env.QUEUE_URL });
  const env = {
    DATABASE_URL: databaseUrl,
    SMTP_URL: smtpUrl,
    HOST,
    PORT: String(PORT),
    MAWASU_SAMPLE_CITY: sample,
    MAWASU_WEB_DIR: path.join(root, 'dist/apps/web'),
    ...(inbox ? { MAWASU_MAIL_INBOX_URL: inbox } : {}),
  };
  say('preparing the tables and the sample city');
  const prepared = startChild(path.join(root, 'dist/apps/cli/prepare.js'), { env, log });
  const { code } = await prepared.exited;
  if (code !== 0) await prepared.ready;
  say('starting the server and the worker');
  await Promise.all([service('api', env), service('worker', env)]);
  writeRun();
  console.log(
    `Mawasu is ready: ${url}${sample === '1' ? '  (sign in with one button: choose a person on the first page)' : ''}`,
  );
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => void stopAll().then(() => process.exit(0)));
main().catch(endWith);
