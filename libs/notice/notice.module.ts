import { Module } from '@nestjs/common';
import { DirectoryModule } from '#directory';
import { IndicatorModule } from '#indicator';
import { MailModule } from '#mail';
import { ReportModule } from '#report';
import { IndicatorsBehind } from './indicators-behind.js';
import { BounceModule } from './ledger/bounce.service.js';
import { BounceReceiver } from './ledger/bounce-receiver.js';
import { ClaimStore } from './ledger/claim.store.js';
import { LedgerService } from './ledger/ledger.service.js';
import { LetterComposer } from './ledger/letter-composer.js';
import { LetterDecisionStore } from './ledger/letter-decision.store.js';
import { LetterListStore } from './ledger/letter-list.store.js';
import { LetterSender } from './ledger/letter-sender.js';
import { MailSettingStore } from './ledger/mail-setting.store.js';
import { DigestFactsStore } from './digest-facts.store.js';
import { LetterFactsStore } from './letter-facts.store.js';
import { LetterWriter } from './letter-writer.js';
import { LetterStore } from './letter.store.js';
import { PasswordLetterStore } from './password-letter.store.js';
import { AtOnceLettersCheck, PlanMorningLettersHandler } from './planning.handlers.js';
import { PlanningService } from './planning.service.js';
import { PlanningStore } from './planning.store.js';
import { PlannedLettersCheck, SendLettersHandler } from './send-letters.handler.js';
import { YearSummaries } from './year-summaries.js';

/** Deciding who must hear what, and writing it. */
const WRITING = [
  LetterStore,
  LetterFactsStore,
  DigestFactsStore,
  LetterWriter,
  PlanningStore,
  PlanningService,
  IndicatorsBehind,
  YearSummaries,
];
/** What became of each letter, and what is decided about it. */
const LEDGER = [
  LetterComposer,
  LetterListStore,
  LetterDecisionStore,
  MailSettingStore,
  PasswordLetterStore,
  LedgerService,
];

@Module({
  imports: [DirectoryModule, IndicatorModule, ReportModule],
  providers: [...WRITING, ...LEDGER],
  exports: [LetterStore, LetterWriter, PlanningService, ...LEDGER],
})
export class NoticeModule {}

@Module({
  imports: [NoticeModule, MailModule, BounceModule],
  providers: [
    BounceReceiver,
    ClaimStore,
    LetterSender,
    PlanMorningLettersHandler,
    AtOnceLettersCheck,
    SendLettersHandler,
    PlannedLettersCheck,
  ],
  exports: [AtOnceLettersCheck, PlannedLettersCheck],
})
export class NoticeJobsModule {}
