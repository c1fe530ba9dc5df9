import { Decimal } from 'decimal.js';
import type { CalendarDate } from '#calendar';
import { saysTheSame } from './answers-difference.rules.js';
import { gradeChanged } from './grading.rules.js';
import type { Answers, Concern, Missing, SheetField } from './review.types.js';

/** A commitment as it stands before it is answered. */
export interface AskedCommitment {
  readonly id: string;
  readonly what: string;
  readonly dueOn: CalendarDate;
  /** Its day is over when the sheet is handed in (`withOver`). */
  readonly over: boolean;
}

export interface GuardContext {
  readonly form: readonly (SheetField & { readonly required: boolean })[];
  readonly answers: Answers;
  /** What this year's Plan said; null for sheets without a Plan. */
  readonly planAnswers: Answers | null;
  readonly lastYear: Answers | null;
  /** What it said when it was last returned; null when it never was. */
  readonly returned: Answers | null;
  /** Commitments that must be answered in this stage. */
  readonly commitments: readonly AskedCommitment[];
  readonly indicators: readonly { readonly name: string; readonly status: string }[];
  /** What looks odd about the value that the sheet of an indicator enters. */
  readonly valueDoubts: readonly Concern[];
  /** Checks below a section's review that nobody has confirmed. */
  readonly openChecks: number;
}

/**
 * Says of each promise whether its own day is over when a sheet that asks for it is handed in: at its due date, or today when
 * that has passed.
 */
