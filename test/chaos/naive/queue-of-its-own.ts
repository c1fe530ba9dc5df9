import { runMigrations } from 'bullmq';
import pg from 'pg';

/** Gives a naive arm a queue in PostgreSQL and a table that records what ran, apart from the product's. */
export async function prepareNaive(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('create schema naive');
    await client.query(
      'create table naive.run (tick timestamptz not null, pid int not null, at timestamptz default now())',
    );
    await runMigrations(client, 'naive');
  } finally {
    await client.end();
  }
}
