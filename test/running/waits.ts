interface Wait {
  readonly what: string;
  readonly since: number;
}

const waits = new Set<Wait>();

/** Waits, and lets be known for what, so that whoever runs out of time can say it. */
export async function waiting<T>(what: string, promise: Promise<T>): Promise<T> {
  const wait = { what, since: Date.now() };
  waits.add(wait);
  try {
    return await promise;
  } finally {
    waits.delete(wait);
  }
}

/** What has been waited for since it began at `began` or later, and for how long. */
export const waitedFor = (began: number): string[] =>
  [...waits]
    .filter(({ since }) => since >= began)
    .map(({ what, since }) => `${what} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
