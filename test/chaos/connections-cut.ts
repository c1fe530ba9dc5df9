import { until } from '../running/product.js';
import { type Bar, type BarResult, judged, Problems } from './bar.js';
import { CountingSmtp } from './counting-smtp.js';
import { Installation, type Process } from './installation.js';
import { planManyDigests } from './many-digests.js';
import { ServerOfItsOwn } from './server-of-its-own.js';

const FLOWS_WITHIN_SECONDS = 15;
const RED_WITHIN_SECONDS = 30;

interface Outcome {
  readonly fault: string;
  /** From the end of the fault until a new letter arrived. */
  readonly flowsAfter: number | null;
  /** From the beginning of the fault until health told of it; null when it did not, or had no time to. */
  readonly redAfter: number | null;
}

const seconds = (since: number): number => Math.round((Date.now() - since) / 100) / 10;

/** Whether the installation says that work is done; `undefined` when it cannot be asked. */
async function health(city: Installation): Promise<'green' | 'red' | undefined> {
  const answer = await fetch(`${city.url}/health/work`, { signal: AbortSignal.timeout(8_000) }).catch(
    () => undefined,
  );
  if (!answer || answer.status === 404) return undefined;
  return answer.ok ? 'green' : 'red';
}

/** Plans one letter more and waits for it to arrive. */
async function letterFlows(city: Installation, smtp: CountingSmtp, limitMs: number): Promise<boolean> {
  const before = smtp.copies.length;
  const release = `update notice.letter set not_before = now()
    where id = (select id from notice.letter where state = 'planned' and not_before = 'infinity' order by id limit 1)`;
  const end = Date.now() + limitMs;
  await until(
    'the database takes a letter',
    () =>
      city.database.query(release).then(
        () => true,
        () => false,
      ),
    limitMs,
  );
  return until('a new letter has arrived', async () => smtp.copies.length > before, end - Date.now()).catch(
    () => false,
  );
}

async function apiAnswers(city: Installation, limitMs: number): Promise<boolean> {
  return until(
    'the API answers',
    async () =>
      (await fetch(`${city.url}/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined))
        ?.ok,
    limitMs,
  ).catch(() => false);
}

/** Waits for health to turn red while a fault lasts. */
async function redWhile(city: Installation, durationMs: number): Promise<number | null> {
  const began = Date.now();
  let redAfter: number | null = null;
  await until(
    'the fault is over',
    async () => {
      if (redAfter === null && (await health(city)) === 'red') redAfter = seconds(began);
      return Date.now() - began >= durationMs;
    },
    durationMs + 20_000,
    200,
  );
  return redAfter;
}

async function faults(
  server: ServerOfItsOwn,
  city: Installation,
  smtp: CountingSmtp,
  worker: Process,
  pauseMs: number,
): Promise<Outcome[]> {
  const found: Outcome[] = [];
  const measure = async (fault: string, redAfter: number | null): Promise<void> => {
    const began = Date.now();
    const limit = (FLOWS_WITHIN_SECONDS + 5) * 1_000;
    const [flows, answers] = await Promise.all([letterFlows(city, smtp, limit), apiAnswers(city, limit)]);
    found.push({ fault, flowsAfter: flows && answers ? seconds(began) : null, redAfter });
  };
  server.wire.cut();
  await measure('connections reset', null);

  await server.end('SIGINT');
  server.wire.cut();
  await server.startAgain();
  await measure('database restarted', null);

  await server.end('SIGQUIT');
  const redAfter = await redWhile(city, Math.min(pauseMs, 10_000));
  await server.startAgain();
  await measure('database away', redAfter);

  worker.child.kill('SIGSTOP');
  const red = await redWhile(city, pauseMs);
  worker.child.kill('SIGCONT');
  await measure('worker paused', red);
  return found;
}

/** A worker with one connection, over the same wire that is cut. */
async function naive(
  server: ServerOfItsOwn,
  city: Installation,
): Promise<{ flows: boolean; alive: boolean }> {
  await server.query('create schema naive');
  await server.query('create table naive.work (id serial primary key, done_at timestamptz)');
  const poller = await city.startScript('naive/poller-without-reconnect.ts');
  const done = async (limitMs: number): Promise<boolean> => {
    await server.query('insert into naive.work default values');
    return until(
      'work is done',
      async () => (await city.count('select count(*)::int as n from naive.work where done_at is null')) === 0,
      limitMs,
    ).catch(() => false);
  };
  if (!(await done(10_000))) throw new Error('the naive worker never worked');
  server.wire.cut();
  const flows = await done(FLOWS_WITHIN_SECONDS * 1_000);
  const alive = await Promise.race([poller.exited.then(() => false), Promise.resolve(true)]);
  await poller.stop();
  return { flows, alive };
}

/** `naive: false` leaves out the naive way, which is waited for in vain. */
export async function connectionsCut(pauseMs: number, { naive: withNaive = true } = {}): Promise<BarResult> {
  const problems = new Problems();
  const smtp = await new CountingSmtp().start();
  const server = await ServerOfItsOwn.start();
  const city = await Installation.on(server, { SMTP_URL: smtp.url, MAWASU_HEARTBEAT_MS: '2000' });
  try {
    await planManyDigests(server, 20);
    await server.query(`update notice.letter set not_before = 'infinity'`);
    const [worker] = await Promise.all([city.start('worker'), city.start('api')]);
    problems.expect(await letterFlows(city, smtp, 20_000), 'no letter flows before the faults');
    const hasHealth = (await health(city)) !== undefined;
    const plain = withNaive ? await naive(server, city) : { flows: false, alive: true };
    const found = await faults(server, city, smtp, worker, pauseMs);
    for (const { fault, flowsAfter } of found)
      problems.expect(flowsAfter !== null, `${fault}: no letter within ${FLOWS_WITHIN_SECONDS + 5} s`);
    const paused = found.find((one) => one.fault === 'worker paused');
    if (hasHealth && pauseMs > RED_WITHIN_SECONDS * 1_000)
      problems.expect(
        paused?.redAfter !== null && (paused?.redAfter ?? Infinity) <= RED_WITHIN_SECONDS,
        `a paused worker was told of after ${paused?.redAfter ?? 'more than its pause'} s`,
      );
    const ids = new Set(smtp.copies.map((copy) => copy.messageId));
    problems.equal('letters that arrived twice', smtp.copies.length - ids.size, 0);
    return judged(
      {
        bar: 'R8',
        value: Math.max(...found.map((one) => one.flowsAfter ?? Infinity)),
        limit: FLOWS_WITHIN_SECONDS,
        unit: 'seconds after the fault until work flows again, at the worst',
        naive: { failed: !plain.flows && plain.alive, ...plain },
        baseline:
          'a worker without reconnecting: alive, and no work done 15 s after its connection was reset',
        seen: {
          found,
          health: hasHealth ? 'asked' : 'there is no /health/work',
          pauseSeconds: pauseMs / 1000,
        },
      },
      problems.all,
    );
  } finally {
    await city.stop();
    await smtp.stop();
  }
}

export const CONNECTIONS_CUT: Bar = {
  name: 'R8',
  title: 'connections are reset, the database restarts, a worker is paused for two minutes',
  run: () => connectionsCut(120_000),
};
