import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ClockModule } from '#calendar/clock';
import { ConfigModule } from '#config';
import { CycleHttpModule } from '#cycle';
import { DatabaseModule } from '#database';
import { DirectoryHttpModule, DirectoryModule } from '#directory';
import { IndicatorHttpModule } from '#indicator';
import { JobsModule, WorkHealthModule } from '#jobs';
import { DueLettersHealth, NoticeHttpModule } from '#notice';
import { PlanHttpModule } from '#plan';
import { ReportHttpModule } from '#report';
import { ReviewHttpModule } from '#review';
import { SearchHttpModule } from '#search';
import { ENTITIES } from '../entities.js';
import { CLOCK } from '../worker/clock.js';
import { Access, AccessGuard } from './access.guard.js';
import { ExchangeModule } from './exchange.http.js';
import { OperationsModule } from './operations.http.js';
import { SystemModule } from './system.http.js';

/** Global, so that the pages and the health addresses ask the same checks. */
const WORK_HEALTH = WorkHealthModule.forRoot({ timetable: CLOCK, checks: [DueLettersHealth] });

@Module({
  imports: [
    ConfigModule,
    DatabaseModule.forRoot(ENTITIES),
    ClockModule,
    JobsModule,
    WORK_HEALTH,
    DirectoryModule,
    DirectoryHttpModule,
    PlanHttpModule,
    IndicatorHttpModule,
    CycleHttpModule,
    ReviewHttpModule,
    ReportHttpModule,
    SearchHttpModule,
    NoticeHttpModule,
    ExchangeModule,
    OperationsModule,
    SystemModule,
  ],
  providers: [Access, { provide: APP_GUARD, useClass: AccessGuard }],
})
export class AppModule {}
