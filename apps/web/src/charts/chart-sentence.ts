import type { IndicatorView } from '../api';
import { totalsToDate } from './chart-series';
import { judgementOf } from './judgement-basis';
import type { Values } from './use-values';
import type { Say } from '../words';

/**
 * The chart in words: the year's value and judgement, the expected value, baseline and target; with `allYears` every
 * actual as well, for those who hear the chart.
 */
export function chartSentence(
  indicator: IndicatorView,
  fiscalYear: number,
  { say, withUnit, year, word }: Values,
  parts: Say,
  allYears = false,
): string {
  const sentences = [
    yearSentence(indicator, fiscalYear, { say, withUnit, year, word }, parts),
    expectedSentence(indicator, fiscalYear, { say, withUnit }),
    baselineSentence(indicator, { say, withUnit, year }),
    targetSentence(indicator, { say, withUnit, year, word }),
    allYears ? yearsSentence(indicator, { say, withUnit, year, word }) : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(say('summary.between'));
}

type Writing<K extends keyof Values> = Pick<Values, K>;

function yearSentence(
  indicator: IndicatorView,
  fiscalYear: number,
  { say, withUnit, year, word }: Writing<'say' | 'withUnit' | 'year' | 'word'>,
  parts: Say,
): string {
  const judgement = judgementOf(indicator, fiscalYear);
  const actual = indicator.actuals.find((one) => one.fiscalYear === fiscalYear);
  const value = totalsToDate(indicator).get(fiscalYear);
  const written = actual?.milestone ? word(actual.milestone) : value === undefined ? null : withUnit(value);
  if (written === null) {
    const reason = judgement?.reason ?? actual?.reason;
    if (!reason) return say('summary.nothing', { year: year(fiscalYear) });
    return say('summary.no_value', { year: year(fiscalYear), reason: parts(`reason.${reason}`) });
  }
  if (judgement === null) return say('summary.unjudged', { year: year(fiscalYear), actual: written });
  const status = parts(`status.${judgement.status}`);
  return say('summary.judged', { year: year(fiscalYear), actual: written, status });
}

function expectedSentence(
  indicator: IndicatorView,
  fiscalYear: number,
  { say, withUnit }: Writing<'say' | 'withUnit'>,
): string {
  const expected = judgementOf(indicator, fiscalYear)?.expected;
  return expected == null ? '' : say('summary.expected', { value: withUnit(expected) });
}

function baselineSentence(
  { baseline, kind }: IndicatorView,
  { say, withUnit, year }: Writing<'say' | 'withUnit' | 'year'>,
): string {
  if (kind === 'milestone' || kind === 'plan_total') return '';
  if (baseline === null) return say('summary.no_baseline');
  return say('summary.baseline', { year: year(baseline.fiscalYear), value: withUnit(baseline.value) });
}

function targetSentence(
  { targets, targetWords, kind }: IndicatorView,
  { say, withUnit, year, word }: Writing<'say' | 'withUnit' | 'year' | 'word'>,
): string {
  const target = [...targets].sort((one, other) => one.fiscalYear - other.fiscalYear).at(-1);
  if (target === undefined) return '';
  const at = { year: year(target.fiscalYear) };
  if (kind === 'milestone') return say('summary.target_words', { ...at, value: word('完了') });
  if (target.value !== null) return say('summary.target', { ...at, value: withUnit(target.value) });
  return targetWords === null ? '' : say('summary.target_words', { ...at, value: word(targetWords) });
}

function yearsSentence(
  indicator: IndicatorView,
  { say, withUnit, year, word }: Writing<'say' | 'withUnit' | 'year' | 'word'>,
): string {
  const totals = totalsToDate(indicator);
  const years = indicator.actuals.flatMap(({ fiscalYear, milestone }) => {
    const total = totals.get(fiscalYear);
    const value = milestone !== null ? word(milestone) : total === undefined ? null : withUnit(total);
    return value === null ? [] : [say('summary.year_value', { year: year(fiscalYear), value })];
  });
  return years.length === 0 ? '' : say('summary.years', { years: years.join(say('summary.separator')) });
}
