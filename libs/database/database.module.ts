import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '#config';
import { Database } from './database.js';
import { dataSourceOptions, type Entities } from './data-source.js';

/** One connection pool per process; every library hands in the entities of its own schema. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(entities: Entities): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [CONFIG],
          useFactory: (config: Config) => ({
            ...dataSourceOptions(config.databaseUrl, entities),
            retryAttempts: 3,
          }),
        }),
      ],
      providers: [Database],
      exports: [Database],
    };
  }
}
