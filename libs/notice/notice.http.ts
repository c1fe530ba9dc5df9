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

@Module({
  imports: [NoticeModule, DirectoryModule, CycleModule, ReviewModule],
  providers: [LetterRehearsal, RehearsalStore],
  controllers: [RehearsalController, LetterController, PasswordLinkController],
})
export class NoticeHttpModule {}
