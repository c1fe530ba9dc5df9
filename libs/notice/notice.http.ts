import { Module } from '@nestjs/common';
import { DirectoryModule } from '#directory';
import { LetterController } from './ledger/letter.http.js';
import { NoticeModule } from './notice.module.js';
import { PasswordLinkController } from './password-link.http.js';

@Module({
  imports: [NoticeModule, DirectoryModule],
  controllers: [LetterController, PasswordLinkController],
})
export class NoticeHttpModule {}
