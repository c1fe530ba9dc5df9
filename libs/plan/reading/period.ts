import type { IndicatorReading } from './plan-reading.types.js';
import type { Ask } from './questions.js';
import type { SourceLine } from './text/source-lines.js';
import { readSpan } from './text/years.js';

export interface PlanPeriod {
  readonly firstFiscalYear: number | null;
  readonly lastFiscalYear: number | null;
  readonly baselineFiscalYear: number | null;
  readonly targetFiscalYear: number | null;
}

interface Span {
  readonly first: number;
  readonly last: number;
  readonly line: number;
}

/** How far a statement of the period may stand from the start of the document when it is only a subtitle. */
const titleLines = 15;

/**
 * The fiscal years of the plan. The period is taken from its statement (計画期間, or years beside the title); where
 * there is none, from baseline and target years, with a question.
 */
export function readPeriod(
  lines: readonly SourceLine[],
  indicators: readonly IndicatorReading[],
  ask: Ask,
): PlanPeriod {
  const baselineFiscalYear = mostCommon(indicators.map((indicator) => indicator.baselineYear));
  const targetFiscalYear = mostCommon(indicators.map((indicator) => indicator.targetYear));
  const years = { baselineFiscalYear, targetFiscalYear };
  const spans = statedSpans(lines);
  const stated = spans.find((span) => span.last === targetFiscalYear) ?? spans[0];
  if (stated !== undefined) {
    askAboutOtherSpans(stated, spans, ask);
    return { firstFiscalYear: stated.first, lastFiscalYear: stated.last, ...years };
  }
  const about = '計画期間';
  const line = indicators[0]?.line ?? 1;
  if (baselineFiscalYear === null || targetFiscalYear === null || targetFiscalYear <= baselineFiscalYear) {
    ask({ code: 'plan.period_unknown', line, about, subject: null });
    return { firstFiscalYear: null, lastFiscalYear: targetFiscalYear, ...years };
  }
  const first = baselineFiscalYear + 1;
  ask({ code: 'plan.period_missing', line, about, subject: null, params: { first, last: targetFiscalYear } });
  return { firstFiscalYear: first, lastFiscalYear: targetFiscalYear, ...years };
}

function statedSpans(lines: readonly SourceLine[]): Span[] {
  const filled = lines.filter((line) => line.text !== '');
  return filled.flatMap((line, at) => {
    const states = /計画の?期間|(?:計画|構想)は.{0,20}(?:期間|年間)/.test(line.text);
    const nextLine = states && /期間[とは:：】]*$/.test(line.text) ? (filled[at + 1]?.text ?? '') : '';
    const subtitle = at < titleLines && line.text.length <= 50 && /[～〜~–—―−－-]|から/.test(line.text);
    if (!states && !subtitle) return [];
    if (/[\t|]/.test(line.raw)) return [];
    const span = readSpan(`${line.text} ${nextLine}`);
    return span === null ? [] : [{ ...span, line: line.number }];
  });
}

function askAboutOtherSpans(stated: Span, spans: readonly Span[], ask: Ask): void {
  const different = [...new Set(spans.map((span) => `${span.first}～${span.last}年度`))];
  if (different.length < 2) return;
  ask({
    code: 'plan.period_differs',
    line: stated.line,
    about: '計画期間',
    subject: null,
    params: { count: different.length, spans: different.join('、'), first: stated.first, last: stated.last },
  });
}

/** The year that most indicators have; on a tie the first one. */
function mostCommon(years: readonly (number | null)[]): number | null {
  const counts = new Map<number, number>();
  for (const year of years) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].reduce<[number | null, number]>(
    (best, each) => (each[1] > best[1] ? each : best),
    [null, 0],
  )[0];
}
