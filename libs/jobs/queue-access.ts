/** Injection token of the `QueueBackend` of this process. */
export const QUEUE_BACKEND = Symbol('queue-backend');

const ANSWER_MS = 3_000;

/** Waits for a server's answer, but not for ever: one that is down must not hold a request or the heartbeat. */
export async function within<T>(answer: Promise<T>, limitMs = ANSWER_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
  });
  // Who comes too late is heard by nobody.
  answer.catch(() => {});
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
