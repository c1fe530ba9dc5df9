import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startChild } from '../../scripts/running/children.mjs';
import { freePort } from '../../scripts/running/embedded-postgres.mjs';
import { cloneDatabase, type TestDatabase } from '../running/database.js';
import { until } from '../running/product.js';
import { type Backend, onBothBackends, type OutsideQueue } from '../running/queue-backends.js';
import { jobIs, startSmallWorker } from '../running/small-worker.js';

onBothBackends((startBackend) =>
  describe('a worker that is told to end', () => {
    let database: TestDatabase;
    let backend: Backend;
    let outside: OutsideQueue;

    beforeAll(async () => {
      database = await cloneDatabase('empty');
      backend = await startBackend();
      outside = backend.open(database.url);
    });

    afterAll(async () => {
      await outside.close();
      await backend.stop();
      await database.drop();
    });

    it('finishes what runs and begins nothing new', async () => {
      const worker = await startSmallWorker(database, backend);
      await outside.queue.add('slow', { ms: 1_500 }, { jobId: 'running' });
      await until('the job runs', async () => worker.told('began slow') === 1);
      worker.kill('SIGTERM');
      await until('it ends', async () => worker.lines.some((line) => line.includes('ending (SIGTERM)')));
      await outside.queue.add('slow', { ms: 1 }, { jobId: 'late' });
      expect(await worker.exited).toEqual({ code: 0, signal: null });
      expect(worker.told('done slow')).toBe(1);
      expect(await outside.queue.getJobState('running')).toBe('completed');
      expect(await outside.queue.getJobState('late')).toBe('waiting');
      expect(await database.query('select id from jobs.worker')).toEqual([]);
      await outside.queue.drain();
    });

    it('hands back what does not finish in time, and another worker takes it at once', async () => {
      const worker = await startSmallWorker(database, backend, { MAWASU_STOP_MS: '500' });
      await outside.queue.add('slow', { ms: 600_000 }, { jobId: 'endless' });
      await until('the job runs', async () => worker.told('began slow') === 1);
      const told = Date.now();
      worker.kill('SIGTERM');
      await worker.exited;
      expect(Date.now() - told).toBeLessThan(9_000);
      await jobIs(outside, 'endless', 'waiting');
      const next = await startSmallWorker(database, backend, { MAWASU_STOP_MS: '500' });
      await until('another begins it', async () => next.told('began slow') === 1, 10_000);
      next.kill('SIGKILL');
      await next.exited;
    });
  }),
);

describe('an API that is told to end', () => {
  it('says that it is not ready first, and answers what it has begun', async () => {
    const database = await cloneDatabase('sample');
    const port = await freePort();
    const api = startChild(path.resolve(import.meta.dirname, '../../dist/apps/api/main.js'), {
      env: {
        DATABASE_URL: database.url,
        SMTP_URL: 'smtp://127.0.0.1:25',
        PORT: String(port),
        MAWASU_SAMPLE_CITY: '1',
        MAWASU_DRAIN_MS: '1500',
      },
    });
    await api.ready;
    const ready = async (): Promise<number> =>
      (await fetch(`http://127.0.0.1:${port}/health/ready`, { headers: { connection: 'close' } })).status;
    expect(await ready()).toBe(200);
    // As browsers open one in advance: nothing was asked for on it, so nobody waits for it.
    const silent = net.connect(port, '127.0.0.1').on('error', () => undefined);
    const begun = halfARequest(port);
    api.child.kill('SIGTERM');
    await until('it is not ready', async () => (await ready()) === 503);
    expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
    await until('it has stopped listening', () =>
      ready().then(
        () => false,
        () => true,
      ),
    );
    begun.finish();
    expect(await begun.status).toMatch(/^HTTP\/1.1 4(01|22) /);
    expect(await api.exited).toEqual({ code: 0, signal: null });
    silent.destroy();
    await database.drop();
  });
});

/** A request whose body is still on its way. */
function halfARequest(port: number): { finish(): void; status: Promise<string | undefined> } {
  const body = JSON.stringify({ staffNumber: 'nobody', password: 'nothing that fits' });
  const socket = net.connect(port, '127.0.0.1');
  socket.write(
    `POST /api/session HTTP/1.1\r\nhost: x\r\nx-mawasu: 1\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
  );
  let answer = '';
  const status = new Promise<string | undefined>((resolve) => {
    socket.on('data', (part) => (answer += part.toString()));
    socket.on('close', () => resolve(answer.split('\r\n')[0]));
    socket.on('error', () => resolve(answer.split('\r\n')[0]));
  });
  return { finish: () => void socket.write(body.slice(5)), status };
}
