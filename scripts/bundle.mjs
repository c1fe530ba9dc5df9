// The server's programs with the libraries that come as many hundred small files, put into few: a process that opens
// three thousand files starts in twice the time.
import { rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './running/dependencies.mjs';

const dist = path.join(root, 'dist');
const bundle = path.join(dist, 'bundle');
/** Programs by the name of their bundle. */
const PROGRAMS = {
  api: 'apps/api/main.js',
  worker: 'apps/worker/main.js',
  prepare: 'apps/cli/prepare.js',
  mawasu: 'apps/cli/main.js',
};
/**
 * What stays where it is: it looks for files beside itself, starts threads, is not JavaScript, or is loaded by name (the
 * driver by TypeORM: a second one would not know our types).
 */
const OUTSIDE = /^(@bull-board|@fastify|@node-rs|fastify|pg|pg-native|pino|pino-pretty|typescript)(\/|$)/;
/** Doors of Nest to what is not installed. */
const ABSENT = /^@nestjs\/(microservices|websockets|platform-express)(\/|$)/;
/** Said of type-only exports that a decorator names, and of doors to what is not installed. */
const EXPECTED = new Set(['IMPORT_IS_UNDEFINED', 'UNRESOLVED_IMPORT', 'SOURCEMAP_BROKEN', 'EVAL']);

const staysOutside = (id) => isBuiltin(id) || OUTSIDE.test(id) || ABSENT.test(id);

/** Files that our code finds beside itself are found from where the bundle lies. */
const ownAddresses = {
  name: 'own-addresses',
  transform(code, file) {
    if (!file.startsWith(dist) || !code.includes('import.meta.')) return undefined;
    const own = `new URL(${JSON.stringify(path.relative(bundle, file).replaceAll('\\', '/'))}, import.meta.url)`;
    const folder = `process.getBuiltinModule('node:url').fileURLToPath(new URL('.', ${own}))`;
    return code.replace(/import\.meta\.(url|dirname)/g, (_, word) =>
      word === 'url' ? `${own}.href` : folder,
    );
  },
};

/** Bundles the compiled programs and puts a door to its bundle in the place of each. */
export async function bundleServer() {
  rmSync(bundle, { recursive: true, force: true });
  const bundled = await rolldown({
    cwd: root,
    platform: 'node',
    input: Object.fromEntries(
      Object.entries(PROGRAMS).map(([name, program]) => [name, path.join(dist, program)]),
    ),
    external: staysOutside,
    plugins: [ownAddresses],
    onLog: (level, log, handle) => {
      if (!EXPECTED.has(log.code)) handle(level, log);
    },
  });
  // Hidden: read at every start, the map of all of it would cost half of what the bundle saves. Names are kept.
  await bundled.write({ dir: bundle, format: 'esm', sourcemap: 'hidden' });
  await bundled.close();
  for (const [name, program] of Object.entries(PROGRAMS)) {
    const door = path.relative(path.dirname(path.join(dist, program)), path.join(bundle, `${name}.js`));
    writeFileSync(path.join(dist, program), `import ${JSON.stringify(door.replaceAll('\\', '/'))};\n`);
  }
}

if (process.argv[1] === import.meta.filename) await bundleServer();
