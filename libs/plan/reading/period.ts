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

/**
 * The fiscal years of the plan. The period is taken from its statement (計画期間, or years beside the title); where
 * there is none, from baseline and target years, with a question. `firstSection` is the line of the first heading.
 */
export function readPeriod(
  lines: readonly SourceLine[],
  indicators: readonly IndicatorReading[],
  firstSection: number,
  ask: Ask,
): PlanPeriod {
  const baselineFiscalYear = mostCommon(indicators.map((indicator) => indicator.baselineYear));
  const targetFiscalYear = mostCommon(indicators.map((indicator) => indicator.targetYear));
  const years = { baselineFiscalYear, targetFiscalYear };
  const spans = statedSpans(lines, firstSection);
  const stated = spans.find((span) => span.last === targetFiscalYear) ?? spans[0];
  if (stated !== undefined) {
    askAboutOtherSpans(stated, spans, ask);
    askAboutTargetYear(stated, targetFiscalYear, ask);
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

function statedSpans(lines: readonly SourceLine[], firstSection: number): Span[] {
  const filled = lines.filter((line) => line.text !== '');
  return filled.flatMap((line, at) => {
    if (/[\t|]/.test(line.raw) || earlierPlan.test(line.text)) return [];
    const states = statement.test(line.text);
    if (!states && !isSubtitle(line, firstSection)) return [];
    const goesOn = states && /期間[とは:：】]*$/.test(line.text);
    const span = readSpan(goesOn ? `${line.text} ${filled[at + 1]?.text ?? ''}` : line.text);
    return span === null ? [] : [{ ...span, line: line.number }];
  });
}

const statement = /計画の?期間|(?:本|この)(?:基本|総合)?(?:計画|構想)は.{0,20}(?:期間|年間)/;
const earlierPlan = /(?:前|旧|現行の?|これまでの)(?:基本|総合)?計画/;

/** Years beside or beneath the title: a short line before the first section that is no sentence. */
function isSubtitle(line: SourceLine, firstSection: number): boolean {
  if (line.number >= firstSection || line.text.length > 50) return false;
  return !/[。、]/.test(line.text) && /[～〜~–—―−－-]|から/.test(line.text);
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

function askAboutTargetYear(stated: Span, targetYear: number | null, ask: Ask): void {
  if (targetYear === null || (stated.first <= targetYear && targetYear <= stated.last)) return;
  const { first, last, line } = stated;
  const params = { first, last, targetYear };
  ask({ code: 'plan.period_without_target', line, about: '計画期間', subject: null, params });
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
