import { Controller, Get, Module, Query } from '@nestjs/common';
import { ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { fiscalYearOf } from '#calendar';
import { CurrentScope, type Scope, HouseOnly } from '#directory';
import { PlanModule } from '#plan';
import { IndicatorModule } from './indicator.module.js';
import { indicatorListSchema } from './indicator.schemas.js';
import { IndicatorService } from './indicator.service.js';

@Controller('api/indicators')
export class IndicatorController {
  constructor(private readonly indicators: IndicatorService) {}

  /** All indicators as of a fiscal year; when none is named, the last one of which enough is known. */
  @HouseOnly()
  @Get()
  @ApiQuery({ name: 'year', required: false, type: Number })
  @ApiResponse({ status: 200, standardSchema: indicatorListSchema })
  async list(
    @Query('year', { schema: z.coerce.number().int().min(1990).max(2100).optional() })
    year: number | undefined,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof indicatorListSchema>> {
    const fiscalYear = year ?? (await this.indicators.yearToShow(fiscalYearOf(scope.date) - 1)).shown;
    return { fiscalYear, indicators: await this.indicators.views(fiscalYear) };
  }
}

@Module({ imports: [IndicatorModule, PlanModule], controllers: [IndicatorController] })
export class IndicatorHttpModule {}
