import type { Bar, RanResult } from './bar.js';
import { endBelongings } from './belongings.js';
import { writeResults } from './results.js';
// Plain scripts that the test run uses too.
import setUp from '../running/global-setup.mjs';

const say = (line: string): void => console.error(line);

/** All bars together; a run that takes longer is not repeated often enough to mean something. */
const ALL_WITHIN_SECONDS = 900;
/** Sizes as the tests run them: minutes become seconds, and nothing is kept as a result. */
const SMALL = '--small';

/** Runs the wanted bars one after the other, prints a line for each, and ends the process with 0 or 1. */
export async function runBars(bars: readonly Bar[], args: readonly string[]): Promise<never> {
  const small = args.includes(SMALL);
  const wanted = args.filter((arg) => arg !== SMALL);
  const unknown = wanted.filter((name) => !bars.some((bar) => bar.name === name));
  if (unknown.length > 0) {
    say(`There is no bar ${unknown.join(', ')}; there are ${bars.map((bar) => bar.name).join(', ')}.`);
    process.exit(2);
  }
  const chosen = bars.filter((bar) => wanted.length === 0 || wanted.includes(bar.name));
  const began = Date.now();
  say('… preparing a database with the sample city');
  const prepared = setUp();
  const interruption = new Interruption(prepared);
  await prepared;
  const results: (readonly [RanResult, number])[] = [];
  try {
    for (const bar of chosen) {
      await interruption.passed();
      results.push(await runOne(bar, small));
    }
    await interruption.passed();
  } finally {
    await stopDatabase();
  }
  if (!small) writeResults(results);
  const failed = results.filter(([result]) => !result.pass).map(([result]) => result.bar);
  const seconds = (Date.now() - began) / 1000;
  say(
    `${results.length - failed.length} of ${results.length} bars passed in ${seconds.toFixed(0)} s${failed.length ? `; not: ${failed.join(', ')}` : ''}`,
  );
  const late = seconds > ALL_WITHIN_SECONDS;
  if (late) say(`that is more than the ${ALL_WITHIN_SECONDS} s they may take together`);
  process.exit(failed.length === 0 && !late ? 0 : 1);
}

async function stopDatabase(): Promise<void> {
  await (globalThis as unknown as { __mawasuStop?: () => Promise<void> }).__mawasuStop?.();
}

/** What the bars have started ends with the run, however that ends. A second Ctrl-C changes nothing. */
class Interruption {
  private ending: Promise<never> | undefined;

  constructor(private readonly prepared: Promise<unknown>) {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => void (this.ending ??= this.end()));
  }

  /** Never goes on after one: half a run has no results. */
  async passed(): Promise<void> {
    await this.ending;
  }

  private async end(): Promise<never> {
    say('… interrupted: ending what was started');
    await endBelongings();
    await this.prepared.catch(() => {});
    await stopDatabase();
    process.exit(1);
  }
}

async function runOne(bar: Bar, small: boolean): Promise<readonly [RanResult, number]> {
  say(`… ${bar.name}: ${bar.title}`);
  const began = Date.now();
  let result: RanResult;
  try {
    result = await bar.run(small);
  } catch (error) {
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say(problem);
    result = {
      bar: bar.name,
      value: NaN,
      limit: NaN,
      unit: 'none',
      pass: false,
      sizes: {},
      size: 'small',
      naive: null,
      baseline: 'did not come to an end',
    };
  }
  const seconds = (Date.now() - began) / 1000;
  console.log(JSON.stringify({ ...result, seconds: Math.round(seconds * 10) / 10 }));
  return [result, seconds];
}
