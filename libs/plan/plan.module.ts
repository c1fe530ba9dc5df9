import { Module } from '@nestjs/common';
import { PlanImportStore } from './plan-import.store.js';
import { PlanService } from './plan.service.js';
import { PlanStore } from './plan.store.js';

@Module({ providers: [PlanStore, PlanImportStore, PlanService], exports: [PlanStore, PlanService] })
export class PlanModule {}
