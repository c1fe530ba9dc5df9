import type {
  Direction,
  IndicatorKind,
  IndicatorReading,
  PlanReading,
  PlanTotals,
  SectionNumber,
  SectionReading,
  TargetReading,
} from './plan-reading.types.js';

export interface ReportedSection {
  readonly number: SectionNumber;
  readonly title: string;
  readonly policies: number;
  readonly indicators: number;
  readonly programs: number;
  /** Number of items of each program. */
  readonly items: readonly number[];
  readonly line: number;
}

export interface ReportedIndicator {
  readonly section: SectionNumber;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: Direction;
  /** Only where it is not the plain `level`. */
  readonly kind?: IndicatorKind;
  readonly baseline: string | null;
  readonly baselineYear?: number;
  readonly target?: string;
  readonly targets?: readonly TargetReading[];
  readonly targetWords?: string;
  readonly floor?: true;
  readonly targetYear?: number;
  /** A definition is printed with it. */
  readonly note?: true;
  readonly line: number;
}

export interface PlanReport {
  readonly totals: PlanTotals;
  readonly firstFiscalYear: number | null;
  readonly lastFiscalYear: number | null;
  readonly baselineFiscalYear: number | null;
  readonly targetFiscalYear: number | null;
  readonly sections: readonly ReportedSection[];
  readonly indicators: readonly ReportedIndicator[];
  readonly questions: readonly { readonly line: number; readonly about: string; readonly text: string }[];
}

/** The reading as `plan read --json` prints it: counts and values, each with its line. */
export function toReport(reading: PlanReading): PlanReport {
  return {
    totals: reading.totals,
    firstFiscalYear: reading.firstFiscalYear,
    lastFiscalYear: reading.lastFiscalYear,
    baselineFiscalYear: reading.baselineFiscalYear,
    targetFiscalYear: reading.targetFiscalYear,
    sections: reading.sections.map(reportedSection),
    indicators: reading.indicators.map(reportedIndicator),
    questions: reading.questions.map(({ line, about, text }) => ({ line, about, text })),
  };
}

function reportedSection(section: SectionReading): ReportedSection {
  return {
    number: section.number,
    title: section.title,
    policies: section.policies.length,
    indicators: section.indicators.length,
    programs: section.programs.length,
    items: section.programs.map((program) => program.items.length),
    line: section.line,
  };
}

function reportedIndicator(indicator: IndicatorReading): ReportedIndicator {
  const { kind, baselineYear, target, targets, targetWords, floor, targetYear, note } = indicator;
  return {
    section: indicator.section,
    name: indicator.name,
    unit: indicator.unit,
    decimals: indicator.decimals,
    direction: indicator.direction,
    ...(kind === 'level' ? {} : { kind }),
    baseline: indicator.baseline,
    ...(baselineYear === null ? {} : { baselineYear }),
    ...(target === null ? {} : { target }),
    ...(targets === undefined ? {} : { targets }),
    ...(targetWords === undefined ? {} : { targetWords }),
    ...(floor === undefined ? {} : { floor }),
    ...(targetYear === null ? {} : { targetYear }),
    ...(note === undefined ? {} : { note: true }),
    line: indicator.line,
  };
}
