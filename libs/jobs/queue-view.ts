import { Inject, Injectable } from '@nestjs/common';
import type { Measure } from '#trace';
import { QUEUE_BACKEND, within } from './queue-access.js';
import type { QueueBackend } from './queue.js';

const STATES = ['waiting', 'active', 'delayed', 'failed'] as const;

export type QueueDepth = Readonly<Record<(typeof STATES)[number], number>>;

/** How much waits in the queue; `null` when it does not answer, which holds up nothing but the bell. */
@Injectable()
export class QueueView {
  constructor(@Inject(QUEUE_BACKEND) private readonly backend: QueueBackend) {}

  get kind(): QueueBackend['kind'] {
    return this.backend.kind;
  }

  async depth(): Promise<QueueDepth | null> {
    try {
      const counts = await within(this.backend.queue.getJobCounts(...STATES, 'prioritized'));
      return {
        waiting: (counts['waiting'] ?? 0) + (counts['prioritized'] ?? 0),
        active: counts['active'] ?? 0,
        delayed: counts['delayed'] ?? 0,
        failed: counts['failed'] ?? 0,
      };
    } catch {
      return null;
    }
  }

  async measures(): Promise<Measure[]> {
    const depth = await this.depth();
    return [
      { name: 'mawasu_queue_up', help: 'Whether the queue answers', value: depth ? 1 : 0 },
      ...STATES.flatMap((state) =>
        depth
          ? [
              {
                name: 'mawasu_queue_jobs',
                help: 'Jobs in the queue by state',
                labels: { state },
                value: depth[state],
              },
            ]
          : [],
      ),
    ];
  }
}
