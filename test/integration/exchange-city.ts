import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { BusinessClock, ClockModule } from '#calendar/clock';
import { ConfigModule } from '#config';
import { Database, DatabaseModule } from '#database';
import type { DomainError } from '#errors';
import { exportTable, importTable, writeCsv } from '#files';
import type { ExchangeTable, ImportCounts, TableFile } from '#files';
import { PlanModule, PlanImportService } from '#plan';
import { ExchangeTables, ReviewModule } from '#review';
import { ENTITIES } from '../../apps/entities.js';
import { cloneDatabase, type TestDatabase } from '../running/database.js';

@Module({
  imports: [ConfigModule, DatabaseModule.forRoot(ENTITIES), ClockModule, PlanModule, ReviewModule],
})
class ExchangeTestModule {}

const SAMPLE = path.resolve(import.meta.dirname, '../../sample/aobagawa');

/** A city's tables on a database of their own, without a server before them. */
export class ExchangeCity {
  private constructor(
    readonly database: TestDatabase,
    private readonly app: INestApplicationContext,
  ) {}

  static async start(template: 'empty' | 'sample'): Promise<ExchangeCity> {
    const database = await cloneDatabase(template);
    process.env['DATABASE_URL'] = database.url;
    process.env['SMTP_URL'] = 'smtp://127.0.0.1:25';
    const app = await NestFactory.createApplicationContext(ExchangeTestModule, {
      logger: false,
      abortOnError: false,
    });
    return new ExchangeCity(database, app);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  get tables(): readonly ExchangeTable[] {
    return this.app.get(ExchangeTables).all;
  }

  table(name: string): ExchangeTable {
    const table = this.tables.find((one) => one.name === name);
    if (!table) throw new Error(`no table ${name}`);
    return table;
  }

  importPlan(): Promise<unknown> {
    const text = readFileSync(path.join(SAMPLE, 'plan.txt'), 'utf8');
    return this.app.get(PlanImportService).import(text, null);
  }

  /** Brings a file in, dated like the running city, or as of `today`. */
  async import(name: string, file: TableFile, today?: string): Promise<ImportCounts> {
    const date = today ?? (await this.app.get(BusinessClock).today());
    return this.app
      .get(Database)
      .transaction((sql) => importTable(sql, this.table(name), file, { today: date, personId: null }));
  }

  /** The places a refused file names, as [row, column, code]; an accepted file fails. */
  async refusal(name: string, file: TableFile): Promise<[number | undefined, string | undefined, string][]> {
    try {
      await this.import(name, file);
    } catch (error) {
      const { code, places } = error as DomainError;
      if (code !== 'table.rows_invalid') throw error;
      return places.map((place) => [place.row, place.column, place.code]);
    }
    throw new Error(`${name} took the file`);
  }

  async export(
    name: string,
    format: 'csv' | 'xlsx' = 'csv',
    encoding: 'utf-8' | 'shift_jis' = 'utf-8',
  ): Promise<Uint8Array> {
    return exportTable(this.app.get(Database).pool, this.table(name), { format, encoding }, name);
  }

  /** The exported table as rows by heading. */
  async exported(name: string): Promise<Record<string, string>[]> {
    const rows = await this.table(name).rows(this.app.get(Database).pool);
    return rows.map((row) =>
      Object.fromEntries(
        this.table(name).spec.columns.map(({ key, heading }) => [heading, String(row[key] ?? '')]),
      ),
    );
  }
}

/** A table of the sample city as its file has it. */
export const sampleFile = (name: string): TableFile => ({
  name: `${name}.csv`,
  bytes: new Uint8Array(readFileSync(path.join(SAMPLE, `${name}.csv`))),
});

/** A CSV of these rows, the headings taken from the first. */
export function csvOf(rows: readonly Readonly<Record<string, string>>[]): TableFile {
  const headings = Object.keys(rows[0] ?? {});
  const spec = { columns: headings.map((heading) => ({ key: heading, heading })) };
  return { name: 'rows.csv', bytes: writeCsv(spec, rows, { encoding: 'utf-8' }) };
}
