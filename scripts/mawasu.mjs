import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { checkNode, ensureDependencies, pinnedNode, root, Stop } from './running/dependencies.mjs';

try {
  checkNode();
  ensureDependencies((line) => console.error(line));
  const node = pinnedNode();
  const built = spawnSync(node, [path.join(root, 'scripts/build.mjs'), '--server'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    cwd: root,
  });
  if (built.status !== 0) process.exit(1);
  const done = spawnSync(
    node,
    ['--enable-source-maps', path.join(root, 'dist/apps/cli/main.js'), ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  process.exit(done.status ?? 1);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exit(1);
}
