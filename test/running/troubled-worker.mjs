// A worker whose checks fail and hang, and whose first slot fails until somebody makes the table `mended`.
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClockModule } from '#calendar/clock';
import { ConfigModule, readConfig } from '#config';
import { DatabaseModule } from '#database';
import { JobsModule, JobsWorkerModule, RunsSlot, WorkHealthModule } from '#jobs';
import { JsonLogger } from '#trace';
import { endInOrder } from '../../dist/apps/ending.js';
import { ENTITIES } from '../../dist/apps/entities.js';
import { listen } from '../../dist/apps/worker/listener.js';

const tell = (event) => process.send?.(event);

class HangingCheck {
  look() {
    tell({ looked: 'hanging' });
    return new Promise(() => {});
  }
}
class FailingCheck {
  async look() {
    tell({ looked: 'failing' });
    throw new Error('no');
  }
}
class GoodCheck {
  async look() {
    tell({ looked: 'good' });
  }
}

class Open {
  async run(sql) {
    await sql.query('select 1 from mended');
  }
}
RunsSlot('open')(Open);
class HandOut {
  async run() {
    tell({ ran: 'hand-out' });
  }
}
RunsSlot('hand-out')(HandOut);
class Letters {
  async run() {
    tell({ ran: 'letters' });
  }
}
RunsSlot('letters')(Letters);

/** Due once in each second. */
const due = (after, upTo) => {
  const slot = new Date(Math.floor(upTo.getTime() / 1000) * 1000);
  return slot > after ? [slot] : [];
};
const timetable = [
  { job: 'open', due },
  { job: 'hand-out', due, after: ['open'] },
  { job: 'letters', due },
];

class WorkModule {}
Module({
  providers: [Open, HandOut, Letters, HangingCheck, FailingCheck, GoodCheck],
  exports: [HangingCheck, FailingCheck, GoodCheck],
})(WorkModule);

class TroubledWorkerModule {}
Module({
  imports: [
    ConfigModule,
    DatabaseModule.forRoot(ENTITIES),
    ClockModule,
    JobsModule,
    WorkHealthModule.forRoot({ timetable, checks: [] }),
    WorkModule,
    JobsWorkerModule.forRoot({
      timetable,
      checks: [HangingCheck, FailingCheck, GoodCheck],
      imports: [WorkModule],
    }),
  ],
})(TroubledWorkerModule);

const app = await NestFactory.createApplicationContext(TroubledWorkerModule, {
  logger: new JsonLogger(),
  abortOnError: false,
});
(await listen(app, readConfig()))?.unref();
endInOrder(app, readConfig().stopMs);
tell({ ready: 'worker' });
