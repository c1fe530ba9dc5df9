import { Injectable } from '@nestjs/common';
import { IndicatorService, participationShare } from '#indicator';
import { SheetStore, type SheetRow } from './sheet.store.js';

export interface ComputedValue {
  readonly value: string;
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Values that need nobody to count: the share of indicators on track, and the share of items done with citizen
 * participation. They are proposed to the owner of the indicator, who confirms that the population is right.
 */
@Injectable()
export class ComputedIndicator {
  constructor(
    private readonly indicators: IndicatorService,
    private readonly sheets: SheetStore,
  ) {}

  /** The value that the sheets give, or `null` when the indicator is counted by people or nothing is there to count. */
  async propose(row: SheetRow): Promise<ComputedValue | null> {
    if (row.subjectKind !== 'indicator') return null;
    const [view] = await this.indicators.views(row.fiscalYear, [row.subject.key]);
    if (!view?.formula) return null;
    const share =
      view.formula === 'share_on_track'
        ? (await this.indicators.shareOnTrack(row.fiscalYear)).share
        : participationShare(await this.sheets.participation(row.planId, row.fiscalYear), view.decimals);
    const { value, numerator, denominator } = share;
    return value === null ? null : { value, numerator, denominator };
  }
}
