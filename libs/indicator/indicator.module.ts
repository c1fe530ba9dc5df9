import { Module } from '@nestjs/common';
import { PlanModule } from '#plan';
import { IndicatorHistoryTable } from './exchange/indicator-history-table.js';
import { IndicatorService } from './indicator.service.js';
import { IndicatorStore } from './indicator.store.js';

@Module({
  imports: [PlanModule],
  providers: [IndicatorStore, IndicatorService, IndicatorHistoryTable],
  exports: [IndicatorStore, IndicatorService, IndicatorHistoryTable],
})
export class IndicatorModule {}
