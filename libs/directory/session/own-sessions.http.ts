import type {} from '@fastify/cookie';
import { Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SignedIn } from '../access.js';
import { CurrentScope } from '../request-person.js';
import type { Scope } from '../scope.rules.js';
import { SESSION_COOKIE } from '../sign-in.service.js';
import { ownSessionsSchema } from './own-sessions.schemas.js';
import { OwnSessionsService } from './own-sessions.service.js';

type OwnSessions = z.infer<typeof ownSessionsSchema>;

const idSchema = z.uuid();
const tokenOf = (request: FastifyRequest): string => request.cookies[SESSION_COOKIE] ?? '';

@SignedIn()
@Controller('api/me/sessions')
export class OwnSessionsController {
  constructor(private readonly sessions: OwnSessionsService) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: ownSessionsSchema })
  list(@CurrentScope() scope: Scope, @Req() request: FastifyRequest): Promise<OwnSessions> {
    return this.sessions.list(scope, tokenOf(request));
  }

  @Delete(':id')
  @ApiResponse({ status: 200, standardSchema: ownSessionsSchema })
  async end(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentScope() scope: Scope,
    @Req() request: FastifyRequest,
  ): Promise<OwnSessions> {
    await this.sessions.end(scope, id);
    return this.list(scope, request);
  }

  /** Everywhere but here. */
  @Post('end-others')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: ownSessionsSchema })
  async endOthers(@CurrentScope() scope: Scope, @Req() request: FastifyRequest): Promise<OwnSessions> {
    await this.sessions.endOthers(scope, tokenOf(request));
    return this.list(scope, request);
  }
}
