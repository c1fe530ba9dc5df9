import { Injectable } from '@nestjs/common';
import { rows as query, type Sql } from '#database';
import {
  asCode,
  asDecimal,
  asFiscalYear,
  asText,
  choiceWords,
  countRows,
  RowProblems,
  tableSpec,
} from '#files';
import type { ExchangeTable, ImportCounts, TableRow, WritableRow } from '#files';
import { IndicatorStore } from '../indicator.store.js';

const REASONS = choiceWords({
  survey_not_held: ['調査なし', '調査未実施'],
  not_yet_compiled: ['未集計', '集計中'],
  program_ended: '事業終了',
  definition_changed: '定義変更',
});
const MILESTONES = choiceWords({ 未着手: '未着手', 検討: '検討', 着手: '着手', 完了: '完了' });
const CERTAINTIES = choiceWords({ final: '確定', preliminary: '速報' });

const SPEC = tableSpec({
  columns: [
    { key: 'indicator', heading: '体系番号', required: true, parse: asCode },
    { key: 'fiscalYear', heading: '年度', required: true, parse: asFiscalYear },
    { key: 'value', heading: '実績値', kind: 'number', parse: asDecimal(13, 4) },
    { key: 'milestone', heading: '到達段階', parse: MILESTONES.parse },
    { key: 'reason', heading: '理由', parse: REASONS.parse },
    { key: 'certainty', heading: '確定区分', parse: CERTAINTIES.parse },
    { key: 'source', heading: '出典', parse: asText(1000) },
    { key: 'specialNote', heading: '特殊要因', parse: asText(1000) },
    { key: 'factorsOwn', heading: '内部要因', parse: asText(4000) },
    { key: 'factorsOutside', heading: '外部要因', parse: asText(4000) },
  ],
});
type Row = TableRow<typeof SPEC>;

interface Stored {
  readonly id: string;
  readonly key: string;
  readonly milestone: boolean;
  readonly decimals: number;
}

/** 実績値: what every indicator of the plan measured in every fiscal year, or why there is no value. */
@Injectable()
export class IndicatorHistoryTable implements ExchangeTable<typeof SPEC> {
  readonly name = 'indicator-history';
  readonly heading = 'exchange.indicator-history';
  readonly spec = SPEC;
  readonly key = ['indicator', 'fiscalYear'] as const;

  constructor(private readonly store: IndicatorStore) {}

  async rows(sql: Sql): Promise<WritableRow<typeof SPEC>[]> {
    const found = await query<
      Record<Exclude<keyof Row['values'], 'certainty'>, string> & { preliminary: boolean }
    >(
      sql,
      `select n.key as indicator, a.fiscal_year as "fiscalYear", a.value::text, a.milestone, a.reason, a.preliminary,
              a.source, a.special_note as "specialNote", a.factors_own as "factorsOwn", a.factors_outside as "factorsOutside"
         from indicator.indicator_actual a
         join plan.indicator n on n.id = a.indicator_id
         join plan.section s on s.id = n.section_id
        order by s.sort, n.sort, n.key, a.fiscal_year`,
    );
    return found.map(({ preliminary, ...row }) => ({
      ...row,
      reason: REASONS.wordOf(row.reason),
      certainty: CERTAINTIES.wordOf(preliminary ? 'preliminary' : 'final'),
    }));
  }

  async write(sql: Sql, rows: readonly Row[]): Promise<ImportCounts> {
    const indicators = await this.indicators(sql);
    check(rows, indicators);
    const written = await this.store.writeActuals(
      sql,
      rows.map(({ values }) => ({
        indicatorId: indicators.get(values.indicator)?.id ?? '',
        fiscalYear: values.fiscalYear,
        value: printed(values.value, indicators.get(values.indicator)?.decimals ?? 0),
        milestone: values.milestone,
        reason: values.reason,
        preliminary: values.certainty === 'preliminary',
        source: values.source ?? '',
        specialNote: values.specialNote ?? '',
        factorsOwn: values.factorsOwn ?? '',
        factorsOutside: values.factorsOutside ?? '',
      })),
    );
    return countRows(rows.length, written.added, written.changed);
  }

  private async indicators(sql: Sql): Promise<ReadonlyMap<string, Stored>> {
    const found = await query<Stored>(
      sql,
      `select id, key, kind = 'milestone' as milestone, decimals from plan.indicator`,
    );
    return new Map(found.map((one) => [asCode(one.key), one]));
  }
}

/** With at least the decimals that the plan prints: a spreadsheet makes 50 of 50.0. */
function printed(value: string | null, decimals: number): string | null {
  if (value === null) return null;
  const [whole = '', fraction = ''] = value.split('.');
  const padded = fraction.padEnd(decimals, '0');
  return padded === '' ? whole : `${whole}.${padded}`;
}

/** Every row has one of a value, a milestone (only where milestones are measured) and a reason. */
function check(rows: readonly Row[], indicators: ReadonlyMap<string, Stored>): void {
  const problems = new RowProblems(SPEC);
  for (const row of rows) {
    const { indicator: key, value, milestone, reason } = row.values;
    const stored = indicators.get(key);
    if (!stored) problems.add(row, 'indicator', 'plan.no_such_indicator', { key });
    else if (milestone !== null && !stored.milestone)
      problems.add(row, 'milestone', 'indicator.no_milestones', { key });
    else if (value !== null && stored.milestone)
      problems.add(row, 'value', 'indicator.only_milestones', { key });
    const given = [value, milestone, reason].filter((one) => one !== null).length;
    if (given === 0) problems.add(row, 'value', 'indicator.value_or_reason');
    if (given > 1) problems.add(row, 'reason', 'indicator.value_and_reason');
  }
  problems.throwIfAny();
}
