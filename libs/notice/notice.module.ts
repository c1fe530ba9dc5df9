import { Module } from '@nestjs/common';
import { DirectoryModule } from '#directory';
import { IndicatorModule } from '#indicator';
import { MailModule } from '#mail';
import { LetterFactsStore } from './letter-facts.store.js';
import { LetterWriter } from './letter-writer.js';
import { LetterStore } from './letter.store.js';
import { PlanDailyLettersHandler, PlanManagerDigestsHandler } from './planning.handlers.js';
import { PlanningStore } from './planning.store.js';
import { PlannedLettersCheck, SendLettersHandler } from './send-letters.job.js';

@Module({
  imports: [DirectoryModule, IndicatorModule],
  providers: [LetterStore, LetterFactsStore, LetterWriter, PlanningStore],
  exports: [LetterStore, LetterFactsStore, LetterWriter, PlanningStore],
})
export class NoticeModule {}

@Module({
  imports: [NoticeModule, MailModule],
  providers: [PlanDailyLettersHandler, PlanManagerDigestsHandler, SendLettersHandler, PlannedLettersCheck],
  exports: [PlannedLettersCheck],
})
export class NoticeJobsModule {}
