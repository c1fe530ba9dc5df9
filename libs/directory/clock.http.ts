import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { writeAudit } from '#audit';
import { fiscalYearEnd, fiscalYearOf, japanDate, japanHour } from '#calendar';
import { BusinessClock } from '#calendar/clock';
import { CONFIG, type Config } from '#config';
import { Database } from '#database';
import { forbidden, invalid } from '#errors';
import { Bell, ringTimetable } from '#jobs';
import { RolesOnly, SignedIn } from './access.js';
import { CurrentScope } from './request-person.js';
import type { Scope } from './scope.rules.js';
import { clockSchema, moveClockSchema } from './session.schemas.js';

type Clock = z.infer<typeof clockSchema>;

/** The product's date; the planner of a sample city can move it forward. */
@Controller('api/clock')
export class ClockController {
  constructor(
    private readonly clock: BusinessClock,
    private readonly database: Database,
    private readonly bell: Bell,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @SignedIn()
  @Get()
  @ApiResponse({ status: 200, standardSchema: clockSchema })
  async view(): Promise<Clock> {
    const now = await this.clock.now();
    return { today: japanDate(now), hour: japanHour(now), movable: this.config.sampleCity };
  }

  @RolesOnly('planner')
  @Post()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: clockSchema })
  async move(
    @Body({ schema: moveClockSchema }) body: z.infer<typeof moveClockSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<Clock> {
    if (!this.config.sampleCity) throw forbidden('clock.sample_city_only');
    await this.database.transaction(async (sql) => {
      // Time never runs backwards after a slip: not beyond the next fiscal year at one time.
      const last = fiscalYearEnd(fiscalYearOf(await this.clock.today(sql)) + 1);
      if (body.date > last) throw invalid('clock.too_far', { last });
      await this.clock.moveTo(sql, body.date, body.hour);
      await writeAudit(sql, {
        businessDate: body.date,
        personId: scope.personId,
        action: 'business_clock.moved',
        subjectKind: 'business_clock',
        subjectId: '1',
        detail: { from: scope.date, to: body.date },
      });
    });
    await this.bell.ring(ringTimetable, {});
    return this.view();
  }
}
