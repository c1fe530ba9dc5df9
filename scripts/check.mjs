// One command equals CI locally: format, lint, boundaries, types. Every step must pass.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { checkNode, ensureDependencies, pinnedNode, root, Stop } from './running/dependencies.mjs';

const STEPS = [
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'oxlint/bin/oxlint', ['.']],
  [
    'boundaries',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'apps', 'libs', 'migrations'],
  ],
  ['types', 'typescript-native/bin/tsc', ['-p', 'tsconfig.json']],
  ['types of the web app', 'typescript-native/bin/tsc', ['-p', 'apps/web/tsconfig.json']],
];

/** The longest step first, so that two lanes end together. */
const LANES = 2;

function run(script, args) {
  return new Promise((resolve) => {
    const child = spawn(pinnedNode(), [path.join(root, 'node_modules', script), ...args], { cwd: root });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.once('close', (code) => resolve({ code, said }));
  });
}

/** Runs every step and returns the names of those that failed. */
export async function check(say = console.log) {
  const failed = [];
  const waiting = [...STEPS];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const [name, script, args] = step;
      const began = Date.now();
      const { code, said } = await run(script, args);
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      if (code === 0) say(`✓ ${name} (${seconds} s)`);
      else {
        failed.push(name);
        say(`✗ ${name} (${seconds} s)\n${said.slice(0, 12_000)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { steps: STEPS.length, failed };
}

if (process.argv[1] === import.meta.filename) {
  try {
    checkNode();
    ensureDependencies(console.log);
    process.exit((await check()).failed.length === 0 ? 0 : 1);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
