import { Global, Module } from '@nestjs/common';
import { BusinessClock } from './business-clock.js';
import { BusinessClockRow } from './business-clock.entity.js';
import { Closure } from './closure.entity.js';

export { BusinessClock } from './business-clock.js';
export const CALENDAR_ENTITIES = [BusinessClockRow, Closure] as const;

@Global()
@Module({ providers: [BusinessClock], exports: [BusinessClock] })
export class ClockModule {}
