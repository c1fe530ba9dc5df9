import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { pageSchema, pageSizeSchema } from '#database';
import { CurrentPerson, type PersonRow, RolesOnly } from '#directory';
import { notFound } from '#errors';
import { LetterStore } from '../letter.store.js';
import { LedgerService } from './ledger.service.js';
import { LETTER_KINDS, LETTER_STATES, type LetterKind, letterKindSchema } from './letter.codes.js';
import { LetterComposer } from './letter-composer.js';
import { LetterListStore } from './letter-list.store.js';
import {
  arrivedSchema,
  changedLettersSchema,
  changeMailSettingSchema,
  letterDetailSchema,
  letterListSchema,
  letterPreviewSchema,
  mailSettingSchema,
  resendSchema,
} from './letter.schemas.js';
import { MailSettingStore } from './mail-setting.store.js';

const stateSchema = z.enum(LETTER_STATES);

/** メール: what was sent to whom, and what is decided about it. */
@RolesOnly('planner', 'auditor')
@Controller('api/letters')
export class LetterController {
  constructor(
    private readonly letters: LetterListStore,
    private readonly store: LetterStore,
    private readonly composer: LetterComposer,
    private readonly ledger: LedgerService,
    private readonly settings: MailSettingStore,
  ) {}

  @Get()
  @ApiQuery({ name: 'page', required: false, type: Number })
  @ApiQuery({ name: 'pageSize', required: false, type: Number })
  @ApiQuery({ name: 'state', required: false, enum: LETTER_STATES })
  @ApiQuery({ name: 'kind', required: false, enum: LETTER_KINDS })
  @ApiQuery({ name: 'day', required: false, type: String })
  @ApiQuery({ name: 'text', required: false, type: String })
  @ApiQuery({ name: 'bounced', required: false, enum: ['1'] })
  @ApiResponse({ status: 200, standardSchema: letterListSchema })
  async list(
    @Query('page', { schema: pageSchema }) page: number,
    @Query('pageSize', { schema: pageSizeSchema }) pageSize: number,
    @Query('state', { schema: stateSchema.optional() }) state: z.infer<typeof stateSchema> | undefined,
    @Query('kind', { schema: letterKindSchema.optional() }) kind: LetterKind | undefined,
    @Query('day', { schema: z.iso.date().optional() }) day: string | undefined,
    @Query('text', { schema: z.string().trim().max(200).optional() }) text: string | undefined,
    @Query('bounced', { schema: z.literal('1').optional() }) bounced: '1' | undefined,
  ): Promise<z.infer<typeof letterListSchema>> {
    const filter = {
      state: state ?? null,
      kind: kind ?? null,
      day: day ?? null,
      text: text === undefined || text === '' ? null : text,
      bounced: bounced !== undefined,
    };
    const [states, rows] = await Promise.all([
      this.letters.states(filter),
      this.letters.page(filter, page, pageSize),
    ]);
    const shown = states.filter((one) => state === undefined || one.state === state);
    return { total: shown.reduce((sum, { count }) => sum + count, 0), states, page, pageSize, rows };
  }

  @Get('setting')
  @ApiResponse({ status: 200, standardSchema: mailSettingSchema })
  setting(): Promise<z.infer<typeof mailSettingSchema>> {
    return this.settings.read();
  }

  @RolesOnly('planner')
  @Put('setting')
  @ApiResponse({ status: 200, standardSchema: mailSettingSchema })
  changeSetting(
    @Body({ schema: changeMailSettingSchema }) body: z.infer<typeof changeMailSettingSchema>,
    @CurrentPerson() person: PersonRow,
  ): Promise<z.infer<typeof mailSettingSchema>> {
    return this.ledger.changeSetting(body, person.id);
  }

  /** The letters go out again, to the addresses their people have now. */
  @RolesOnly('planner')
  @Post('resend')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: changedLettersSchema })
  async resend(
    @Body({ schema: resendSchema }) body: z.infer<typeof resendSchema>,
    @CurrentPerson() person: PersonRow,
  ): Promise<z.infer<typeof changedLettersSchema>> {
    return { letters: await this.ledger.sendAgain(body, person.id) };
  }

  /** Uncertain letters that are known to have arrived. */
  @RolesOnly('planner')
  @Post('arrived')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: changedLettersSchema })
  async arrived(
    @Body({ schema: arrivedSchema }) { ids }: z.infer<typeof arrivedSchema>,
    @CurrentPerson() person: PersonRow,
  ): Promise<z.infer<typeof changedLettersSchema>> {
    return { letters: await this.ledger.arrived(ids, person.id) };
  }

  @Get(':id')
  @ApiResponse({ status: 200, standardSchema: letterDetailSchema })
  async detail(@Param('id', { schema: z.uuid() }) id: string): Promise<z.infer<typeof letterDetailSchema>> {
    const letter = await this.letters.detail(id);
    if (!letter) throw notFound('notice.no_such_letter');
    return letter;
  }

  /** The letter as it would be written now. */
  @Get(':id/preview')
  @ApiResponse({ status: 200, standardSchema: letterPreviewSchema })
  async preview(@Param('id', { schema: z.uuid() }) id: string): Promise<z.infer<typeof letterPreviewSchema>> {
    const letter = await this.store.byId(id);
    if (!letter) throw notFound('notice.no_such_letter');
    const rendered = await this.composer.preview(letter);
    if (!rendered) throw notFound('notice.nothing_left_to_tell');
    return { ...rendered, to: `${letter.name} <${letter.email}>` };
  }
}
