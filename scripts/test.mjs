// Every test there is: check, then all suites in UTC, then the rules that know dates once more in Japan time.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { check } from './check.mjs';
import { checkNode, ensureDependencies, pinnedNode, root, Stop } from './running/dependencies.mjs';

function jest(results, args, env) {
  const done = spawnSync(
    pinnedNode(),
    [
      '--experimental-vm-modules',
      '--no-warnings',
      path.join(root, 'node_modules/jest/bin/jest.js'),
      '--maxWorkers=2',
      '--json',
      `--outputFile=${results}`,
      ...args,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } },
  );
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numTotalTests, testResults } =
      JSON.parse(readFileSync(results, 'utf8'));
    // Once more at the end: hundreds of lines have passed since.
    const failures = testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName }) => `failed: ${path.relative(root, name)}: ${fullName}`),
    );
    const crashed =
      numRuntimeErrorTestSuites +
      (done.status !== 0 && numFailedTests + numRuntimeErrorTestSuites === 0 ? 1 : 0);
    for (const line of failures) console.log(line);
    return { passed: numPassedTests, failed: numFailedTests + crashed + (numTotalTests === 0 ? 1 : 0) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function main() {
  checkNode();
  ensureDependencies(console.log);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mawasu-test-'));
  const only = process.argv.slice(2);
  if (spawnSync('redis-server', ['--version']).status !== 0)
    console.log('there is no redis-server on this machine: the tests that need one are skipped');
  const sums = [];
  try {
    if (only.length === 0) {
      const { steps, failed } = await check();
      sums.push({ passed: steps - failed.length, failed: failed.length });
    }
    const built = spawnSync(pinnedNode(), [path.join(root, 'scripts/build.mjs')], {
      cwd: root,
      stdio: 'inherit',
    });
    if (built.status !== 0) throw new Stop('The build failed (see above).');
    sums.push(jest(path.join(folder, 'utc.json'), only, { TZ: 'UTC' }));
    if (only.length === 0)
      sums.push(
        jest(
          path.join(folder, 'tokyo.json'),
          [
            '--selectProjects=rules',
            '--testPathPatterns',
            'libs/(calendar|jobs|cycle|review|notice|report|directory)/',
          ],
          {
            TZ: 'Asia/Tokyo',
          },
        ),
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const total = (key) => sums.reduce((all, sum) => all + sum[key], 0);
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  process.exit(total('failed') === 0 ? 0 : 1);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
