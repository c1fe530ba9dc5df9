import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { pinnedNode, root, Stop } from './running/dependencies.mjs';

/** Bytes; below this a packed file is no smaller on the wire. */
const SMALLEST_TO_PACK = 1024;
/** The smallest: packed once, sent to everybody. */
const BROTLI_QUALITY = 11;

const bin = (name) => path.join(root, 'node_modules', ...name.split('/'));

function run(script, args) {
  const done = spawnSync(pinnedNode(), [script, ...args], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Stop(`The build failed:\n${done.stdout}\n${done.stderr}`);
}

/** Newest change among the sources, so that an unchanged tree is not built again. */
function newest(patterns) {
  const files = patterns
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    // A test plants a violation of the ladder for a moment; others must not find their server being built anew.
    .filter((file) => !file.includes('planted-violation'));
  return Math.max(0, ...files.map((file) => statSync(path.join(root, file)).mtimeMs));
}

function builtSince(mark, sources) {
  return existsSync(mark) && Number(readFileSync(mark, 'utf8')) === newest(sources);
}

const SERVER = [
  'libs/**/*.{ts,json}',
  'apps/{api,worker,cli}/**/*.ts',
  'apps/*.ts',
  'migrations/*.ts',
  'scripts/bundle.mjs',
  '.swcrc',
  'package-lock.json',
];
const WEB = ['apps/web/**/*.{ts,tsx,js,css,json,html,svg}', 'package-lock.json'];

/** Packs the texts of the web app once, for whoever asks for them packed. */
function pack(folder) {
  for (const file of globSync('**/*.{js,css,html,svg}', { cwd: folder })) {
    const bytes = readFileSync(path.join(folder, file));
    if (bytes.length < SMALLEST_TO_PACK) continue;
    writeFileSync(path.join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
    writeFileSync(path.join(folder, `${file}.br`), brotliCompressSync(bytes, { params }));
  }
}

/** Compiles and bundles the server with swc and Rolldown, the web app with Vite into `dist/`; what has not changed is kept. */
export function build(say = () => {}, { web = true } = {}) {
  const dist = path.join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  const serverMark = path.join(dist, '.server');
  if (!builtSince(serverMark, SERVER)) {
    say('building the server');
    for (const part of ['libs', 'apps/api', 'apps/worker', 'apps/cli', 'migrations'])
      rmSync(path.join(dist, part), { recursive: true, force: true });
    run(bin('@swc/cli/bin/swc.js'), [
      'libs',
      'apps/api',
      'apps/worker',
      'apps/cli',
      ...globSync('apps/*.ts', { cwd: root }),
      'migrations',
      '-d',
      'dist',
      '--config-file',
      '.swcrc',
      '--ignore',
      '**/*.spec.ts,**/*.for-spec.ts',
      '--quiet',
    ]);
    for (const file of globSync('libs/*/messages.*.json', { cwd: root }))
      cpSync(path.join(root, file), path.join(dist, file));
    run(path.join(root, 'scripts/bundle.mjs'), []);
    writeFileSync(serverMark, String(newest(SERVER)));
  }
  if (!web) return;
  const webMark = path.join(dist, '.web');
  if (!builtSince(webMark, WEB)) {
    say('building the web app');
    run(bin('vite/bin/vite.js'), ['build', '-c', 'apps/web/vite.config.ts', '--logLevel', 'error']);
    pack(path.join(dist, 'apps/web'));
    writeFileSync(webMark, String(newest(WEB)));
  }
}

if (process.argv[1] === import.meta.filename)
  build((line) => console.log(line), { web: !process.argv.includes('--server') });
