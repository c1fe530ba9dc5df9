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
import { OwnMailController, UnsubscribeController } from './preference/preference.http.js';
import { PreferenceService } from './preference/preference.service.js';
import { PreferenceStore } from './preference/preference.store.js';

@Module({
  imports: [NoticeModule, DirectoryModule, CycleModule, ReviewModule],
  providers: [LetterRehearsal, RehearsalStore, PreferenceService, PreferenceStore],
  controllers: [
    RehearsalController,
    LetterController,
    PasswordLinkController,
    OwnMailController,
    UnsubscribeController,
  ],
})
export class NoticeHttpModule {}
