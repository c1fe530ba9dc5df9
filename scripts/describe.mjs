// Writes the OpenAPI document and the web client's types from the code; with --check only says whether they are fresh.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from './build.mjs';
import { pinnedNode, root } from './running/dependencies.mjs';

const TARGETS = { 'openapi.json': 'apps/api/openapi.json', 'schema.d.ts': 'apps/web/src/api/schema.d.ts' };

function generate(folder) {
  const env = {
    ...process.env,
    DATABASE_URL: 'postgres://nobody@127.0.0.1/none',
    SMTP_URL: 'smtp://127.0.0.1:25',
  };
  const run = (args) => {
    const done = spawnSync(pinnedNode(), args, { cwd: root, env, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`${done.stdout}${done.stderr}`);
  };
  run(['dist/apps/api/describe.js', path.join(folder, 'openapi.json')]);
  run([
    'node_modules/openapi-typescript/bin/cli.js',
    path.join(folder, 'openapi.json'),
    '-o',
    path.join(folder, 'schema.d.ts'),
  ]);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'mawasu-openapi-'));
try {
  build(() => {}, { web: false });
  generate(folder);
  const stale = Object.entries(TARGETS).filter(([name, target]) => {
    const fresh = readFileSync(path.join(folder, name), 'utf8');
    let stored = '';
    try {
      stored = readFileSync(path.join(root, target), 'utf8');
    } catch {
      // Not written yet.
    }
    if (fresh === stored) return false;
    if (!process.argv.includes('--check')) writeFileSync(path.join(root, target), fresh);
    return true;
  });
  if (process.argv.includes('--check') && stale.length > 0) {
    console.error(`stale: ${stale.map(([, target]) => target).join(', ')}; run: npm run describe`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
