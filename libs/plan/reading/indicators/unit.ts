import type { QuestionParams } from '../plan-reading.types.js';
import type { QuestionCode } from '../question-texts.js';
import type { ValueCell } from './value.js';

export interface UnitReading {
  readonly unit: string;
  readonly doubt: { readonly code: QuestionCode; readonly params: QuestionParams } | null;
}

const inName = /[(（](?:単位[:：]\s?)?([^()（）\d]{1,6})[)）]$/;
const knownUnit =
  /^(?:%|パーセント|ポイント|点|件|人|回|か所|箇所|ヶ所|カ所|円|千円|百万円|億円|世帯|団体|校|台|戸|棟|ha|km|m|㎡|㎥|t|トン|kg|g|日|時間|位|倍|社|店|施設|地区|組|冊|本|頭|事業|歳|分|年)(?:[/／].{1,3})?$/;

/**
 * The unit from its column; else the one glued to the numbers (`45.2％`) or printed at the end of the name, which a
 * person confirms.
 */
export function unitOf(column: string, name: string, values: readonly (ValueCell | null)[]): UnitReading {
  const stated = plain(column);
  const numbers = values.filter((value) => value?.kind === 'number');
  const glued = [...new Set(numbers.map((value) => value.unit).filter((unit) => unit !== ''))];
  const [first] = glued;
  if (stated !== '') {
    const other = glued.find((unit) => plain(unit) !== stated);
    if (other === undefined) return { unit: stated, doubt: null };
    return { unit: stated, doubt: { code: 'plan.unit_differs', params: { unit: stated, glued: other } } };
  }
  if (first !== undefined) {
    const code = glued.length > 1 ? 'plan.unit_differs' : 'plan.unit_glued';
    return { unit: plain(first), doubt: { code, params: { unit: first, glued: glued.join('・') } } };
  }
  const named = inName.exec(name)?.[1] ?? '';
  if (knownUnit.test(named))
    return { unit: plain(named), doubt: { code: 'plan.unit_in_name', params: { unit: named } } };
  if (numbers.length === 0) return { unit: '', doubt: null };
  return { unit: '', doubt: { code: 'plan.unit_missing', params: {} } };
}

function plain(printed: string): string {
  const bare = printed.replace(/\s+/g, '').replace(/^[(（](.*)[)）]$/, '$1');
  if (/^[-‐–—―−－ー]+$/.test(bare)) return '';
  return bare === 'パーセント' ? '%' : bare;
}
