import { AsyncLocalStorage } from 'node:async_hooks';

type End = () => Promise<void>;

/** What a bar has started and what would outlive it: processes and servers. */
class Belongings {
  private readonly ends: End[] = [];
  private over = false;

  add(end: End): void {
    this.ends.push(end);
    if (!this.over) return;
    // A bar that was given up goes on without being asked; it must not begin anything.
    void end().catch(() => {});
    throw new Error('the time of this bar is over');
  }

  async end(): Promise<void> {
    this.over = true;
    // The newest first: who uses a server ends before it.
    for (const end of this.ends.splice(0).toReversed()) await end().catch(() => {});
  }
}

const current = new AsyncLocalStorage<Belongings>();
const all = new Set<Belongings>();
let interrupted = false;

/** Remembers how something that a bar started is ended, for the case that the bar itself cannot; may be asked of it twice. */
export const belongsToBar = (end: End): void => current.getStore()?.add(end);

/** Lets a bar run, and ends what it has left behind, in whatever way it comes to its end. */
export async function withBelongings<T>(run: () => Promise<T>): Promise<T> {
  if (interrupted) throw new Error('the run was interrupted');
  const belongings = new Belongings();
  all.add(belongings);
  try {
    return await current.run(belongings, run);
  } finally {
    await belongings.end();
    all.delete(belongings);
  }
}

/** Ends what all bars have started; none begins after that. */
export async function endBelongings(): Promise<void> {
  interrupted = true;
  await Promise.all([...all].map((belongings) => belongings.end()));
}
