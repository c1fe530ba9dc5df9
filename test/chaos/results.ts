import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { RanResult } from './bar.js';

const FILE = path.resolve(import.meta.dirname, '../../bench/RESULTS.md');
const HEAD = `# Results

Written by \`npm run chaos\` and \`npm run bench\`; only results, of the newest run of each bar. Every bar compares the
product with a baseline or the naive way in the same run on the same machine; absolute times mean little. A bar that did
less than it promises is marked as small.

| Bar | Sizes | Value | Limit | Unit | Pass | Naive way | Baseline | Seconds | Run |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
`;

const cell = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('|', '/').replaceAll('\n', ' ');

const sizesOf = ({ size, sizes }: RanResult): string =>
  `${size}: ${Object.entries(sizes)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ')}`;

function row(result: RanResult, seconds: number, when: string): string {
  const { bar, value, limit, unit, pass, naive, baseline } = result;
  const judgement = pass ? 'yes' : '**no**';
  const cells = [
    bar,
    sizesOf(result),
    value,
    limit,
    unit,
    judgement,
    naive,
    baseline,
    seconds.toFixed(1),
    when,
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** Replaces the rows of the bars that ran; the others stay. */
export function writeResults(results: readonly (readonly [RanResult, number])[]): void {
  const when = `${new Date().toISOString().slice(0, 16)}Z, ${os.cpus().length} cores`;
  const rows = new Map<string, string>();
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  for (const line of before.split('\n')) {
    const name = /^\| ([A-Z]\d+) \|/.exec(line)?.[1];
    if (name) rows.set(name, line);
  }
  for (const [result, seconds] of results) rows.set(result.bar, row(result, seconds, when));
  const sorted = [...rows].toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  mkdirSync(path.dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${HEAD}${sorted.map(([, line]) => line).join('\n')}\n`);
}
