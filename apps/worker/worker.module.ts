import { Module } from '@nestjs/common';
import { ClockModule } from '#calendar/clock';
import { ConfigModule } from '#config';
import { CycleJobsModule } from '#cycle';
import { DatabaseModule } from '#database';
import { JobsModule, JobsWorkerModule } from '#jobs';
import { AtOnceLettersCheck, NoticeJobsModule, PlannedLettersCheck } from '#notice';
import { ReviewJobsModule, UndistributedTasksCheck, VacantSeatsCheck } from '#review';
import { ENTITIES } from '../entities.js';
import { CLOCK } from './clock.js';

@Module({
  imports: [
    ConfigModule,
    DatabaseModule.forRoot(ENTITIES),
    ClockModule,
    JobsModule.forRoot(),
    CycleJobsModule,
    ReviewJobsModule,
    NoticeJobsModule,
    JobsWorkerModule.forRoot({
      timetable: CLOCK,
      checks: [UndistributedTasksCheck, VacantSeatsCheck, AtOnceLettersCheck, PlannedLettersCheck],
      imports: [ReviewJobsModule, NoticeJobsModule],
    }),
  ],
})
export class WorkerModule {}