export function withOver<Promised extends { readonly dueOn: CalendarDate }>(
  promises: readonly Promised[],
  sheetDueOn: CalendarDate,
  today: CalendarDate,
): (Promised & { readonly over: boolean })[] {
  return promises.map((one) => ({ ...one, over: one.dueOn < sheetDueOn || one.dueOn < today }));
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const answerOf = (answers: Answers, key: string): unknown => (answers as Record<string, unknown>)[key];

/** Fields that keep the sheet from being submitted, in the order of the form. Empty means it may go. */
export function missingFields(context: GuardContext): Missing[] {
  const { answers, form } = context;
  const missing = form.flatMap((field) => missingIn(field, context));
  const answered = answers.commitmentAnswers ?? {};
  for (const commitment of context.commitments) {
    const code = lackOfAnswer(commitment, answered[commitment.id]);
    if (code !== null) missing.push({ field: `commitment:${commitment.id}`, code });
  }
  return missing;
}

type CommitmentAnswer = NonNullable<Answers['commitmentAnswers']>[string];

function lackOfAnswer(
  commitment: AskedCommitment,
  given: CommitmentAnswer | undefined,
): Missing['code'] | null {
  if (!given) return 'commitment_unanswered';
  if (given.text.trim() === '') return 'reason_required';
  if (given.answer !== 'changed' || changes(commitment, given)) return null;
  // It may go on as it is until its day; after that it would come back every year with a day that is long past.
  return commitment.over ? 'nothing_changed' : null;
}

function changes({ what, dueOn }: AskedCommitment, given: CommitmentAnswer): boolean {
  const words = given.what?.trim() ?? '';
  return (words !== '' && words !== what.trim()) || (given.dueOn !== undefined && given.dueOn !== dueOn);
}

/** Amounts of money and of work. */
const NEVER_NEGATIVE: ReadonlySet<string> = new Set(['money', 'decimal']);

function missingIn(field: SheetField & { required: boolean }, context: GuardContext): Missing[] {
  const { answers, planAnswers, lastYear } = context;
  const value = answerOf(answers, field.key);
  if (field.key === 'indicatorActual') {
    const actual = answers.indicatorActual;
    const given = actual && (actual.value !== null || actual.milestone !== null || actual.reason !== null);
    return given ? [] : [{ field: field.key, code: 'no_value_nor_reason' }];
  }
  if (field.key === 'activityActuals') {
    const promised = planAnswers?.activityIndicators ?? [];
    const given = new Map((answers.activityActuals ?? []).map((a) => [a.name, a.value]));
    const complete = promised.every((p) => !isEmpty(given.get(p.name)));
    return field.required && !complete ? [{ field: field.key, code: 'list_incomplete' }] : [];
  }
  if (NEVER_NEGATIVE.has(field.type) && typeof value === 'string' && new Decimal(value).isNegative())
    return [{ field: field.key, code: 'below_zero' }];
  if (field.key === 'funding' && !isEmpty(value) && !fundingAddsUp(answers))
    return [{ field: 'funding', code: 'funding_sum' }];
  if (field.key === 'gradeReason' && !isEmpty(answers.grade) && isEmpty(value))
    return [{ field: field.key, code: 'reason_required' }];
  if (field.key === 'gradeChange' && gradeChanged(answers.sectionGrade, lastYear) && isEmpty(value))
    return [{ field: field.key, code: 'reason_required' }];
  if (field.key === 'ratings' && answers.ratings?.some((rating) => isEmpty(rating.reason)))
    return [{ field: field.key, code: 'reason_required' }];
  if (field.key === 'source' && needsNoSource(answers)) return [];
  return field.required && isEmpty(value) ? [{ field: field.key, code: 'required' }] : [];
}

/** Where there is no value there is nothing to name the source of; a reason beside a value counts nothing. */
function needsNoSource({ indicatorActual: actual }: Answers): boolean {
  return Boolean(actual?.reason) && actual?.value === null && actual.milestone === null;
}

function fundingAddsUp(answers: Answers): boolean {
  const funding = answers.funding;
  if (!funding || isEmpty(answers.budget)) return true;
  const sum = Object.values(funding).reduce((all, part) => all.plus(part), new Decimal(0));
  return sum.equals(new Decimal(answers.budget ?? 0));
}

const OVER_BUDGET_PERCENT = 110;

/** A tenth or ten times of last year is more often a slip of digits or 円 for 千円 than a decision. */
const FAR_TIMES = 10;

/** Amounts so far from last year's that somebody may have slipped. */
function farAmounts({ form, answers, lastYear }: GuardContext): Concern[] {
  if (lastYear === null) return [];
  return form
    .filter(({ type }) => NEVER_NEGATIVE.has(type))
    .flatMap(({ key }) => {
      const [now, last] = [answerOf(answers, key), answerOf(lastYear, key)];
      if (typeof now !== 'string' || typeof last !== 'string' || isEmpty(now) || isEmpty(last)) return [];
      const [is, was] = [new Decimal(now), new Decimal(last)];
      if (is.lessThanOrEqualTo(0) || was.lessThanOrEqualTo(0)) return [];
      const isFar =
        is.greaterThanOrEqualTo(was.times(FAR_TIMES)) || is.times(FAR_TIMES).lessThanOrEqualTo(was);
      return isFar ? [{ code: 'amount_far', params: { field: key, last } }] : [];
    });
}

/** Contradictions and oddities: warnings, never refusals. 後退 but A counts for a section's grade too. */
export function concernsOf(context: GuardContext): Concern[] {
  const { answers, planAnswers, lastYear, indicators, valueDoubts } = context;
  const concerns: Concern[] = [...valueDoubts, ...farAmounts(context)];
  const add = (code: string, params: Record<string, string | number> = {}): void =>
    void concerns.push({ code, params });
  if (context.returned && saysTheSame(context.form, context.returned, answers)) add('unchanged_since_return');
  if (context.openChecks > 0) add('checks_open', { number: context.openChecks });
  if (answers.grade === 'A' || answers.sectionGrade === 'A') {
    for (const indicator of indicators.filter((i) => i.status === 'worse'))
      add('grade_a_but_indicator_worse', { name: indicator.name });
    for (const promised of planAnswers?.activityIndicators ?? []) {
      const actual = answers.activityActuals?.find((a) => a.name === promised.name)?.value;
      if (actual && new Decimal(actual).lessThan(promised.target)) {
        add('grade_a_but_activity_missed', {
          name: promised.name,
          actual,
          target: promised.target,
          unit: promised.unit,
        });
      }
    }
  }
  // 完了 but 拡充: an item that was complete a year ago grows.
  if (answers.direction === 'expand' && lastYear?.direction === 'complete') add('complete_but_expand');
  if (answers.settledCost && planAnswers?.budget && new Decimal(planAnswers.budget).greaterThan(0)) {
    const percent = new Decimal(answers.settledCost).div(planAnswers.budget).times(100);
    if (percent.greaterThan(OVER_BUDGET_PERCENT)) add('cost_over_budget', { percent: percent.toFixed(1) });
  }
  for (const key of ['results', 'issues'] as const) {
    const now = answers[key];
    if (now && lastYear?.[key] === now) add('same_text_as_last_year', { field: key });
  }
  return concerns;
}

/**
 * How many of the places that must be filled in are, for the progress bar of a list: required fields, promises to answer
 * and whatever else is in the way. It is full exactly when the sheet may be submitted.
 */
export function progressOf(context: GuardContext): { done: number; total: number } {
  const missing = missingFields(context).map((m) => m.field);
  const required = context.form.filter((f) => f.required).map((f) => f.key);
  const promises = context.commitments.map(({ id }) => `commitment:${id}`);
  const total = new Set([...required, ...promises, ...missing]).size;
  return { done: total - new Set(missing).size, total };
}
