import { Module } from '@nestjs/common';
import { CycleModule } from '#cycle';
import { DirectoryModule } from '#directory';
import { ReviewModule } from '#review';
import { LetterController } from './ledger/letter.http.js';
import { NoticeModule } from './notice.module.js';
import { PasswordLinkController } from './password-link.http.js';
import { LetterRehearsal } from './rehearsal/letter-rehearsal.service.js';
import { RehearsalController } from './rehearsal/rehearsal.http.js';
import { RehearsalStore } from './rehearsal/rehearsal.store.js';
import { RehearsedLetters } from './rehearsal/rehearsed-letters.js';
import { ReminderRequestController } from './reminder-request/reminder-request.http.js';
import { ReminderRequestService } from './reminder-request/reminder-request.service.js';
import { ReminderRequestStore } from './reminder-request/reminder-request.store.js';
import { OwnMailController, UnsubscribeController } from './preference/preference.http.js';
import { PreferenceService } from './preference/preference.service.js';
import { PreferenceStore } from './preference/preference.store.js';

@Module({
  imports: [NoticeModule, DirectoryModule, CycleModule, ReviewModule],
  providers: [
    LetterRehearsal,
    RehearsalStore,
    RehearsedLetters,
    ReminderRequestService,
    ReminderRequestStore,
    PreferenceService,
    PreferenceStore,
  ],
  controllers: [
    RehearsalController,
    ReminderRequestController,
    LetterController,
    PasswordLinkController,
    OwnMailController,
    UnsubscribeController,
  ],
})
export class NoticeHttpModule {}
