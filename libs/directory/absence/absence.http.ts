import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { pageSchema } from '#database';
import { HouseOnly, RolesOnly } from '../access.js';
import { CurrentScope } from '../request-person.js';
import type { Scope } from '../scope.rules.js';
import { absenceListSchema, delegateListSchema, newAbsenceSchema } from './absence.schemas.js';
import { AbsenceService } from './absence.service.js';

type AbsenceList = z.infer<typeof absenceListSchema>;
type DelegateList = z.infer<typeof delegateListSchema>;
type NewAbsence = z.infer<typeof newAbsenceSchema>;

const PAGE_SIZE = 20;
const idSchema = z.uuid();
const daySchema = z.iso.date();
const wordsSchema = z.string().trim().max(60).default('');

/** A person's own absences. */
@HouseOnly()
@Controller('api/me')
export class OwnAbsenceController {
  constructor(private readonly absences: AbsenceService) {}

  @Get('absences')
  @ApiResponse({ status: 200, standardSchema: absenceListSchema })
  list(@CurrentScope() scope: Scope): Promise<AbsenceList> {
    return this.absences.list(scope.personId, scope.date);
  }

  /** Who can get the mail too on these days; without words the colleagues and superiors. */
  @Get('delegates')
  @ApiQuery({ name: 'words', required: false, type: String })
  @ApiQuery({ name: 'page', required: false, type: Number })
  @ApiResponse({ status: 200, standardSchema: delegateListSchema })
  delegates(
    @Query('from', { schema: daySchema }) fromDate: string,
    @Query('to', { schema: daySchema }) toDate: string,
    @Query('words', { schema: wordsSchema }) words: string,
    @Query('page', { schema: pageSchema }) page: number,
    @CurrentScope() scope: Scope,
  ): Promise<DelegateList> {
    const search = { personId: scope.personId, days: { fromDate, toDate }, words };
    return this.absences.delegates(search, scope.date, page, PAGE_SIZE);
  }

  @Post('absences')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: absenceListSchema })
  async add(
    @Body({ schema: newAbsenceSchema }) body: NewAbsence,
    @CurrentScope() scope: Scope,
  ): Promise<AbsenceList> {
    await this.absences.add(scope, scope.personId, body);
    return this.list(scope);
  }

  /** Back again: from today on nothing goes to the delegate. */
  @Delete('absences/:id')
  @ApiResponse({ status: 200, standardSchema: absenceListSchema })
  async end(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentScope() scope: Scope,
  ): Promise<AbsenceList> {
    await this.absences.end(scope, scope.personId, id);
    return this.list(scope);
  }
}

/** Absences of others, for who falls ill and cannot enter them. */
@RolesOnly('planner')
@Controller('api/people/:id')
export class AbsenceOfOthersController {
  constructor(private readonly absences: AbsenceService) {}

  @Get('absences')
  @ApiResponse({ status: 200, standardSchema: absenceListSchema })
  list(
    @Param('id', { schema: idSchema }) personId: string,
    @CurrentScope() scope: Scope,
  ): Promise<AbsenceList> {
    return this.absences.list(personId, scope.date);
  }

  @Post('absences')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: absenceListSchema })
  async add(
    @Param('id', { schema: idSchema }) personId: string,
    @Body({ schema: newAbsenceSchema }) body: NewAbsence,
    @CurrentScope() scope: Scope,
  ): Promise<AbsenceList> {
    await this.absences.add(scope, personId, body);
    return this.list(personId, scope);
  }

  @Delete('absences/:absence')
  @ApiResponse({ status: 200, standardSchema: absenceListSchema })
  async end(
    @Param('id', { schema: idSchema }) personId: string,
    @Param('absence', { schema: idSchema }) absence: string,
    @CurrentScope() scope: Scope,
  ): Promise<AbsenceList> {
    await this.absences.end(scope, personId, absence);
    return this.list(personId, scope);
  }
}
