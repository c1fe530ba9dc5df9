import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';

// A date without time stays the text it is: as a JS Date it would shift with the zone of the process.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export type Entities = readonly (abstract new (...args: never[]) => object)[];

/** TypeORM settings shared by API, worker, CLI, migrations and tests. `synchronize` is never on. */
export function dataSourceOptions(
  url: string,
  entities: Entities,
  migrations: Entities = [],
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [...entities] as (new () => object)[],
    migrations: [...migrations] as (new () => object)[],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    // gen_random_uuid() is built in since PostgreSQL 13; nothing is installed.
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    logging: false,
    applicationName: 'mawasu',
    // Waiting for a connection ends with an error, never with silence.
    // A process that fell asleep within a transaction gives up its locks, so that others need not wait for it.
    extra: {
      max: 10,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 15_000,
      idle_in_transaction_session_timeout: 15_000,
    },
  };
}
