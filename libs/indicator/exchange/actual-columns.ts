import { asDecimal, asText, choiceWords, type TableColumn } from '#files';

export const REASONS = choiceWords({
  survey_not_held: ['調査なし', '調査未実施'],
  not_yet_compiled: ['未集計', '集計中'],
  program_ended: '事業終了',
  definition_changed: '定義変更',
});
const MILESTONES = choiceWords({ 未着手: '未着手', 検討: '検討', 着手: '着手', 完了: '完了' });
export const CERTAINTIES = choiceWords({ final: '確定', preliminary: '速報' });

export const VALUE_COLUMNS = [
  { key: 'value', heading: '実績値', kind: 'number', parse: asDecimal(13, 4) },
  { key: 'milestone', heading: '到達段階', parse: MILESTONES.parse },
  { key: 'reason', heading: '理由', parse: REASONS.parse },
] as const satisfies readonly TableColumn[];

export const SOURCE_COLUMNS = [
  { key: 'source', heading: '出典', parse: asText(1000) },
  { key: 'specialNote', heading: '特殊要因', parse: asText(1000) },
  { key: 'factorsOwn', heading: '内部要因', parse: asText(4000) },
  { key: 'factorsOutside', heading: '外部要因', parse: asText(4000) },
] as const satisfies readonly TableColumn[];

interface ValueCells {
  readonly value: string | null;
  readonly milestone: string | null;
  readonly reason: string | null;
}

/** 実績値 of one indicator and year, or why there is none, as columns of a table. */
export const ACTUAL_COLUMNS = [
  ...VALUE_COLUMNS,
  { key: 'certainty', heading: '確定区分', parse: CERTAINTIES.parse },
  ...SOURCE_COLUMNS,
] as const satisfies readonly TableColumn[];

/** What is wrong with a row: it has one of a value, a milestone (only where milestones are measured) and a reason. */
export function valueProblems(
  { value, milestone, reason }: ValueCells,
  measuresMilestones: boolean,
): { column: keyof ValueCells; code: string }[] {
  const given = [value, milestone, reason].filter((one) => one !== null).length;
  return [
    ...(milestone !== null && !measuresMilestones
      ? [{ column: 'milestone' as const, code: 'indicator.no_milestones' }]
      : []),
    ...(value !== null && measuresMilestones
      ? [{ column: 'value' as const, code: 'indicator.only_milestones' }]
      : []),
    ...(given === 0 ? [{ column: 'value' as const, code: 'indicator.value_or_reason' }] : []),
    ...(given > 1 ? [{ column: 'reason' as const, code: 'indicator.value_and_reason' }] : []),
  ];
}

/** With at least the decimals that the plan prints: a spreadsheet makes 50 of 50.0. */
export function printedValue(value: string | null, decimals: number): string | null {
  if (value === null) return null;
  const [whole = '', fraction = ''] = value.split('.');
  const padded = fraction.padEnd(decimals, '0');
  return padded === '' ? whole : `${whole}.${padded}`;
}
