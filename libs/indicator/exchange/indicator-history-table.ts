import { Injectable } from '@nestjs/common';
import { rows as query, type Sql } from '#database';
import { asCode, asFiscalYear, choiceWords, countRows, RowProblems, tableSpec } from '#files';
import type { ExchangeTable, ImportCounts, TableRow, WritableRow } from '#files';
import { IndicatorStore } from '../indicator.store.js';
import {
  CERTAINTIES,
  printedValue,
  REASONS,
  SOURCE_COLUMNS,
  VALUE_COLUMNS,
  valueProblems,
} from './actual-columns.js';

/** 訂正 is never written out: a file that was written before a value was confirmed must not undo it. */
const ENTERED = choiceWords({ final: '確定', preliminary: '速報', corrected: '訂正' });

/** The columns of every value ever measured. */
export const INDICATOR_HISTORY_SPEC = tableSpec({
  columns: [
    { key: 'indicator', heading: '体系番号', required: true, parse: asCode },
    { key: 'fiscalYear', heading: '年度', required: true, parse: asFiscalYear },
    ...VALUE_COLUMNS,
    { key: 'certainty', heading: '確定区分', parse: ENTERED.parse },
    ...SOURCE_COLUMNS,
  ],
});
type Row = TableRow<typeof INDICATOR_HISTORY_SPEC>;

interface Stored {
  readonly id: string;
  readonly key: string;
  readonly milestone: boolean;
  readonly decimals: number;
}

/** 実績値: what every indicator of the plan measured in every fiscal year, or why there is no value. */
@Injectable()
export class IndicatorHistoryTable implements ExchangeTable<typeof INDICATOR_HISTORY_SPEC> {
  readonly name = 'indicator-history';
  readonly heading = 'exchange.indicator-history';
  readonly spec = INDICATOR_HISTORY_SPEC;
  readonly key = ['indicator', 'fiscalYear'] as const;

  constructor(private readonly store: IndicatorStore) {}

  async rows(sql: Sql): Promise<WritableRow<typeof INDICATOR_HISTORY_SPEC>[]> {
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
        value: printedValue(values.value, indicators.get(values.indicator)?.decimals ?? 0),
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

/** Every row has one of a value, a milestone (only where milestones are measured) and a reason. */
function check(rows: readonly Row[], indicators: ReadonlyMap<string, Stored>): void {
  const problems = new RowProblems(INDICATOR_HISTORY_SPEC);
  for (const row of rows) {
    const { indicator: key } = row.values;
    const stored = indicators.get(key);
    if (!stored) problems.add(row, 'indicator', 'plan.no_such_indicator', { key });
    else
      for (const { column, code } of valueProblems(row.values, stored.milestone))
        problems.add(row, column, code, { key });
  }
  problems.throwIfAny();
}
