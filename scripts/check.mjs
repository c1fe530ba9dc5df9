// One command equals CI locally: format, lint, boundaries, types. Every step must pass.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { checkNode, ensureDependencies, pinnedNode, root, Stop } from './running/dependencies.mjs';

const STEPS = [
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'eslint/bin/eslint.js', ['--max-warnings', '0', '.']],
  [
    'boundaries',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'apps', 'libs', 'migrations'],
  ],
  ['types', 'typescript/bin/tsc', ['-p', 'tsconfig.json']],
  ['types of the web app', 'typescript/bin/tsc', ['-p', 'apps/web/tsconfig.json']],
];

/** Runs every step and returns the names of those that failed. */
export function check(say = console.log) {
  const failed = [];
  for (const [name, script, args] of STEPS) {
    const began = Date.now();
    const done = spawnSync(pinnedNode(), [path.join(root, 'node_modules', script), ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    if (done.status === 0) {
      say(`✓ ${name} (${seconds} s)`);
      continue;
    }
    failed.push(name);
    say(`✗ ${name} (${seconds} s)\n${`${done.stdout}${done.stderr}`.slice(0, 12_000)}`);
  }
  return { steps: STEPS.length, failed };
}

if (process.argv[1] === import.meta.filename) {
  try {
    checkNode();
    ensureDependencies(console.log);
    process.exit(check().failed.length === 0 ? 0 : 1);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
