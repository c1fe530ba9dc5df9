import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../scripts/running/embedded-postgres.mjs';
import { whileAway } from '../running/database.js';
import { type Product, printed, startProduct, until } from '../running/product.js';
import { Session } from '../running/session.js';

const TOKEN = 'a-token-for-prometheus';
const TOKEN_OF_A_LETTER = 'c0ffee00-1234-4abc-8def-0123456789ab';

interface Health {
  readonly status: number;
  readonly body: { extra?: { checks: { name: string; why: string }[] } };
}

describe('health', () => {
  let product: Product;
  let workerPort: number;

  beforeAll(async () => {
    workerPort = await freePort();
    product = await startProduct('sample', {
      MAWASU_SILENT_SECONDS: '2',
      MAWASU_LATE_MINUTES: '0.05',
      MAWASU_METRICS_TOKEN: TOKEN,
      MAWASU_WORKER_PORT: String(workerPort),
    });
  });

  afterAll(async () => {
    product.worker.child.kill('SIGCONT');
    await product.stop();
  });

  const work = async (): Promise<Health> => {
    const answer = await fetch(`${product.url}/health/work`);
    return { status: answer.status, body: (await answer.json()) as Health['body'] };
  };
  const failed = ({ body }: Health): string[] => (body.extra?.checks ?? []).map((check) => check.name);
  const green = (): Promise<true> =>
    until('the work is healthy', async () => (await work()).status === 200 || undefined);
  const allHaveLeft = (): Promise<true> =>
    until('all letters have left', async () => {
      const [row] = await product.database.query<{ n: number }>(
        `select count(*)::int as n from notice.letter where state in ('planned', 'sending')`,
      );
      return row?.n === 0 || undefined;
    });
  const red = (...checks: string[]): Promise<Health> =>
    until(`red because of ${checks.join(' and ')}`, async () => {
      const now = await work();
      return (now.status === 503 && checks.every((check) => failed(now).includes(check))) || undefined
        ? now
        : undefined;
    });

  it('is green while a worker works, for the API and for the worker itself', async () => {
    await green();
    expect((await fetch(`http://127.0.0.1:${workerPort}/health`)).status).toBe(200);
    await allHaveLeft();
  });

  it('is red when the worker stands still although its process is there, and says what waits', async () => {
    product.worker.child.kill('SIGSTOP');
    await red('workers');
    const planner = await new Session(product.url).signIn('2003104');
    await planner.post('/api/clock', { date: '2022-04-04', hour: 9 });
    await product.database.query(
      `update notice.letter set state = 'planned', not_before = now() - interval '1 hour'
        where id = (select id from notice.letter limit 1)`,
    );
    const late = await red('workers', 'timetable', 'letters');
    expect(JSON.stringify(late.body)).toContain('plan-daily-letters is');
    expect(JSON.stringify(late.body)).not.toMatch(/@|postgres:/);
    expect((await fetch(`${product.url}/health/ready`)).status).toBe(200);
    expect((await fetch(`${product.url}/health/live`)).status).toBe(200);
  });

  it('is green again when the worker goes on', async () => {
    product.worker.child.kill('SIGCONT');
    await green();
    // Killed in the midst of letters it would leave them under its lease, which is late for longer than this suite waits.
    await allHaveLeft();
  });

  it('is red when the worker was killed, and green with the next one', async () => {
    product.worker.child.kill('SIGKILL');
    await product.worker.exited;
    await red('workers');
    await product.startWorker();
    await green();
  });

  it('is not ready on a database that lacks a migration', async () => {
    const [newest] = await product.database.query<{ timestamp: string; name: string }>(
      `delete from schema_migration where id = (select max(id) from schema_migration) returning timestamp, name`,
    );
    expect((await fetch(`${product.url}/health/ready`)).status).toBe(503);
    await product.database.query('insert into schema_migration (timestamp, name) values ($1, $2)', [
      newest?.timestamp,
      newest?.name,
    ]);
    expect((await fetch(`${product.url}/health/ready`)).status).toBe(200);
  });

  it('shows its numbers only to who has the token', async () => {
    const ask = (url: string, headers: Record<string, string>): Promise<Response> => fetch(url, { headers });
    const bearer = { authorization: `Bearer ${TOKEN}` };
    for (const url of [`${product.url}/metrics`, `http://127.0.0.1:${workerPort}/metrics`]) {
      expect((await ask(url, {})).status).toBe(403);
      expect((await ask(url, { authorization: 'Bearer something-else-here' })).status).toBe(403);
      const text = await (await ask(url, bearer)).text();
      for (const name of [
        'process_cpu_seconds_total',
        'mawasu_worker_heartbeat_age_seconds',
        'mawasu_database_up 1',
        'mawasu_letters{state="planned"}',
        'mawasu_letters_oldest_due_seconds',
        'mawasu_queue_jobs{state="waiting"}',
      ])
        expect({ url, name, there: text.includes(`\n${name}`) }).toEqual({ url, name, there: true });
    }
    expect(await (await ask(`${product.url}/metrics`, bearer)).text()).toMatch(
      /mawasu_http_request_seconds_count\{method="GET",route="\/health\/work",status="503"\} \d/,
    );
  });

  it('shows the numbers of the process also while the database is away', async () => {
    await whileAway(product.database, async () => {
      for (const url of [`${product.url}/metrics`, `http://127.0.0.1:${workerPort}/metrics`]) {
        const answer = await fetch(url, { headers: { authorization: `Bearer ${TOKEN}` } });
        const text = await answer.text();
        expect({ url, status: answer.status }).toEqual({ url, status: 200 });
        expect(text).toMatch(/^mawasu_database_up 0$/m);
        expect(text).toMatch(/^process_cpu_seconds_total \d/m);
        expect(text).not.toMatch(/^mawasu_letters\{/m);
      }
    });
    await green();
  });

  it('logs what breaks by its route, since an address may hold a token', async () => {
    await whileAway(product.database, async () => {
      expect((await fetch(`${product.url}/api/unsubscribe/${TOKEN_OF_A_LETTER}/state`)).status).toBe(500);
    });
    await until('the log names the route', async () =>
      printed().includes('GET /api/unsubscribe/:token/state'),
    );
    expect(printed()).not.toContain(TOKEN_OF_A_LETTER);
  });

  it('answers with problem documents on the worker’s port too, in the reader’s language', async () => {
    const answer = await fetch(`http://127.0.0.1:${workerPort}/nothing`, {
      headers: { 'accept-language': 'en', 'x-request-id': 'asked-1234' },
    });
    expect({ status: answer.status, body: await answer.json() }).toEqual({
      status: 404,
      body: {
        type: 'urn:mawasu:problem:request.no_such_address',
        title: 'There is nothing at this address. Please open it again from a list.',
        status: 404,
        code: 'request.no_such_address',
        requestId: 'asked-1234',
      },
    });
  });
});
