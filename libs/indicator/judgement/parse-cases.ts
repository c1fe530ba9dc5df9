import { z } from 'zod';
import { invalid } from '#errors';
import type { DomainError, ErrorPlace } from '#errors';
import { completeCase, missingFields, resolveCases } from './complete-case.rules.js';
import type { ResolvedCase } from './complete-case.rules.js';
import { isDecimal } from './exact.rules.js';
import { DIRECTIONS, KINDS, MILESTONES, NOT_JUDGED_REASONS, TARGET_WORDS } from './judgement.codes.js';
import type { CaseFields, CasePart, JudgementCase } from './judgement.types.js';

/** Parts within parts: more than any plan prints, and far from what a program can follow. */
const DEEPEST = 10;

/** One thing that is wrong: where in the case, which message, what stood there. */
interface Problem {
  readonly field: string;
  readonly code: string;
  readonly value?: unknown;
}

const year = z.int('judge.bad_year').min(1900, 'judge.bad_year').max(2200, 'judge.bad_year');
const text = z.string('judge.bad_decimal');
const yearValue = z.object({ value: text, year }, 'judge.bad_entry');
const target = z.object(
  {
    value: text.nullish().transform((value) => value ?? null),
    year,
    floor: z.boolean('judge.bad_flag').exactOptional(),
  },
  'judge.bad_entry',
);
const yearValues = z.array(yearValue, 'judge.bad_list');

const actual = z
  .object(
    { value: text.nullish(), reason: z.enum(NOT_JUDGED_REASONS, 'judge.bad_reason').nullish(), year },
    'judge.bad_entry',
  )
  .transform(({ reason, value, year: of }, context) => {
    const hasValue = value !== undefined && value !== null;
    const hasReason = reason !== undefined && reason !== null;
    if (hasValue && !hasReason) return { value, year: of };
    if (hasReason && !hasValue) return { reason, year: of };
    context.addIssue(hasValue ? 'judge.value_and_reason' : 'judge.no_value_no_reason');
    return z.NEVER;
  });

/** A tolerance is a decimal string like every value; a plain JSON number is taken as it is written. */
const tolerance = z.union([z.string(), z.number()], 'judge.bad_tolerance').transform(String);

const fields = {
  direction: z.enum(DIRECTIONS, 'judge.bad_direction').exactOptional(),
  kind: z.enum(KINDS, 'judge.bad_kind').exactOptional(),
  decimals: z
    .int('judge.bad_decimals')
    .min(0, 'judge.bad_decimals')
    .max(10, 'judge.bad_decimals')
    .exactOptional(),
  survey: z.boolean('judge.bad_flag').exactOptional(),
  tolerance: tolerance.exactOptional(),
  baseline: yearValue.nullable().exactOptional(),
  targets: z.array(target, 'judge.bad_list').exactOptional(),
  targetWords: z.enum(TARGET_WORDS, 'judge.bad_words').exactOptional(),
  annualTargets: yearValues.exactOptional(),
  actual: actual.exactOptional(),
  history: yearValues.exactOptional(),
};

const id = z
  .union([z.string(), z.number()], 'judge.bad_id')
  .transform(String)
  .refine((name) => name.trim() !== '', 'judge.bad_id');

const casePart: z.ZodType<CasePart> = z.preprocess(
  withoutNulls,
  z.object(
    {
      ...fields,
      id: id.exactOptional(),
      get parts() {
        return z.array(casePart, 'judge.bad_list').exactOptional();
      },
    },
    'judge.not_a_case',
  ),
);

/**
 * Reads the input of `indicator judge`. Unknown fields are left alone, so that the open data may carry names and units.
 * All mistakes of all cases are told at once.
 *
 * @throws DomainError `judge.not_a_list`; `judge.bad_case`, of which each place names the case (its id, or `#3` by position; `row` counts from 1),
 *   the field, and what stood there
 */
export function parseCases(input: unknown): readonly JudgementCase[] {
  if (!Array.isArray(input)) throw invalid('judge.not_a_list');
  const read = input.map((given: unknown, index) => parseCase(given, index));
  const places = read.flatMap((one) => one.places);
  if (places.length > 0) throw refusal(places);
  return read.flatMap((one) => one.cases);
}

/** @throws DomainError `judge.not_json`, and what `parseCases` throws */
export function parseCasesText(json: string): readonly JudgementCase[] {
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch {
    throw invalid('judge.not_json');
  }
  return parseCases(input);
}

function parseCase(
  given: unknown,
  index: number,
): { readonly cases: readonly JudgementCase[]; readonly places: readonly ErrorPlace[] } {
  if (depthOf(given) > DEEPEST)
    return {
      cases: [],
      places: [placeOf({ field: 'parts', code: 'judge.too_deep' }, index, nameOf(given, index))],
    };
  const parsed = casePart.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const field = fieldPath(issue.path);
      if (field === '') return { field: 'parts', code: 'judge.case_is_no_object' };
      return { field, code: issue.message, value: valueAt(given, issue.path) };
    });
    return { cases: [], places: problems.map((problem) => placeOf(problem, index, nameOf(given, index))) };
  }
  const { id: caseId, parts = [], ...own } = parsed.data;
  const name = caseId ?? `#${index + 1}`;
  const resolved = resolveCases({ ...own, id: name, parts });
  const unnamed: readonly Problem[] = caseId === undefined ? [{ field: 'id', code: 'judge.missing' }] : [];
  const problems = [...unnamed, ...resolved.flatMap((one) => contentProblems(one))];
  if (problems.length > 0) return { cases: [], places: problems.map((one) => placeOf(one, index, name)) };
  const cases = parts.length > 0 ? [{ ...own, id: name, parts }] : resolved.map((one) => completeCase(one));
  return { cases, places: [] };
}

