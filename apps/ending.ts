import type { INestApplicationContext } from '@nestjs/common';
import { log } from '#trace';

/** What closing takes beyond the time that running work has. */
const CLOSING_MS = 5_000;

/**
 * Ends the process in order on SIGTERM or SIGINT, and when whoever started it is gone. What does not end in time is
 * left: leases and locks run out, and others take it up.
 */
export function endInOrder(app: INestApplicationContext, limitMs: number): void {
  let ending = false;
  const end = (why: string): void => {
    if (ending) return;
    ending = true;
    log.info({ context: 'Process' }, `ending (${why})`);
    setTimeout(() => {
      log.warn({ context: 'Process' }, 'ended before everything was closed');
      process.exit(1);
    }, limitMs + CLOSING_MS).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ context: 'Process' }, String(error));
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(signal));
  // A child does not outlive whoever started it.
  process.once('disconnect', () => end('disconnect'));
}
