/** What one bar found: the product's number beside its limit, and that the naive way misses it. */
export interface BarResult {
  readonly bar: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: string;
  readonly pass: boolean;
  /** The naive way beside it, in the same run; unless it fails, the bar proves nothing. */
  readonly naive: { readonly failed: boolean } & Readonly<Record<string, unknown>>;
  readonly baseline: string;
  /** Other numbers a reader wants to see. */
  readonly seen?: Readonly<Record<string, unknown>>;
}

export interface Bar {
  readonly name: string;
  readonly title: string;
  run(): Promise<BarResult>;
}

/** A bar is passed when the product keeps the limit and everything it checked holds, and the naive way does not. */
export function judged(result: Omit<BarResult, 'pass'>, problems: readonly string[]): BarResult {
  const pass = result.value <= result.limit && problems.length === 0 && result.naive.failed;
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
