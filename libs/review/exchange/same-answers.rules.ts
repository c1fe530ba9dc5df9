import { Decimal } from 'decimal.js';
import { canonical } from '../answers-difference.rules.js';
import type { FieldType } from '../review.types.js';

type Entry = Readonly<Record<string, unknown>>;

/** Whether two answers of a field say the same: 1.20 and 1.2, blank and none, the same list in another order. */
export const saysTheSame = (type: FieldType, a: unknown, b: unknown): boolean =>
  canonical(meaningOf(type, a)) === canonical(meaningOf(type, b));

function meaningOf(type: FieldType, answer: unknown): unknown {
  if (answer === null || answer === undefined) return null;
  switch (type) {
    case 'text':
      return words(answer);
    case 'money':
    case 'decimal':
      return amount(answer);
    case 'funding':
      return Object.fromEntries(
        Object.entries(answer as Entry).map(([part, value]) => [part, amount(value)]),
      );
    case 'sdgs':
      return listOf((answer as number[]).toSorted((a, b) => a - b));
    case 'activityIndicators':
      return listOf(entries(answer).map((one) => ({ ...trimmed(one), target: amount(one['target']) })));
    case 'activityActuals':
      return listOf(
        byKey('name', entries(answer).filter(hasValue)).map((one) => ({
          ...trimmed(one),
          value: amount(one['value']),
        })),
      );
    case 'commitments':
      return listOf(entries(answer).map(trimmed));
    case 'ratings':
      return listOf(byKey('aspect', entries(answer)).map(trimmed));
    case 'choice':
    case 'indicatorActual':
      return answer;
  }
}

const entries = (answer: unknown): readonly Entry[] => answer as readonly Entry[];
const hasValue = (one: Entry): boolean => amount(one['value']) !== null;
const listOf = (list: readonly unknown[]): readonly unknown[] | null => (list.length === 0 ? null : list);

const byKey = (key: string, list: readonly Entry[]): readonly Entry[] =>
  list.toSorted((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1));

const trimmed = (one: Entry): Entry =>
  Object.fromEntries(
    Object.entries(one).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value]),
  );

const words = (answer: unknown): string | null => String(answer).trim() || null;

const amount = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : new Decimal(value as string).toFixed();
