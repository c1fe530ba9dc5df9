import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Injectable, Module } from '@nestjs/common';
import { BusinessClock } from '#calendar/clock';
import { Database, rows, type Sql } from '#database';
import { hashPassword } from '#directory';
import { importTable } from '#files';
import { PlanModule, PlanImportService } from '#plan';
import { DistributionService, ExchangeTables, ReviewModule } from '#review';

/** The first morning of the sample city, Japan time. */
const STARTS_ON = { date: '2022-04-01', hour: 9 } as const;
/** Everybody's password in the sample city, where no secret is kept; one button signs in as well. */
const SAMPLE_PASSWORD = 'mawasu-sample';
/** The tables that need no plan; the others speak of its items and indicators. */
const BEFORE_THE_PLAN: readonly string[] = ['departments', 'people'];

/** The folder of the sample city, above this file whether it runs from the sources or as built. */
function sampleFolder(): string {
  for (let at = import.meta.dirname; ; at = path.dirname(at)) {
    const folder = path.join(at, 'sample', 'aobagawa');
    if (existsSync(folder)) return folder;
    if (at === path.dirname(at)) throw new Error('sample/aobagawa is not there');
  }
}

/** 青葉川市: an invented city with three years of its plan, brought in the way every city brings in its own data. */
@Injectable()
export class SampleCity {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
    private readonly plans: PlanImportService,
    private readonly tables: ExchangeTables,
    private readonly distribution: DistributionService,
  ) {}

  /** Sets the date, loads everything and hands out the sheets of the open year, in one transaction. */
  async load(folder: string = sampleFolder()): Promise<void> {
    const passwordHash = await hashPassword(SAMPLE_PASSWORD);
    await this.database.transaction(async (sql) => {
      await this.clock.install(sql, STARTS_ON);
      const today = await this.clock.today(sql);
      const [first, then] = [true, false].map((before) =>
        this.tables.all.filter(({ name }) => BEFORE_THE_PLAN.includes(name) === before),
      );
      for (const table of first ?? []) await this.import(sql, folder, table, today);
      await this.plans.importIn(sql, readFileSync(path.join(folder, 'plan.txt'), 'utf8'), null);
      for (const table of then ?? []) await this.import(sql, folder, table, today);
      await rows(sql, 'update directory.person set password_hash = $1 where password_hash is null', [
        passwordHash,
      ]);
      await this.distribution.distribute(sql, null);
      // All of it is new to the database, and looked at and searched at once.
      await rows(sql, 'analyze');
    });
  }

  private async import(
    sql: Sql,
    folder: string,
    table: ExchangeTables['all'][number],
    today: string,
  ): Promise<void> {
    const name = `${table.name}.csv`;
    const bytes = new Uint8Array(readFileSync(path.join(folder, name)));
    await importTable(sql, table, { name, bytes }, { today, personId: null });
  }
}

@Module({ imports: [PlanModule, ReviewModule], providers: [SampleCity], exports: [SampleCity] })
export class SampleCityModule {}
