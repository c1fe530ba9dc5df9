import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { BusinessClock, ClockModule } from '#calendar/clock';
import { ConfigModule } from '#config';
import { CycleModule, CycleService } from '#cycle';
import { Database, DatabaseModule } from '#database';
import { DirectoryStore } from '#directory';
import { DomainError } from '#errors';
import { BounceModule, BounceService } from '#notice';
import { PlanModule, PlanImportService } from '#plan';
import { Module } from '@nestjs/common';
import { ENTITIES } from '../entities.js';

@Module({
  imports: [
    ConfigModule,
    DatabaseModule.forRoot(ENTITIES),
    ClockModule,
    PlanModule,
    CycleModule,
    BounceModule,
  ],
})
class CliModule {}

export interface CliServices {
  readonly plans: PlanImportService;
  readonly cycles: CycleService;
  readonly database: Database;
  readonly directory: DirectoryStore;
  readonly clock: BusinessClock;
  readonly bounces: BounceService;
}

/** The running product writes where its database listens; else `DATABASE_URL` says. */
function useRunningProduct(): void {
  if (process.env['DATABASE_URL']) return;
  const file = path.join(process.env['MAWASU_DATA_DIR'] ?? '.mawasu', 'run.json');
  try {
    const run = JSON.parse(readFileSync(file, 'utf8')) as {
      databaseUrl: string;
      smtpUrl: string;
      queueUrl?: string;
    };
    process.env['DATABASE_URL'] = run.databaseUrl;
    process.env['SMTP_URL'] ??= run.smtpUrl;
    if (run.queueUrl) process.env['QUEUE_URL'] ??= run.queueUrl;
  } catch {
    throw new DomainError('unavailable', 'cli.not_running', { file });
  }
}

/** Runs `work` with the services of the product, and closes everything afterwards. */
export async function withDatabase<T>(work: (services: CliServices) => Promise<T>): Promise<T> {
  useRunningProduct();
  process.env['SMTP_URL'] ??= 'smtp://127.0.0.1:25';
  const app = await NestFactory.createApplicationContext(CliModule, {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    return await work({
      plans: app.get(PlanImportService),
      cycles: app.get(CycleService),
      database: app.get(Database),
      directory: app.get(DirectoryStore),
      clock: app.get(BusinessClock),
      bounces: app.get(BounceService),
    });
  } finally {
    await app.close();
  }
}

/** Address of the database that the command works on. */
export function databaseUrl(): string {
  useRunningProduct();
  return process.env['DATABASE_URL'] ?? '';
}

/** Where the queue of that product lives; `undefined` when it is the same database. */
export function queueUrl(): string | undefined {
  useRunningProduct();
  return process.env['QUEUE_URL'];
}
