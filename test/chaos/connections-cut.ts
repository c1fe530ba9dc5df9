import { until } from '../running/product.js';
import type { Session } from '../running/session.js';
import { City } from '../story/city.js';
import { type Bar, barOf, type BarResult, judged, Problems } from './bar.js';
import { CountingSmtp } from './counting-smtp.js';
import { Installation, type Process } from './installation.js';
import { planManyDigests } from './many-digests.js';
import { ServerOfItsOwn } from './server-of-its-own.js';
import { sleepingHolder, type TakenOver } from './sleeping-holder.js';
import { isGreen, toldByHealth } from './told-by-health.js';

const FLOWS_WITHIN_SECONDS = 15;
const RED_WITHIN_SECONDS = 30;

type Sizes = {
  /** How long the worker stands still: in a full run its whole two minutes. */
  readonly pauseSeconds: number;
  /** How long the database is away. */
  readonly awaySeconds: number;
  /** After how many seconds without a worker health is to tell; as the product is set when nobody sets it: 25. */
  readonly silentSeconds: number;
  /** How often a worker looks for what is due; as the product is set when nobody sets it: 15 s. */
  readonly heartbeatMs: number;
  /** Whether a worker also falls asleep beside one that is awake, which takes as long as its lock lives on. */
  readonly besideAnother: boolean;
  /** Whether the naive way runs too, which is waited for in vain. */
  readonly naive: boolean;
};

interface Scene {
  readonly server: ServerOfItsOwn;
  readonly city: Installation;
  readonly smtp: CountingSmtp;
  readonly worker: Process;
  readonly planner: Session;
}

interface Outcome {
  readonly fault: string;
  /** From the end of the fault until a new letter arrived. */
  readonly flowsAfter: number | null;
  /** For how long the fault itself lasted. */
  readonly lasted: number;
  /** From the beginning of the fault until health told of it; null when it did not while the fault lasted. */
  readonly redAfter: number | null;
}

const seconds = (since: number): number => Math.round((Date.now() - since) / 100) / 10;

