import type { CaseFields, JudgementCase, SingleCase, YearValue } from './judgement.types.js';
import { judge } from './judgement.rules.js';

/** A valid case of a rising level, 40.0 in 2018 to 60.0 in 2023, measured in 2021; a spec says only what matters. */
export function aCase(fields: Partial<CaseFields> & { readonly id?: string } = {}): SingleCase {
  return {
    id: 'case',
    direction: 'up',
    kind: 'level',
    decimals: 1,
    baseline: { value: '40.0', year: 2018 },
    targets: [{ value: '60.0', year: 2023 }],
    actual: { value: '50.0', year: 2021 },
    ...fields,
  };
}

/** `of('47.5', 2021)` */
export function of(value: string, year: number): YearValue {
  return { value, year };
}

/** The judgement without what every case has in common. */
export function judged(given: JudgementCase) {
  const { expected, need, pace, progress, reason, status } = judge(given);
  return { status, expected, progress, need, pace, ...(reason === undefined ? {} : { reason }) };
}

export const BLANK = { expected: null, progress: null, need: null, pace: null } as const;
