import type { PlanReading } from './reading/plan-reading.types.js';

/** Headings that hold sections, and the sections themselves. */
export function sectionRows(reading: PlanReading) {
  const parents = reading.parents.map((p) => ({ ...p, background: '' }));
  return [...parents, ...reading.sections].map((s) => ({
    key: s.key,
    number: String(s.number),
    level: s.level,
    title: s.title,
    background: s.background,
    line: s.line,
  }));
}

/** 基本方針, by section and number. */
export const policyRows = (reading: PlanReading) =>
  reading.sections.flatMap((s) =>
    s.policies.map((p) => ({ section: s.key, number: String(p.number), text: p.text, line: p.line })),
  );

/** 検証指標; a baseline counts only with its year. */
export const indicatorRows = (reading: PlanReading) =>
  reading.sections.flatMap((s) =>
    s.indicators.map((i) => ({
      section: s.key,
      key: i.key,
      name: i.name,
      unit: i.unit,
      decimals: i.decimals,
      direction: i.direction,
      kind: i.kind,
      baseline: i.baselineYear === null ? null : i.baseline,
      baseline_year: i.baseline === null ? null : i.baselineYear,
      words: i.targetWords ?? null,
      note: i.note ?? '',
      line: i.line,
    })),
  );

/** Every target with its year. */
export const targetRows = (reading: PlanReading) =>
  reading.sections.flatMap((s) =>
    s.indicators.flatMap((i) =>
      targetsOf(i).map((t) => ({
        section: s.key,
        key: i.key,
        year: t.year,
        value: t.value,
        floor: i.floor ?? false,
      })),
    ),
  );

/** 事業 groups. */
export const programRows = (reading: PlanReading) =>
  reading.sections.flatMap((s) =>
    s.programs.map((p) => ({
      section: s.key,
      key: p.key,
      number: String(p.number ?? ''),
      title: p.title,
      line: p.line,
    })),
  );

/** What is assigned. */
export const itemRows = (reading: PlanReading) =>
  reading.sections.flatMap((s) =>
    s.programs.flatMap((p) =>
      p.items.map((i) => ({
        section: s.key,
        program: p.key,
        key: i.key,
        marker: i.marker,
        text: i.text,
        line: i.line,
      })),
    ),
  );

/** Every target of an indicator with its year; a target in words has no value. */
function targetsOf(indicator: PlanReading['indicators'][number]): { value: string | null; year: number }[] {
  const several = indicator.targets?.flatMap((t) =>
    t.year === null ? [] : [{ value: t.value, year: t.year }],
  );
  if (several?.length) return several;
  return indicator.targetYear === null ? [] : [{ value: indicator.target, year: indicator.targetYear }];
}
