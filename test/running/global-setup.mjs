import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startChild } from '../../scripts/running/children.mjs';
import { startPostgres } from '../../scripts/running/embedded-postgres.mjs';
import { root } from '../../scripts/running/dependencies.mjs';

/** Databases that suites clone: migrated and empty, and the sample city on its first morning. */
const TEMPLATES = { template_empty: '0', template_sample: '1' };

async function prepare(server, database, sample) {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  await client.query(`create database ${database}`);
  await client.end();
  const child = startChild(path.join(root, 'dist/apps/cli/prepare.js'), {
    env: { DATABASE_URL: server.url(database), SMTP_URL: 'smtp://127.0.0.1:25', MAWASU_SAMPLE_CITY: sample },
  });
  const { code } = await child.exited;
  if (code !== 0) await child.ready;
}

/**
 * One embedded PostgreSQL for the whole run; it forgets everything, so it need not be careful with the disk, and tidies
 * nothing up: a plan that changed in the middle of a suite, when the tidying came by, would make it slow now and then.
 */
export default async function setUp() {
  // Each project that needs it asks for it.
  if (globalThis.__mawasuStop) return;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mawasu-pg-'));
  const server = await startPostgres({
    folder: path.join(folder, 'data'),
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      autovacuum: 'off',
      max_connections: '200',
    },
  });
  for (const [database, sample] of Object.entries(TEMPLATES)) await prepare(server, database, sample);
  process.env.MAWASU_TEST_PG = server.url('postgres');
  globalThis.__mawasuStop = async () => {
    await server.stop();
    rmSync(server.home, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };
}
