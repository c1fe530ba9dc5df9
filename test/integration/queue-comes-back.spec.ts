import { expect, it } from '@jest/globals';
import { TcpProxy } from '../chaos/tcp-proxy.js';
import { cloneDatabase } from '../running/database.js';
import { until } from '../running/product.js';
import { postgresBackend } from '../running/queue-backends.js';
import { jobIs, startSmallWorker } from '../running/small-worker.js';

const NOBODY = 9;

it('a worker that starts while the database of its queue goes away takes up its work when it is back', async () => {
  const database = await cloneDatabase('empty');
  const address = new URL(database.url);
  const wire = await new TcpProxy(NOBODY).start();
  const outside = (await postgresBackend()).open(database.url);
  address.port = String(wire.port);
  const worker = await startSmallWorker(database, { env: { QUEUE_URL: address.href } });
  try {
    await until('it has seen that nobody answers', async () =>
      worker.lines.some((line) => line.includes('the queue does not answer')),
    );
    wire.target = Number(new URL(database.url).port);
    await outside.queue.add('slow', { ms: 1 }, { jobId: 'waits' });
    await jobIs(outside, 'waits', 'completed');
    await worker.stop();
    expect(await worker.exited).toEqual({ code: 0, signal: null });
  } finally {
    worker.kill('SIGKILL');
    await outside.close();
    await wire.stop();
    await database.drop();
  }
});
