import { Module } from '@nestjs/common';
import { PlanModule } from '#plan';
import { IndicatorService } from './indicator.service.js';
import { IndicatorStore } from './indicator.store.js';

@Module({
  imports: [PlanModule],
  providers: [IndicatorStore, IndicatorService],
  exports: [IndicatorStore, IndicatorService],
})
export class IndicatorModule {}
