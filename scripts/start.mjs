import { spawn } from 'node:child_process';
import path from 'node:path';
import { checkNode, ensureDependencies, pinnedNode, root, Stop } from './running/dependencies.mjs';

// The runner itself needs only Node's own modules; everything heavy runs on the pinned Node.
try {
  checkNode();
  ensureDependencies((line) => console.log(`… ${line}`));
  const child = spawn(pinnedNode(), [path.join(root, 'scripts/running/supervisor.mjs')], {
    stdio: 'inherit',
    cwd: root,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exit(1);
}
