import { Module } from '@nestjs/common';
import { DirectoryModule } from '#directory';
import { IndicatorModule } from '#indicator';
import { MailModule } from '#mail';
import { ReportModule } from '#report';
import { IndicatorsBehind } from './indicators-behind.js';
import { LetterFactsStore } from './letter-facts.store.js';
import { LetterWriter } from './letter-writer.js';
import { LetterStore } from './letter.store.js';
import { AtOnceLettersCheck, PlanMorningLettersHandler } from './planning.handlers.js';
import { PlanningService } from './planning.service.js';
import { PlanningStore } from './planning.store.js';
import { PlannedLettersCheck, SendLettersHandler } from './send-letters.job.js';
import { YearSummaries } from './year-summaries.js';

@Module({
  imports: [DirectoryModule, IndicatorModule, ReportModule],
  providers: [
    LetterStore,
    LetterFactsStore,
    LetterWriter,
    PlanningStore,
    PlanningService,
    IndicatorsBehind,
    YearSummaries,
  ],
  exports: [LetterStore, LetterWriter, PlanningService],
})
export class NoticeModule {}

@Module({
  imports: [NoticeModule, MailModule],
  providers: [PlanMorningLettersHandler, AtOnceLettersCheck, SendLettersHandler, PlannedLettersCheck],
  exports: [AtOnceLettersCheck, PlannedLettersCheck],
})
export class NoticeJobsModule {}
