import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { QueueBackend } from './queue.js';

type Plugin = ReturnType<FastifyAdapter['registerPlugin']>;

/** Bull Board on the product's queue, as a Fastify plugin. It asks nobody who they are: whoever mounts it guards it. */
export function queueBoard(backend: QueueBackend, basePath: string): Plugin {
  const adapter = new FastifyAdapter();
  createBullBoard({
    queues: [new BullMQAdapter(backend.queue as never)],
    serverAdapter: adapter,
    options: {
      uiConfig: {
        boardTitle: 'Mawasu',
        locale: { lng: 'ja-JP' },
        pollingInterval: { forceInterval: 5 },
        miscLinks: [{ text: '運用 / Operations', url: '/operations' }],
        environment: undefined as never,
      },
    },
  });
  adapter.setBasePath(basePath);
  return adapter.registerPlugin();
}

/** Its page asks for a font from outside, which an intranet does not have and our policy refuses. */
export const withoutForeignFonts = (html: string): string =>
  html.replace(/<link[^>]+href="https?:\/\/[^>]*>/g, '');