/** How deep parts lie within parts. */
function depthOf(given: unknown): number {
  let depth = 0;
  let level: readonly unknown[] = [given];
  while (level.length > 0 && depth <= DEEPEST) {
    level = level.flatMap((one) => {
      const parts = valueAt(one, ['parts']);
      return Array.isArray(parts) ? (parts as unknown[]) : [];
    });
    depth += 1;
  }
  return depth;
}

/** What a case lacks or contradicts, once its own and its inherited fields are together. */
function contentProblems({ fields: given, path }: ResolvedCase): readonly Problem[] {
  const problems: Problem[] = [
    ...missingFields(given).map((field) => ({ field, code: 'judge.missing' })),
    ...targetProblems(given),
    ...numberProblems(given),
    ...repeatedYears(given),
  ];
  return path === '' ? problems : problems.map((one) => ({ ...one, field: `${path}.${one.field}` }));
}

function targetProblems({ kind, targets, targetWords }: Partial<CaseFields>): readonly Problem[] {
  if (targets === undefined) return [];
  if (targets.length === 0) return [{ field: 'targets', code: 'judge.no_target' }];
  if (kind === 'milestone') return [];
  if (targetWords === undefined) {
    return targets.flatMap(({ value }, at) => {
      if (value === null) return [{ field: `targets[${at}].value`, code: 'judge.no_target' }];
      return decimalProblem(`targets[${at}].value`, value);
    });
  }
  if (kind === 'plan_total')
    return [{ field: 'targetWords', code: 'judge.total_in_words', value: targetWords }];
  const number = targets.find(({ value }) => value !== null);
  if (number === undefined && targets.length === 1) return [];
  return [{ field: 'targets', code: 'judge.words_and_number', value: targetWords }];
}

function numberProblems(given: Partial<CaseFields>): readonly Problem[] {
  const { actual: measured, annualTargets = [], baseline, history = [], kind, tolerance: points } = given;
  const value = measured !== undefined && 'value' in measured ? measured.value : undefined;
  const tolerable = points === undefined || (isDecimal(points) && !points.startsWith('-'));
  const problems: Problem[] = tolerable
    ? []
    : [{ field: 'tolerance', code: 'judge.bad_tolerance', value: points }];
  if (kind === 'milestone') {
    const known = value === undefined || MILESTONES.some((milestone) => milestone === value);
    return known ? problems : [...problems, { field: 'actual.value', code: 'judge.bad_milestone', value }];
  }
  return [
    ...problems,
    ...(baseline ? decimalProblem('baseline.value', baseline.value) : []),
    ...(value === undefined ? [] : decimalProblem('actual.value', value)),
    ...annualTargets.flatMap((entry, at) => decimalProblem(`annualTargets[${at}].value`, entry.value)),
    ...history.flatMap((entry, at) => decimalProblem(`history[${at}].value`, entry.value)),
  ];
}

/** Two numbers for one year leave it open which one counts. */
function repeatedYears({ annualTargets, history, targets }: Partial<CaseFields>): readonly Problem[] {
  return Object.entries({ targets, annualTargets, history }).flatMap(([field, entries = []]) => {
    const seen = new Set<number>();
    return entries.flatMap(({ year: of }, at) => {
      if (!seen.has(of)) {
        seen.add(of);
        return [];
      }
      return [{ field: `${field}[${at}].year`, code: 'judge.year_twice', value: of }];
    });
  });
}

function decimalProblem(field: string, value: string): readonly Problem[] {
  return isDecimal(value) ? [] : [{ field, code: 'judge.bad_decimal', value }];
}

/** An absent field may be printed as null; only of a baseline null has a meaning of its own. */
function withoutNulls(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  const isGiven = ([name, value]: [string, unknown]) =>
    value !== undefined && (value !== null || name === 'baseline');
  return Object.fromEntries(Object.entries(given).filter(isGiven));
}

function placeOf({ code, field, value }: Problem, index: number, name: string): ErrorPlace {
  return { field, row: index + 1, code, params: { case: name, field, value: shown(value) } };
}

function refusal(places: readonly ErrorPlace[]): DomainError {
  const first = places[0];
  const params = { count: places.length, case: first?.params?.['case'] ?? '', field: first?.field ?? '' };
  return invalid('judge.bad_case', params, places);
}

function nameOf(given: unknown, index: number): string {
  const name = valueAt(given, ['id']);
  return (typeof name === 'string' && name.trim() !== '') || typeof name === 'number'
    ? String(name)
    : `#${index + 1}`;
}

/** `targets[0].value` */
function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    given,
  );
}

/** What stood there, short enough for a sentence. */
function shown(value: unknown): string {
  if (value === undefined) return '';
  const whole = typeof value === 'string' ? value : JSON.stringify(value);
  return whole.length > 60 ? `${whole.slice(0, 60)}…` : whole;
}
