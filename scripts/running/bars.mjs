import { spawn } from 'node:child_process';
import path from 'node:path';
import { checkNode, ensureDependencies, pinnedNode, root, Stop } from './dependencies.mjs';

function node(args) {
  const child = spawn(pinnedNode(), args, { cwd: root, stdio: 'inherit' });
  // Ctrl-C reaches the child as well, which stops what it started; this one waits for it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

/** Builds the server, and the web app for bars with a browser, and runs a collection of bars, written in TypeScript, on the pinned Node. */
export async function runBars(main, args, { web = false } = {}) {
  try {
    checkNode();
    ensureDependencies(console.error);
    if ((await node([path.join(root, 'scripts/build.mjs'), ...(web ? [] : ['--server'])])) !== 0)
      process.exit(1);
    process.exit(
      await node([
        '--experimental-transform-types',
        '--no-warnings',
        '--import',
        path.join(root, 'scripts/running/typescript.mjs'),
        path.join(root, main),
        ...args,
      ]),
    );
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
