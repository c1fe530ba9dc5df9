import type { Bar, RanResult } from './bar.js';
import { writeResults } from './results.js';
// Plain scripts that the test run uses too.
import setUp from '../running/global-setup.mjs';

const say = (line: string): void => console.error(line);

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
  await setUp();
  const stop = (globalThis as unknown as { __mawasuStop: () => Promise<void> }).__mawasuStop;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(1)));
  const results: (readonly [RanResult, number])[] = [];
  try {
    for (const bar of chosen) results.push(await runOne(bar, small));
  } finally {
    await stop();
  }
  if (!small) writeResults(results);
  const failed = results.filter(([result]) => !result.pass).map(([result]) => result.bar);
  say(
    `${results.length - failed.length} of ${results.length} bars passed in ${((Date.now() - began) / 1000).toFixed(0)} s${failed.length ? `; not: ${failed.join(', ')}` : ''}`,
  );
  process.exit(failed.length === 0 ? 0 : 1);
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
