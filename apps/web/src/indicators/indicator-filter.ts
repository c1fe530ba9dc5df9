import type { IndicatorList, IndicatorView, JudgementStatus } from '../api';
import type { Filter } from './filter-address';

/** The status of the year shown; an indicator without a judgement counts as not judged. */
export function statusOf({ latest }: IndicatorView): JudgementStatus {
  return latest?.status ?? 'not_judged';
}

/** How many indicators each status has, whatever is filtered otherwise. */
export function countStatuses({ indicators }: IndicatorList): ReadonlyMap<JudgementStatus, number> {
  const counts = new Map<JudgementStatus, number>();
  for (const indicator of indicators) {
    const status = statusOf(indicator);
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
}

export function filterIndicators({ indicators }: IndicatorList, filter: Filter): readonly IndicatorView[] {
  const wanted = plain(filter.text);
  return indicators.filter(
    (indicator) =>
      (filter.statuses.length === 0 || filter.statuses.includes(statusOf(indicator))) &&
      (filter.section === '' || indicator.sectionKey === filter.section) &&
      plain(`${indicator.name}${indicator.ownerName ?? ''}${indicator.sectionTitle}`).includes(wanted),
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
