import { Controller, Get, Module, Param } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { CycleModule } from '#cycle';
import { HouseOnly } from '#directory';
import { IndicatorModule } from '#indicator';
import { PlanModule } from '#plan';
import { planReportSchema, sectionReportSchema } from './report.schemas.js';
import { ReportService } from './report.service.js';
import { ReportStore } from './report.store.js';

const yearSchema = z.coerce.number().int().min(1990).max(2100);
const yearsSchema = z.object({ years: z.array(z.int()), current: z.int() }).meta({ id: 'ReportYears' });

/** Reports are made from approved sheets and carry no names, so everybody in the house may read them. */
@HouseOnly()
@Controller('api/reports')
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: yearsSchema })
  years(): Promise<z.infer<typeof yearsSchema>> {
    return this.reports.years();
  }

  @Get(':year')
  @ApiResponse({ status: 200, standardSchema: planReportSchema })
  plan(@Param('year', { schema: yearSchema }) year: number): Promise<z.infer<typeof planReportSchema>> {
    return this.reports.plan(year);
  }

  @Get(':year/sections/:key')
  @ApiResponse({ status: 200, standardSchema: sectionReportSchema })
  section(
    @Param('year', { schema: yearSchema }) year: number,
    @Param('key', { schema: z.string().min(1).max(60) }) key: string,
  ): Promise<z.infer<typeof sectionReportSchema>> {
    return this.reports.section(year, key);
  }
}

@Module({
  imports: [PlanModule, CycleModule, IndicatorModule],
  providers: [ReportStore, ReportService],
  exports: [ReportService],
})
export class ReportModule {}

@Module({ imports: [ReportModule], controllers: [ReportController] })
export class ReportHttpModule {}
