import { Controller, Get, Module, Param, Query } from '@nestjs/common';
import { ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { CycleModule } from '#cycle';
import { DirectoryModule, RolesOnly } from '#directory';
import { notFound } from '#errors';
import { MailModule } from '#mail';
import { ReviewModule } from '#review';
import { LetterWriter } from './letter-writer.js';
import { LetterStore } from './letter.store.js';
import { NoticeModule } from './notice.module.js';
import { LetterRehearsal } from './rehearsal/letter-rehearsal.service.js';
import { RehearsalController } from './rehearsal/rehearsal.http.js';
import { RehearsalStore } from './rehearsal/rehearsal.store.js';
import { PasswordLinkController } from './password-link.http.js';
import { OwnMailController, UnsubscribeController } from './preference/preference.http.js';
import { PreferenceService } from './preference/preference.service.js';
import { PreferenceStore } from './preference/preference.store.js';
import { letterListSchema, letterPreviewSchema } from './notice.schemas.js';

const stateSchema = z.enum(['planned', 'sending', 'sent', 'failed', 'uncertain', 'not_needed']);

@RolesOnly('planner', 'auditor')
@Controller('api/letters')
export class LetterController {
  constructor(
    private readonly store: LetterStore,
    private readonly writer: LetterWriter,
  ) {}

  @Get()
  @ApiQuery({ name: 'page', required: false, type: Number })
  @ApiQuery({ name: 'pageSize', required: false, type: Number })
  @ApiQuery({ name: 'state', required: false, type: String })
  @ApiResponse({ status: 200, standardSchema: letterListSchema })
  async list(
    @Query('page', { schema: z.coerce.number().int().min(1).max(100_000).default(1) }) page: number,
    @Query('pageSize', { schema: z.coerce.number().int().min(1).max(200).default(50) }) pageSize: number,
    @Query('state', { schema: stateSchema.optional() }) state: z.infer<typeof stateSchema> | undefined,
  ): Promise<z.infer<typeof letterListSchema>> {
    const [total, rows] = await Promise.all([
      this.store.total(state ?? null),
      this.store.page(state ?? null, page, pageSize),
    ]);
    return { total, page, pageSize, rows };
  }

  /** The letter as it would be written now. */
  @Get(':id/preview')
  @ApiResponse({ status: 200, standardSchema: letterPreviewSchema })
  async preview(@Param('id', { schema: z.uuid() }) id: string): Promise<z.infer<typeof letterPreviewSchema>> {
    const letter = await this.store.byId(id);
    const rendered = letter && (await this.writer.write([letter])).get(id);
    if (!letter || !rendered) throw notFound('notice.no_such_letter');
    return { ...rendered, to: `${letter.name} <${letter.email}>` };
  }
}

@Module({
  imports: [NoticeModule, DirectoryModule, MailModule, CycleModule, ReviewModule],
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