/** Lets the planner send one more of the letters that had failed, and waits for it to arrive. */
async function letterFlows(
  city: Installation,
  planner: Session,
  smtp: CountingSmtp,
  limitMs: number,
): Promise<boolean> {
  const before = smtp.copies.length;
  const end = Date.now() + limitMs;
  const next = `select id from notice.letter where state = 'failed' order by id limit 1`;
  const [letter] = await city.database.query<{ id: string }>(next);
  await until(
    'the letter is to go out again',
    async () => {
      const body = { ids: [letter?.id] };
      const answer = await planner.send('POST', '/api/letters/resend', body).catch(() => undefined);
      // It was taken, and only the answer got lost.
      return answer?.status === 200 || answer?.status === 409;
    },
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

/** Lets a fault last, and notes when health tells of it by that check, or by any. */
async function lasting(
  city: Installation,
  durationSeconds: number,
  check?: string,
): Promise<{ lasted: number; redAfter: number | null }> {
  const durationMs = durationSeconds * 1_000;
  const began = Date.now();
  let redAfter: number | null = null;
  await until(
    'the fault is over',
    async () => {
      const told = await toldByHealth(city.url);
      if (check === undefined ? told?.length : told?.includes(check)) redAfter ??= seconds(began);
      return Date.now() - began >= durationMs;
    },
    durationMs + 20_000,
    200,
  );
  return { lasted: seconds(began), redAfter };
}

async function faults(
  { server, city, smtp, worker, planner }: Scene,
  { awaySeconds, pauseSeconds }: Sizes,
): Promise<Outcome[]> {
  const found: Outcome[] = [];
  const measure = async (
    fault: string,
    during = { lasted: 0, redAfter: null as number | null },
  ): Promise<void> => {
    const began = Date.now();
    const limit = (FLOWS_WITHIN_SECONDS + 5) * 1_000;
    const [flows, answers] = await Promise.all([
      letterFlows(city, planner, smtp, limit),
      apiAnswers(city, limit),
    ]);
    found.push({ fault, flowsAfter: flows && answers ? seconds(began) : null, ...during });
  };
  server.wire.cut();
  await measure('connections reset');

  await server.end('SIGINT');
  server.wire.cut();
  await server.startAgain();
  await measure('database restarted');

  await server.end('SIGQUIT');
  const away = await lasting(city, awaySeconds);
  await server.startAgain();
  await measure('database away', away);
  await until('health is green again', () => isGreen(city.url));

  worker.child.kill('SIGSTOP');
  const paused = await lasting(city, pauseSeconds, 'workers');
  worker.child.kill('SIGCONT');
  await measure('worker paused', paused);
  await until('health is green at the end', () => isGreen(city.url));
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

/** What of it broke the promise: work flows again soon after each fault, and none that lasts is passed over in silence. */
function judgeFaults(found: readonly Outcome[], problems: Problems): void {
  for (const { fault, flowsAfter, lasted, redAfter } of found) {
    problems.expect(
      flowsAfter !== null && flowsAfter <= FLOWS_WITHIN_SECONDS,
      `${fault}: work flowed ${flowsAfter === null ? 'not at all' : `after ${flowsAfter} s`}`,
    );
    if (lasted > 0)
      problems.expect(
        redAfter !== null && redAfter <= RED_WITHIN_SECONDS,
        `${fault}: it lasted ${lasted} s, and health told of it ${redAfter === null ? 'never' : `after ${redAfter} s`}`,
      );
  }
}

/** Nobody is silent and green for long: another takes over, or health tells. */
function judgeTakenOver({ flowsAfter, redAfter }: TakenOver, problems: Problems): void {
  problems.expect(
    Math.min(flowsAfter ?? Infinity, redAfter ?? Infinity) <= RED_WITHIN_SECONDS,
    `a worker fell asleep with the timetable: another took over after ${flowsAfter} s, health told after ${redAfter} s`,
  );
}

export async function connectionsCut(sizes: Sizes): Promise<BarResult> {
  const problems = new Problems();
  const smtp = await new CountingSmtp().start();
  const server = await ServerOfItsOwn.start();
  const environment = {
    MAWASU_HEARTBEAT_MS: String(sizes.heartbeatMs),
    MAWASU_SILENT_SECONDS: String(sizes.silentSeconds),
  };
  const city = await Installation.on(server, { SMTP_URL: smtp.url, ...environment });
  try {
    await planManyDigests(server, 20);
    await server.query(`update notice.letter set state = 'failed'`);
    const [worker] = await Promise.all([city.start('worker'), city.start('api')]);
    const planner = await new City({ url: city.url, database: server }).planner();
    problems.expect(await letterFlows(city, planner, smtp, 20_000), 'no letter flows before the faults');
    await until('health is green before the faults', () => isGreen(city.url));
    const plain = sizes.naive ? await naive(server, city) : undefined;
    // The other installation is at rest most of the time, as this one is.
    const [found, takenOver] = await Promise.all([
      faults({ server, city, smtp, worker, planner }, sizes),
      sizes.besideAnother ? sleepingHolder(environment, RED_WITHIN_SECONDS + 10) : undefined,
    ]);
    judgeFaults(found, problems);
    if (takenOver) judgeTakenOver(takenOver, problems);
    const ids = new Set(smtp.copies.map((copy) => copy.messageId));
    problems.equal('letters that arrived twice', smtp.copies.length - ids.size, 0);
    return judged(
      {
        bar: 'R8',
        sizes,
        value: Math.max(...found.map((one) => one.flowsAfter ?? Infinity)),
        limit: FLOWS_WITHIN_SECONDS,
        unit: 'seconds after the fault until work flows again, at the worst',
        naive: plain ? { failed: !plain.flows && plain.alive, ...plain } : null,
        baseline: plain
          ? `a worker without reconnecting: ${plain.alive ? 'alive' : 'gone'}, and ${plain.flows ? 'some' : 'no'} work done 15 s after its connection was reset`
          : 'left out',
        seen: { faults: found, pausedSeconds: found.at(-1)?.lasted, takenOver },
      },
      problems.all,
    );
  } finally {
    await city.stop();
    await smtp.stop();
  }
}

export const CONNECTIONS_CUT: Bar = barOf({
  name: 'R8',
  title: 'connections are reset, the database restarts, a worker is paused, also beside one that is awake',
  declared: {
    pauseSeconds: 120,
    awaySeconds: 10,
    silentSeconds: 25,
    heartbeatMs: 15_000,
    besideAnother: true,
    naive: true,
  },
  small: {
    pauseSeconds: 5,
    awaySeconds: 3,
    silentSeconds: 2,
    heartbeatMs: 500,
    besideAnother: false,
    naive: false,
  },
  run: connectionsCut,
});
