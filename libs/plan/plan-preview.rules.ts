import type { IndicatorReading, PlanReading, QuestionReading } from './reading/plan-reading.types.js';
import type { PlanPreview } from './plan-import.types.js';

type Direction = IndicatorReading['direction'];
type Reading = Omit<PlanPreview, 'difference'>;

/** Codes of questions whose answer is a direction. */
const ASK_DIRECTION = /^plan\.(direction_|target_unknown|target_relative)/;

/**
 * A reading as the page of the import shows it.
 *
 * @param decided directions that a person decided before, by key of the indicator
 */
export function previewOf(reading: PlanReading, decided: ReadonlyMap<string, Direction>): Reading {
  return {
    title: reading.title,
    firstFiscalYear: reading.firstFiscalYear,
    lastFiscalYear: reading.lastFiscalYear,
    totals: { ...reading.totals },
    sections: reading.sections.map((section) => ({
      key: section.key,
      number: section.number,
      title: section.title,
      line: section.line,
      policies: section.policies.map(({ text, line }) => ({ text, line })),
      programs: section.programs.map(({ key, title, line, items }) => ({
        key,
        title,
        line,
        items: items.map((item) => ({
          key: item.key,
          marker: item.marker,
          text: item.text,
          line: item.line,
        })),
      })),
      indicators: section.indicators.map((indicator) => indicatorOf(indicator, decided)),
    })),
    questions: reading.questions.map((question) => ({
      line: question.line,
      about: question.about,
      text: question.text,
      asks: asks(question),
      subject: question.subject,
    })),
  };
}

function indicatorOf(
  indicator: IndicatorReading,
  decided: ReadonlyMap<string, Direction>,
): Reading['sections'][number]['indicators'][number] {
  const { key, name, unit, direction, baseline, baselineYear, target, targets, targetYear, line } = indicator;
  return {
    key,
    name,
    unit,
    direction: decided.get(key) ?? direction,
    baseline: baseline === null ? null : { value: baseline, year: baselineYear },
    targets:
      targets?.map((one) => ({ ...one })) ?? (target === null ? [] : [{ value: target, year: targetYear }]),
    targetWords: indicator.targetWords ?? null,
    floor: indicator.floor ?? false,
    line,
  };
}

function asks({ code, subject }: QuestionReading): Reading['questions'][number]['asks'] {
  if (code.startsWith('plan.period_')) return 'period';
  if (code === 'plan.title_missing') return 'title';
  return subject !== null && ASK_DIRECTION.test(code) ? 'direction' : 'nothing';
}
