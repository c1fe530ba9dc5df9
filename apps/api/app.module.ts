import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ClockModule } from '#calendar/clock';
import { ConfigModule } from '#config';
import { CycleHttpModule } from '#cycle';
import { DatabaseModule } from '#database';
import { DirectoryHttpModule, DirectoryModule } from '#directory';
import { IndicatorHttpModule } from '#indicator';
import { JobsModule } from '#jobs';
import { NoticeHttpModule } from '#notice';
import { PlanHttpModule } from '#plan';
import { ReportHttpModule } from '#report';
import { ReviewHttpModule } from '#review';
import { ENTITIES } from '../entities.js';
import { AccessGuard } from './access.guard.js';
import { ExchangeModule } from './exchange.http.js';
import { SystemModule } from './system.http.js';

@Module({
  imports: [
    ConfigModule,
    DatabaseModule.forRoot(ENTITIES),
    ClockModule,
    JobsModule.forRoot(),
    DirectoryModule,
    DirectoryHttpModule,
    PlanHttpModule,
    IndicatorHttpModule,
    CycleHttpModule,
    ReviewHttpModule,
    ReportHttpModule,
    NoticeHttpModule,
    ExchangeModule,
    SystemModule,
  ],
  providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
})
export class AppModule {}
