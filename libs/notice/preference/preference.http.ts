import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiConsumes, ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { pageSchema } from '#database';
import { CurrentScope, Public, type Scope, SignedIn } from '#directory';
import {
  changePreferenceSchema,
  mailPreferenceSchema,
  ownLetterListSchema,
  unsubscribeSchema,
} from './preference.schemas.js';
import { PreferenceService } from './preference.service.js';

type MailPreference = z.infer<typeof mailPreferenceSchema>;
type Unsubscribe = z.infer<typeof unsubscribeSchema>;
const tokenSchema = z.uuid();

/** A person's own mail: how it comes, and what came. */
@SignedIn()
@Controller('api/me')
export class OwnMailController {
  constructor(private readonly preferences: PreferenceService) {}

  @Get('mail')
  @ApiResponse({ status: 200, standardSchema: mailPreferenceSchema })
  view(@CurrentScope() scope: Scope): Promise<MailPreference> {
    return this.preferences.view(scope);
  }

  @Put('mail')
  @ApiResponse({ status: 200, standardSchema: mailPreferenceSchema })
  async change(
    @Body({ schema: changePreferenceSchema }) body: z.infer<typeof changePreferenceSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<MailPreference> {
    await this.preferences.change(scope, body);
    return this.preferences.view(scope);
  }

  @Get('letters')
  @ApiQuery({ name: 'page', required: false, type: Number })
  @ApiQuery({ name: 'pageSize', required: false, type: Number })
  @ApiResponse({ status: 200, standardSchema: ownLetterListSchema })
  letters(
    @Query('page', { schema: pageSchema }) page: number,
    @Query('pageSize', { schema: z.coerce.number().int().min(1).max(100).default(10) }) pageSize: number,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof ownLetterListSchema>> {
    return this.preferences.letters(scope, page, pageSize);
  }
}

/** The links by which a letter that is not a duty is ended (RFC 8058); the token of the letter is what opens them. */
@Public()
@Controller('api/unsubscribe')
export class UnsubscribeController {
  constructor(private readonly preferences: PreferenceService) {}

  /** Programs that scan mail follow every link, so this one only leads to the page that asks. */
  @Get(':token')
  page(@Param('token', { schema: tokenSchema }) token: string, @Res() reply: FastifyReply): void {
    void reply.redirect(`/unsubscribe/${token}`, 303);
  }

  /** The one click: posted by the mail program itself, which has neither our cookie nor our header. */
  @Public({ fromAnywhere: true })
  @Post(':token')
  @HttpCode(200)
  @ApiConsumes('application/x-www-form-urlencoded', 'multipart/form-data')
  @ApiResponse({ status: 200, standardSchema: unsubscribeSchema })
  end(@Param('token', { schema: tokenSchema }) token: string): Promise<Unsubscribe> {
    return this.preferences.end(token, false);
  }

  @Get(':token/state')
  @ApiResponse({ status: 200, standardSchema: unsubscribeSchema })
  state(@Param('token', { schema: tokenSchema }) token: string): Promise<Unsubscribe> {
    return this.preferences.linked(token);
  }

  /** Ended by mistake: they come again. */
  @Post(':token/undo')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: unsubscribeSchema })
  undo(@Param('token', { schema: tokenSchema }) token: string): Promise<Unsubscribe> {
    return this.preferences.end(token, true);
  }
}
