import type { Answers, FieldChange, Sheet } from '../api';
import { useFormats } from '../parts';
import { hasWords, useWords } from '../words';
import type { ActivityActual, IndicatorAnswer } from './answers';
import { GRADES, isAnswered } from './answers';
import { difference, isNegative, moveOf, percentOf } from './decimals';

/** One thing that changed, ready to be shown: a list of actuals becomes one entry for each of them. */
export interface ChangeEntry {
  readonly key: string;
  /** The field it belongs to, for choosing what to mend. */
  readonly field: string;
  readonly title: string;
  readonly kind: 'text' | 'figure' | 'block';
  readonly unit: string;
  /** The difference as a sentence, or empty. */
  readonly delta: string;
  readonly change: FieldChange;
  /** The reason of a grade, shown under it. */
  readonly reason?: FieldChange;
}

const text = (value: unknown) => (typeof value === 'string' ? value : null);
const REASON_OF: Readonly<Record<string, string>> = { gradeReason: 'grade', gradeChange: 'sectionGrade' };

/** What the changes are read against: the plan with its targets, and the indicator whose actual it is. */
export type ChangesOf = Pick<Sheet, 'planAnswers' | 'indicators' | 'subject'>;

/** Turns the changes of the API into entries with titles and differences in words. */
export function useChangeEntries(): (
  changes: readonly FieldChange[],
  of: ChangesOf,
) => readonly ChangeEntry[] {
  const words = useWords('sheet');
  const delta = useDeltas();
  const titleOf = (field: string) => (hasWords('sheet', `field.${field}`) ? words(`field.${field}`) : field);

  return (changes, { planAnswers: plan, indicators, subject }) => {
    const has = (field: string | undefined) => changes.some((one) => one.field === field);
    return changes
      .filter(({ field }) => !has(REASON_OF[field]))
      .flatMap((change): ChangeEntry[] => {
        const { field, type } = change;
        const base = { key: field, field, title: titleOf(field), unit: '', delta: '', change };
        if (type === 'activityActuals') return actualEntries(change, plan, delta);
        if (type === 'text') return [{ ...base, kind: 'text' }];
        if (type === 'money') {
          return [{ ...base, kind: 'figure', unit: words('unit.money'), delta: delta.money(change, plan) }];
        }
        if (type === 'decimal')
          return [
            {
              ...base,
              kind: 'figure',
              unit: words('unit.years'),
              delta: delta.number(change, words('unit.years')),
            },
          ];
        if (type === 'indicatorActual') {
          const unit = indicators.find(({ key }) => key === subject.key)?.unit ?? '';
          return [{ ...base, kind: 'figure', unit, delta: delta.actual(change, unit) }];
        }
        const reason = changes.find((one) => REASON_OF[one.field] === field);
        const title = reason ? words(`question.${field}`) : base.title;
        return [{ ...base, title, kind: 'block', delta: delta.grade(change), ...(reason && { reason }) }];
      });
  };
}

type Deltas = ReturnType<typeof useDeltas>;

function actualEntries(change: FieldChange, plan: Answers | null, delta: Deltas): ChangeEntry[] {
  const before = (change.before ?? []) as ActivityActual[];
  const after = (change.after ?? []) as ActivityActual[];
  const names = [...new Set([...after, ...before].map(({ name }) => name))];
  return names.flatMap((name): ChangeEntry[] => {
    const was = before.find((one) => one.name === name)?.value ?? null;
    const now = after.find((one) => one.name === name)?.value ?? null;
    if (was === now) return [];
    const planned = plan?.activityIndicators?.find((one) => one.name === name);
    const unit = planned?.unit ?? '';
    const single: FieldChange = { field: change.field, type: 'decimal', before: was, after: now };
    const target = planned && now !== null ? delta.target(now, planned.target, unit) : '';
    const sentence = [delta.number(single, unit), target].filter((one) => one !== '').join('　');
    return [
      {
        key: `${change.field}.${name}`,
        field: change.field,
        title: name,
        kind: 'figure',
        unit,
        delta: sentence,
        change: single,
      },
    ];
  });
}

function useDeltas() {
  const say = useWords('sheet-page');
  const { money, signed, percent, number } = useFormats();
  const moved = ({ before, after }: FieldChange, unit = '') => {
    const [was, now] = [text(before), text(after)];
    return was === null || now === null ? null : moveOf(was, now, unit);
  };
  const byNumber = (change: FieldChange, unit: string) => {
    const move = moved(change, unit);
    if (move === null) return '';
    if (move.points) return say('delta.points', { difference: signed(move.difference) });
    return say(move.share === null ? 'delta.number_plain' : 'delta.number', {
      difference: signed(move.difference),
      unit,
      percent: move.share === null ? '' : percent(signed(move.share)),
    });
  };
  return {
    money: (change: FieldChange, plan: Answers | null) => {
      const move = moved(change);
      const now = text(change.after);
      const gone = move
        ? say(move.share === null ? 'delta.money_plain' : 'delta.money', {
            difference: signed(move.difference),
            percent: move.share === null ? '' : percent(signed(move.share)),
          })
        : '';
      const rate =
        change.field === 'settledCost' && plan?.budget && now !== null ? percentOf(now, plan.budget) : null;
      const ofBudget =
        rate === null
          ? ''
          : say('delta.of_budget', { budget: money(plan?.budget ?? ''), percent: percent(rate) });
      return [gone, ofBudget].filter((one) => one !== '').join('　');
    },
    number: byNumber,
    /** None where one of both has a stage or a reason instead of a value. */
    actual: ({ before, after, ...change }: FieldChange, unit: string) => {
      const valueOf = (side: unknown) => (side as IndicatorAnswer | null)?.value ?? null;
      return byNumber({ ...change, before: valueOf(before), after: valueOf(after) }, unit);
    },
    target: (now: string, target: string, unit: string) =>
      say(isNegative(difference(now, target)) ? 'delta.target_missed' : 'delta.target_met', {
        target: number(target),
        unit,
      }),
    grade: ({ field, before, after }: FieldChange) => {
      if (field !== 'grade' && field !== 'sectionGrade') return '';
      if (!isAnswered(before) || !isAnswered(after)) return '';
      const steps = GRADES.findIndex((one) => one === before) - GRADES.findIndex((one) => one === after);
      if (steps === 0) return '';
      return say(steps > 0 ? 'delta.grade_up' : 'delta.grade_down', { count: Math.abs(steps) });
    },
  };
}
