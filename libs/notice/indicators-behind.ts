import { Injectable } from '@nestjs/common';
import { IndicatorService } from '#indicator';
import type { LetterIndicator } from './letters/index.js';

/** Indicators that managers must hear of. */
@Injectable()
export class IndicatorsBehind {
  constructor(private readonly indicators: IndicatorService) {}

  /** Indicators judged behind or worse in a year, as letters name them. */
  async inYear(fiscalYear: number): Promise<{ key: string; indicator: LetterIndicator }[]> {
    const views = await this.indicators.views(fiscalYear);
    return views.flatMap((view) => {
      const status = view.latest?.status;
      const actual = view.actuals.find((a) => a.fiscalYear === fiscalYear)?.value;
      if ((status !== 'behind' && status !== 'worse') || !actual) return [];
      const indicator: LetterIndicator = {
        label: view.sectionNumber,
        name: view.name,
        status,
        fiscalYear,
        actual,
        expected: view.latest?.expected ?? null,
        unit: view.unit,
        url: `/plan/${view.sectionKey}`,
      };
      return [{ key: view.key, indicator }];
    });
  }
}
