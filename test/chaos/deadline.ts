import { waitedFor } from '../running/waits.js';

/** Fails when `work` has not ended in time, and says what it was waiting for. */
export async function withinSeconds<T>(limit: number, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const waits = waitedFor(began).join('; ') || 'nothing that is known';
      reject(new Error(`not at its end after ${limit} s, waiting for: ${waits}`));
    }, limit * 1_000);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
