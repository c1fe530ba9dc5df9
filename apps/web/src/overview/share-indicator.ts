import type { IndicatorView, PlanReport } from '../api';

/**
 * The share of indicators on track as an indicator, so that it is drawn and tabled like every other one. Its first
 * path point is the published baseline of the whole plan and is not joined to what is computed here.
 */
export function shareIndicator({ onTrack, fiscalYear }: PlanReport, name: string): IndicatorView {
  const first = onTrack.path[0];
  const last = onTrack.path.at(-1);
  return {
    key: 'share-on-track',
    sectionKey: '',
    sectionNumber: '',
    sectionTitle: '',
    name,
    unit: '%',
    decimals: 1,
    direction: 'up',
    kind: 'level',
    note: '',
    formula: 'share_on_track',
    ownerName: null,
    baseline: first ?? null,
    targets: last && last !== first ? [{ ...last, floor: false }] : [],
    targetWords: null,
    expectedPath: onTrack.path,
    actuals: withThisYear(onTrack.actuals, fiscalYear, onTrack.share).map((actual) => ({
      ...actual,
      milestone: null,
      reason: null,
      preliminary: false,
      source: '',
      specialNote: '',
    })),
    judgements: [],
    latest: null,
  };
}

type YearValue = PlanReport['onTrack']['actuals'][number];

function withThisYear(
  actuals: readonly YearValue[],
  fiscalYear: number,
  share: string | null,
): readonly YearValue[] {
  if (share === null || actuals.some((actual) => actual.fiscalYear === fiscalYear)) return actuals;
  return [...actuals, { fiscalYear, value: share }];
}
