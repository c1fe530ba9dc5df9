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
import { CONFIG, type Config } from '#config';
import { Bell } from './bell.js';
import { DeadJobs } from './dead-jobs.service.js';
import { DeadJobsStore } from './dead-jobs.store.js';
import { Heartbeat } from './heartbeat.js';
import { JobProcessor } from './job-processor.js';
import { Presence } from './presence.js';
import { QUEUE_BACKEND } from './queue-access.js';
import { QueueView } from './queue-view.js';
import { openQueue, type QueueBackend } from './queue.js';
import { HEARTBEAT_CHECKS, RingTimetableHandler, type HeartbeatCheck } from './ring-timetable.job.js';
import { SlotFailures } from './slot-failures.store.js';
import { Stopping } from './stopping.js';
import { Timetable, TIMETABLE, type TimetableEntry } from './timetable.js';
import { TimetableStore } from './timetable.store.js';
import { TimetableView } from './timetable-view.js';
import { HEALTH_CHECKS, type HealthCheck, WorkHealth } from './work-health.js';
import { WorkersStore } from './workers.store.js';

/** Ringing, and looking at what the queue holds, for every process. */
@Global()
@Module({
  providers: [
    { provide: QUEUE_BACKEND, inject: [CONFIG], useFactory: (config: Config) => openQueue(config) },
    Bell,
    DeadJobsStore,
    DeadJobs,
    QueueView,
    Stopping,
    WorkersStore,
  ],
  exports: [QUEUE_BACKEND, Bell, DeadJobs, QueueView, Stopping, WorkersStore],
})
export class JobsModule implements OnApplicationShutdown {
  constructor(@Inject(QUEUE_BACKEND) private readonly backend: QueueBackend) {}

  onApplicationShutdown(): Promise<void> {
    return this.backend.close();
  }
}

/** Whether the work is done, asked from any process: the timetable beside its slots, and what libraries know. */
@Global()
@Module({})
export class WorkHealthModule {
  static forRoot(options: {
    timetable: readonly TimetableEntry[];
    checks: readonly Type<HealthCheck>[];
  }): DynamicModule {
    return {
      module: WorkHealthModule,
      providers: [
        { provide: TIMETABLE, useValue: options.timetable },
        ...options.checks,
        {
          provide: HEALTH_CHECKS,
          inject: [...options.checks],
          useFactory: (...checks: HealthCheck[]) => checks,
        },
        TimetableStore,
        TimetableView,
        WorkHealth,
      ],
      exports: [TimetableView, WorkHealth],
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
        SlotFailures,
        TimetableStore,
        Timetable,
        RingTimetableHandler,
        Presence,
        JobProcessor,
        Heartbeat,
      ],
    };
  }
}
