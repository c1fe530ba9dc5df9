// A worker with jobs that only tests need, built from the same modules as the real one. It tells its parent what begins.
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { z } from 'zod';
import { ClockModule } from '#calendar/clock';
import { ConfigModule, readConfig } from '#config';
import { DatabaseModule } from '#database';
import { defineJob, HandlesJob, JobsModule, JobsWorkerModule } from '#jobs';
import { JsonLogger } from '#trace';
import { endInOrder } from '../../dist/apps/ending.js';
import { ENTITIES } from '../../dist/apps/entities.js';

const tell = (event) => process.send?.(event);

class Slow {
  async handle({ ms }) {
    tell({ began: 'slow' });
    await new Promise((resolve) => setTimeout(resolve, ms));
    tell({ done: 'slow' });
  }
}
HandlesJob(defineJob('slow', z.object({ ms: z.number() })))(Slow);

class Failing {
  async handle() {
    throw new Error('550 <hanako@city.example.jp> is not known here');
  }
}
HandlesJob(defineJob('failing', z.object({})))(Failing);

class HandlersModule {}
Module({ providers: [Slow, Failing] })(HandlersModule);

class SmallWorkerModule {}
Module({
  imports: [
    ConfigModule,
    DatabaseModule.forRoot(ENTITIES),
    ClockModule,
    JobsModule,
    HandlersModule,
    JobsWorkerModule.forRoot({ timetable: [], checks: [], imports: [HandlersModule] }),
  ],
})(SmallWorkerModule);

const app = await NestFactory.createApplicationContext(SmallWorkerModule, {
  logger: new JsonLogger(),
  abortOnError: false,
});
endInOrder(app, readConfig().stopMs);
tell({ ready: 'worker' });
