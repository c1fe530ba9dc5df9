import { BullModule } from '@nestjs/bullmq';
import {
  type DynamicModule,
  Global,
  Inject,
  Module,
  type OnApplicationShutdown,
  type Type,
} from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { CONFIG, readConfig, type Config } from '#config';
import { Bell } from './bell.js';
import { Heartbeat } from './heartbeat.js';
import { JobProcessor } from './job-processor.js';
import { openQueueConnection, QUEUE, queueClasses, type QueueConnection } from './queue.js';
import { HEARTBEAT_CHECKS, RingTimetableHandler, type HeartbeatCheck } from './ring-timetable.job.js';
import { Timetable, TIMETABLE, type TimetableEntry } from './timetable.js';

const CONNECTION = Symbol('queue-connection');

@Global()
@Module({
  providers: [
    { provide: CONNECTION, inject: [CONFIG], useFactory: (config: Config) => openQueueConnection(config) },
  ],
  exports: [CONNECTION],
})
class QueueConnectionModule implements OnApplicationShutdown {
  constructor(@Inject(CONNECTION) private readonly queue: QueueConnection) {}

  onApplicationShutdown(): Promise<void> {
    return this.queue.close();
  }
}

/** Ringing, for every process. */
@Global()
@Module({})
export class JobsModule {
  static forRoot(): DynamicModule {
    const classes = queueClasses(readConfig().queueUrl);
    BullModule.queueClass = classes.queue as Type;
    BullModule.workerClass = classes.worker as Type;
    return {
      module: JobsModule,
      imports: [
        QueueConnectionModule,
        BullModule.forRootAsync({
          imports: [QueueConnectionModule],
          inject: [CONNECTION],
          useFactory: (queue: QueueConnection) => ({ connection: queue.connection }),
        }),
        BullModule.registerQueue({ name: QUEUE }),
      ],
      providers: [Bell],
      exports: [Bell],
    };
  }
}

/** Working off, for the worker alone: the timetable, the heartbeat and the queue's consumer. */
@Module({})
export class JobsWorkerModule {
  static forRoot(options: {
    timetable: readonly TimetableEntry[];
    checks: readonly Type<HeartbeatCheck>[];
    imports: readonly Type[];
  }): DynamicModule {
    return {
      module: JobsWorkerModule,
      imports: [ScheduleModule.forRoot(), DiscoveryModule, ...options.imports],
      providers: [
        { provide: TIMETABLE, useValue: options.timetable },
        {
          provide: HEARTBEAT_CHECKS,
          inject: [...options.checks],
          useFactory: (...checks: HeartbeatCheck[]) => checks,
        },
        Timetable,
        RingTimetableHandler,
        JobProcessor,
        Heartbeat,
      ],
    };
  }
}
