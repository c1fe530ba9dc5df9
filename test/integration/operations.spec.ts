import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Product, startProduct, until } from '../running/product.js';
import { type Backend, onBothBackends } from '../running/queue-backends.js';
import { Session } from '../running/session.js';
import { openBrowser, PHONE, signedIn } from '../story/browser.js';

interface DeadJobs {
  readonly total: number;
  readonly rows: { id: string; contract: string; state: string; requestId: string | null }[];
}

const SDK = pathToFileURL(path.resolve('test/running/sdk-of-the-operator.mjs')).href;
const SPANS = path.join(mkdtempSync(path.join(os.tmpdir(), 'mawasu-spans-')), 'spans');
const TELEMETRY = { MAWASU_OTEL: '1', NODE_OPTIONS: `--import ${SDK}`, SPANS };
const spans = (): Record<string, string | number | null>[] =>
  readFileSync(SPANS, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, string | number | null>);

onBothBackends((startBackend, name) =>
  describe('operations', () => {
    let backend: Backend;
    let product: Product;
    let browser: Browser;
    let planner: Session;
    let auditor: Session;

    beforeAll(async () => {
      backend = await startBackend();
      product = await startProduct('sample', {
        ...backend.env,
        ...(name === 'postgres' && TELEMETRY),
      });
      browser = await openBrowser();
      planner = await new Session(product.url).signIn('2003104');
      auditor = await new Session(product.url).signIn('1986139');
    });

    afterAll(async () => {
      await browser.close();
      await product.stop();
      await backend.stop();
      rmSync(path.dirname(SPANS), { recursive: true, force: true });
    });

    /** A job as the worker would have written it, whose cause was mended since. */
    const deadJob = async (contract: string): Promise<string> => {
      const [row] = await product.database.query<{ id: string }>(
        `insert into jobs.dead_job (contract, payload, error, queue_job_id, queued_at, attempts, request_id)
         values ($1, '{}', 'the mail server was away', gen_random_uuid(), now(), 3, 'request-of-old') returning id`,
        [contract],
      );
      return row?.id ?? '';
    };
    const stateOf = async (id: string): Promise<string | undefined> =>
      (await auditor.get<DeadJobs>('/api/operations/dead-jobs')).rows.find((row) => row.id === id)?.state;

    it('show workers, timetable and queue to the planner and the auditor', async () => {
      const seen = await until('the year has opened', async () => {
        const now = await auditor.get<{
          queue: { kind: string; depth: object | null };
          workers: { silent: boolean }[];
          timetable: { job: string; lastSlot: string | null; nextDue: string | null; late: boolean }[];
        }>('/api/operations');
        return now.timetable.every((line) => line.lastSlot !== null) ? now : undefined;
      });
      expect(seen.queue).toMatchObject({ kind: backend.name, depth: { failed: 0 } });
      expect(seen.workers.map((worker) => worker.silent)).toEqual([false]);
      expect(seen.timetable[0]).toMatchObject({
        job: 'open-review-cycles',
        lastSlot: '2022-03-31T15:05:00.000Z',
        nextDue: '2022-04-01T15:05:00.000Z',
        late: false,
      });
    });

    it('retry a dead job once, with who did it and by which request', async () => {
      const id = await deadJob('ring-timetable');
      expect((await auditor.send('POST', `/api/operations/dead-jobs/${id}/retry`)).status).toBe(403);
      const answers = await Promise.all([
        planner.send('POST', `/api/operations/dead-jobs/${id}/retry`),
        planner.send('POST', `/api/operations/dead-jobs/${id}/retry`),
      ]);
      expect(answers.map((answer) => answer.status).toSorted()).toEqual([204, 409]);
      expect(await stateOf(id)).toBe('retried');
      const requestId = answers.find((answer) => answer.status === 204)?.headers.get('x-request-id') ?? '';
      const audits = await product.database.query(
        `select action, person_id is not null as person, request_id from audit.audit_entry where subject_id = $1`,
        [id],
      );
      expect(audits).toEqual([{ action: 'dead_job.retried', person: true, request_id: requestId }]);
      const outside = backend.open(product.database.url);
      await until('the job was done, and knows its request', async () =>
        (await outside.queue.getCompleted()).some((job) => job.opts.telemetry?.metadata === requestId),
      );
      await outside.close();
    });

    // Nothing of it touches the queue.
    if (name === 'postgres') {
      it('dismiss one, and know none that is not there', async () => {
        const id = await deadJob('ring-timetable');
        expect((await planner.send('POST', `/api/operations/dead-jobs/${id}/dismiss`)).status).toBe(204);
        expect(await stateOf(id)).toBe('dismissed');
        const unknown = '00000000-0000-4000-8000-000000000000';
        expect((await planner.send('POST', `/api/operations/dead-jobs/${unknown}/retry`)).status).toBe(404);
      });

      it('have spans of requests, jobs, slots and letters where the operator wants them', async () => {
        await planner.get('/api/operations');
        const seen = await until('a letter has left', async () => {
          const now = spans();
          return now.some((span) => span['name'] === 'letter') && now;
        });
        const slot = { service: 'mawasu-worker', name: 'slot' };
        expect(seen).toEqual(
          expect.arrayContaining([
            expect.objectContaining({
              service: 'mawasu-api',
              name: 'GET /api/operations',
              parent: null,
              'http.response.status_code': 200,
            }),
            expect.objectContaining({ ...slot, 'mawasu.slot.job': 'open-review-cycles' }),
            expect.objectContaining({ service: 'mawasu-worker', name: 'letters taken' }),
          ]),
        );
        const id = await deadJob('ring-timetable');
        const { headers } = await planner.send('POST', `/api/operations/dead-jobs/${id}/retry`);
        const requestId = headers.get('x-request-id');
        await until('the job’s span knows its request', async () =>
          spans().some(
            (span) => span['name'] === 'job ring-timetable' && span['mawasu.request.id'] === requestId,
          ),
        );
        expect(spans()).toContainEqual(expect.objectContaining({ ...slot, parent: 'job ring-timetable' }));
      });

      it('keep the request id that a proxy gave, in answer and problem, and make one up for anything odd', async () => {
        const ask = async (given: string): Promise<{ header: string | null; body: string }> => {
          const answer = await fetch(`${product.url}/api/today`, { headers: { 'x-request-id': given } });
          const { requestId } = (await answer.json()) as { requestId: string };
          return { header: answer.headers.get('x-request-id'), body: requestId };
        };
        expect(await ask('proxy-0123456789')).toEqual({
          header: 'proxy-0123456789',
          body: 'proxy-0123456789',
        });
        const odd = await ask('x" } injected');
        expect(odd.header).toMatch(/^[0-9a-f-]{36}$/);
        expect(odd.body).toBe(odd.header);
      });

      it('are a page on which the planner retries a job and the auditor reads', async () => {
        const id = await deadJob('send-letters');
        const page = await signedIn(browser, product.url, '上田 大輔');
        await page.getByRole('link', { name: '運用', exact: true }).first().click();
        await page.getByRole('heading', { level: 1, name: '運用' }).waitFor();
        await page.getByText('the mail server was away').waitFor();
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        await page.getByRole('button', { name: 'メールを送るをやり直す' }).click();
        await page.getByText('メールを送るをもう一度行うよう受け付けました。').waitFor();
        await page.getByText('未対応の失敗はありません。').waitFor();
        expect(await stateOf(id)).toBe('retried');
        const reader = await signedIn(browser, product.url, '1986139|監査', PHONE);
        await reader.goto('/operations');
        await reader.getByRole('heading', { level: 2, name: '毎日の予定' }).waitFor();
        expect((await new AxeBuilder({ page: reader }).analyze()).violations).toEqual([]);
        expect(await reader.getByRole('button', { name: /やり直す$/ }).count()).toBe(0);
        expect(
          await reader.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          ),
        ).toBe(0);
        await page.context().close();
        await reader.context().close();
      });
    }

    it('have the queue’s board, which loads nothing from outside and may change the queue', async () => {
      const page = await signedIn(browser, product.url, '上田 大輔');
      const foreign: string[] = [];
      const refused: string[] = [];
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== product.url) foreign.push(request.url());
      });
      page.on('console', (message) => {
        if (message.type() === 'error') refused.push(message.text());
      });
      await page.goto('/operations/queue/queue/mawasu');
      await page.getByText('mawasu').first().waitFor();
      // Neither changes anything.
      expect(
        await page.evaluate(`Promise.all([
          fetch('/operations/queue/api/queues/nobodys/pause', { method: 'PUT' }),
          fetch('/operations/queue/', { method: 'HEAD' }),
        ]).then((answers) => answers.map((answer) => answer.status))`),
      ).toEqual([404, 200]);
      const audits = (): Promise<object[]> =>
        product.database.query(
          `select action, detail->>'address' as address, detail->'status' as status from audit.audit_entry
            where subject_kind = 'queue' and person_id is not null order by at, id`,
        );
      refused.splice(0);
      const status = await page.evaluate(
        `fetch('/operations/queue/api/queues/mawasu/pause', { method: 'PUT' }).then((answer) => answer.status)`,
      );
      expect(status).toBe(200);
      // An entry follows the answer, so the next change could overtake it.
      await until('the change has its entry', async () => (await audits()).length >= 1);
      await page.evaluate(`fetch('/operations/queue/api/queues/mawasu/resume', { method: 'PUT' })`);
      expect({ foreign, refused }).toEqual({ foreign: [], refused: [] });
      await until('both changes have their entries', async () => (await audits()).length >= 2);
      expect(await audits()).toEqual([
        { action: 'queue.changed_on_board', address: '/api/queues/mawasu/pause', status: 200 },
        { action: 'queue.changed_on_board', address: '/api/queues/mawasu/resume', status: 200 },
      ]);
      await page.context().close();
    });
  }),
);
