import { Injectable } from '@nestjs/common';

/** Known to everything that loops: this process was told to end. What runs may be finished, nothing new is begun. */
@Injectable()
export class Stopping {
  private readonly controller = new AbortController();

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  begin(): void {
    this.controller.abort();
  }
}

/** Waits until all have ended, or until the limit; says whether they have. */
export async function endedWithin(work: readonly Promise<unknown>[], limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  try {
    return await Promise.race([Promise.allSettled(work).then(() => true as const), limit]);
  } finally {
    clearTimeout(timer);
  }
}
