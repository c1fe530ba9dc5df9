import type { Bar, BarResult } from './bar.js';
import { writeResults } from './results.js';
// Plain scripts that the test run uses too.
import setUp from '../running/global-setup.mjs';

const say = (line: string): void => console.error(line);

/** Runs the wanted bars one after the other, prints a line for each, and ends the process with 0 or 1. */
export async function runBars(bars: readonly Bar[], wanted: readonly string[]): Promise<never> {
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
  const results: (readonly [BarResult, number])[] = [];
  try {
    for (const bar of chosen) results.push(await runOne(bar));
  } finally {
    await stop();
  }
  writeResults(results);
  const failed = results.filter(([result]) => !result.pass).map(([result]) => result.bar);
  say(
    `${results.length - failed.length} of ${results.length} bars passed in ${((Date.now() - began) / 1000).toFixed(0)} s${failed.length ? `; not: ${failed.join(', ')}` : ''}`,
  );
  process.exit(failed.length === 0 ? 0 : 1);
}

async function runOne(bar: Bar): Promise<readonly [BarResult, number]> {
  say(`… ${bar.name}: ${bar.title}`);
  const began = Date.now();
  let result: BarResult;
  try {
    result = await bar.run();
  } catch (error) {
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say(problem);
    result = {
      bar: bar.name,
      value: NaN,
      limit: NaN,
      unit: 'none',
      pass: false,
      naive: { failed: false },
      baseline: 'did not come to an end',
    };
  }
  const seconds = (Date.now() - began) / 1000;
  console.log(JSON.stringify({ ...result, seconds: Math.round(seconds * 10) / 10 }));
  return [result, seconds];
}
