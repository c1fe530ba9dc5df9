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
  const stop = () => child.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  // npm and its shell do not hand a signal on: once they are gone, nobody is there who wants the product.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), 500).unref();
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exit(1);
}
