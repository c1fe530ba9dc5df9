import http from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '#config';
import { QueueView, Stopping, WorkHealth } from '#jobs';
import { exposition } from '#trace';
import { mayReadMetrics } from '../metrics-access.js';

type Answer = { status: number; type: string; body: string };

const json = (status: number, value: object): Answer => ({
  status,
  type: status === 200 ? 'application/json' : 'application/problem+json',
  body: JSON.stringify(value),
});

/** A worker's own /health and /metrics, when it has a port. */
export async function listen(app: INestApplicationContext, config: Config): Promise<http.Server | undefined> {
  if (config.workerPort === undefined) return undefined;
  const [work, queue, stopping] = [app.get(WorkHealth), app.get(QueueView), app.get(Stopping)];

  const health = async (): Promise<Answer> => {
    const failed = stopping.signal.aborted
      ? [{ name: 'process', why: 'it was told to end' }]
      : await work.failures();
    return failed.length === 0
      ? json(200, { status: 'working' })
      : json(503, {
          type: 'urn:mawasu:problem:request.work_waits',
          title: 'Work waits',
          status: 503,
          code: 'request.work_waits',
          extra: { checks: failed },
        });
  };
  const metrics = async (request: http.IncomingMessage): Promise<Answer> => {
    if (!mayReadMetrics(request, config.metricsToken))
      return json(403, { status: 403, code: 'access.metrics' });
    const { type, text } = await exposition([...(await work.measures()), ...(await queue.measures())]);
    return { status: 200, type, body: text };
  };
  const answer = (request: http.IncomingMessage): Promise<Answer> => {
    const path = request.url?.split('?')[0];
    if (request.method === 'GET' && path === '/health') return health();
    if (request.method === 'GET' && path === '/metrics') return metrics(request);
    return Promise.resolve(json(404, { status: 404 }));
  };

  const server = http.createServer((request, response) => {
    void answer(request)
      .catch(() => json(503, { status: 503 }))
      .then(({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.workerPort, config.host, resolve);
  });
  return server;
}
