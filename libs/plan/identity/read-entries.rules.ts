import type { PlanReading } from '../reading/plan-reading.types.js';

/** An entry of a document by its own key and that of the heading above it. */
export interface NamedEntry {
  readonly key: string;
  readonly parentKey: string | null;
  readonly text: string;
}

export const sectionEntries = (reading: PlanReading): NamedEntry[] =>
  [...reading.parents, ...reading.sections].map(({ key, parentKey, title }) => ({
    key,
    parentKey,
    text: title,
  }));

export const programEntries = (reading: PlanReading): NamedEntry[] =>
  reading.sections.flatMap((section) =>
    section.programs.map(({ key, title }) => ({ key, parentKey: section.key, text: title })),
  );

export const itemEntries = (reading: PlanReading): NamedEntry[] =>
  reading.sections.flatMap((section) =>
    section.programs.flatMap((program) =>
      program.items.map(({ key, text }) => ({ key, parentKey: program.key, text })),
    ),
  );

export const indicatorEntries = (reading: PlanReading): NamedEntry[] =>
  reading.sections.flatMap((section) =>
    section.indicators.map(({ key, name }) => ({ key, parentKey: section.key, text: name })),
  );
