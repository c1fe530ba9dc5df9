export { DatabaseModule } from './database.module.js';
export { Database, firstRow, holdLock, rows, tryLock } from './database.js';
export type { Sql } from './database.js';
export { pageSchema, pageSizeSchema } from './page.schemas.js';
export { dataSourceOptions } from './data-source.js';
export type { Entities } from './data-source.js';
