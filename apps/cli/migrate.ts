import { DataSource } from 'typeorm';
import { dataSourceOptions } from '#database';
import { migrateQueue } from '#jobs';
import { MIGRATIONS } from '../../migrations/index.js';
import { ENTITIES } from '../entities.js';

/** Brings the database forward: the product's migrations, then the queue's own schema where the queue lives (a Redis has none). Safe to run again. */
export async function migrate(databaseUrl: string, queueUrl?: string): Promise<string[]> {
  const dataSource = await new DataSource(dataSourceOptions(databaseUrl, ENTITIES, MIGRATIONS)).initialize();
  try {
    const done = await dataSource.runMigrations();
    await migrateQueue({ databaseUrl, queueUrl });
    return done.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}
