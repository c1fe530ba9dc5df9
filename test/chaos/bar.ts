import { withBelongings } from './belongings.js';
import { withinSeconds } from './deadline.js';

/** A bar that has not ended by then has failed; the longest takes half of it. */
const LIMIT_SECONDS = 300;
/** Before the test run itself loses its patience. */
const SMALL_LIMIT_SECONDS = 130;

/** What one bar found: the product's number beside its limit, and that the naive way misses it. */
export interface BarResult {
  readonly bar: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: string;
  readonly pass: boolean;
  /** How much was done: letters, kills, hands and the like. */
  readonly sizes: Sizes;
  /** The naive way beside it, in the same run; unless it fails, the bar proves nothing. `null`: it did not run. */
  readonly naive: ({ readonly failed: boolean } & Readonly<Record<string, unknown>>) | null;
  readonly baseline: string;
  /** Other numbers a reader wants to see. */
  readonly seen?: Readonly<Record<string, unknown>>;
}

type Size = number | boolean | readonly string[];
export type Sizes = Readonly<Record<string, Size>>;

/** A result that says whether it did as much as the bar promises. */
export type RanResult = BarResult & { readonly size: 'declared' | 'small' };

export interface Bar {
  readonly name: string;
  readonly title: string;
  run(small: boolean): Promise<RanResult>;
}

interface BarOf<S> {
  readonly name: string;
  readonly title: string;
  /** What the bar promises. */
  readonly declared: S;
  /** What a run does, where the promised sizes would take too long. */
  readonly full?: S;
  /** What the tests do. */
  readonly small: S;
  /** After how many seconds it has failed, unless the usual ones. */
  readonly limitSeconds?: number;
  readonly run: (sizes: S) => Promise<BarResult>;
}

/** A bar with its sizes, bounded in time and leaving nothing behind. Outside small runs the naive way must have run, and failed. */
export function barOf<S extends object>({
  name,
  title,
  declared,
  full,
  small,
  run,
  limitSeconds = LIMIT_SECONDS,
}: BarOf<S>): Bar {
  return {
    name,
    title,
    run: async (isSmall) => {
      const sizes = isSmall ? small : (full ?? declared);
      const limit = isSmall ? Math.min(limitSeconds, SMALL_LIMIT_SECONDS) : limitSeconds;
      const result = await withBelongings(() => withinSeconds(limit, () => run(sizes)));
      return {
        ...result,
        pass: result.pass && (isSmall || result.naive !== null),
        size: JSON.stringify(sizes) === JSON.stringify(declared) ? 'declared' : 'small',
      };
    },
  };
}

/**
 * A bar is passed when the product keeps the limit and everything it checked holds, and the naive way does not; a small
 * run may leave the naive way out.
 */
export function judged(result: Omit<BarResult, 'pass'>, problems: readonly string[]): BarResult {
  const pass = result.value <= result.limit && problems.length === 0 && (result.naive?.failed ?? true);
  return {
    ...result,
    pass,
    ...(problems.length > 0 ? { seen: { ...result.seen, problems: problems.slice(0, 20) } } : {}),
  };
}

/** Collects what does not hold, in words. */
export class Problems {
  readonly all: string[] = [];

  expect(holds: boolean, otherwise: string): void {
    if (!holds) this.all.push(otherwise);
  }

  equal(what: string, seen: unknown, wanted: unknown): void {
    const [is, should] = [JSON.stringify(seen), JSON.stringify(wanted)];
    this.expect(is === should, `${what}: ${is}, should be ${should}`);
  }
}
