import { Injectable } from '@nestjs/common';
import { rows as query, type Sql } from '#database';
import { asCode, asCount, asDecimal, choiceWords, countRows, problem, RowProblems, tableSpec } from '#files';
import type { CellProblem, ExchangeTable, ImportCounts, TableRow, WritableRow } from '#files';

const SURVEY = choiceWords({ yes: ['調査', 'はい', '○', '〇'], no: ['いいえ', '×'] });
const FORMULAS = choiceWords({
  share_on_track: '順調な指標の割合',
  share_with_participation: '市民参画の割合',
});

const DIRECTIONS = choiceWords({
  up: ['高いほどよい', '増加'],
  down: ['低いほどよい', '減少'],
  maintain: ['保つ', '維持'],
});
const KINDS = choiceWords({
  level: '水準',
  yearly_count: '年ごとの件数',
  running_total: '累計',
  plan_total: '期間の合計',
  milestone: ['節目', '設置・策定'],
});

function asTolerance(cell: string): string | CellProblem {
  return cell.startsWith('-')
    ? problem('table.not_a_count', { value: cell, least: 0 })
    : asDecimal(6, 4)(cell);
}

const SPEC = tableSpec({
  columns: [
    { key: 'indicator', heading: '体系番号', required: true, parse: asCode },
    { key: 'name', heading: '指標名' },
    { key: 'survey', heading: '調査', parse: SURVEY.parse },
    { key: 'tolerance', heading: '許容差', kind: 'number', parse: asTolerance },
    { key: 'lag', heading: '公表の遅れ', kind: 'number', parse: asCount(0) },
    { key: 'interval', heading: '調査周期', kind: 'number', parse: asCount(1) },
    { key: 'formula', heading: '計算式', parse: FORMULAS.parse },
    { key: 'direction', heading: '方向の決定', parse: DIRECTIONS.parse },
    { key: 'kind', heading: '種類の決定', parse: KINDS.parse },
  ],
});
type Row = TableRow<typeof SPEC>;

interface Stored {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/**
 * How each indicator of the plan is judged; a blank direction or kind is what the document says. The name is there for
 * people and to notice slipped rows.
 */
@Injectable()
export class IndicatorSettingsTable implements ExchangeTable<typeof SPEC> {
  readonly name = 'indicator-settings';
  readonly heading = 'exchange.indicator-settings';
  readonly spec = SPEC;
  readonly key = ['indicator'] as const;
  readonly naming = 'name';

  async rows(sql: Sql): Promise<WritableRow<typeof SPEC>[]> {
    const found = await query<{
      indicator: string;
      name: string;
      survey: boolean;
      tolerance: string | null;
      lag: number;
      interval: number;
      formula: string | null;
      direction: string | null;
      kind: string | null;
    }>(
      sql,
      `select n.key as indicator, n.name, n.survey, n.tolerance::text, n.publication_lag as lag,
              n.survey_interval as interval, n.formula, n.decided_direction as direction, n.decided_kind as kind
         from plan.indicator n join plan.section s on s.id = n.section_id
        order by s.sort, n.sort, n.key`,
    );
    return found.map((row) => ({
      ...row,
      survey: row.survey ? SURVEY.wordOf('yes') : null,
      formula: FORMULAS.wordOf(row.formula),
      direction: DIRECTIONS.wordOf(row.direction),
      kind: KINDS.wordOf(row.kind),
    }));
  }

  async write(sql: Sql, rows: readonly Row[]): Promise<ImportCounts> {
    const found = await query<Stored>(sql, 'select id, key, name from plan.indicator');
    const indicators = new Map(found.map((one) => [asCode(one.key), one]));
    check(rows, indicators);
    const changed = await query(
      sql,
      `update plan.indicator n set survey = r.survey, tolerance = r.tolerance, publication_lag = r.lag,
              survey_interval = r.interval, formula = r.formula, decided_direction = r.direction, decided_kind = r.kind
         from jsonb_to_recordset($1::jsonb)
           as r(id uuid, survey boolean, tolerance numeric, lag int, interval int, formula text, direction text, kind text)
        where n.id = r.id
          and (n.survey, n.tolerance, n.publication_lag, n.survey_interval, n.formula, n.decided_direction, n.decided_kind)
            is distinct from (r.survey, r.tolerance, r.lag, r.interval, r.formula, r.direction, r.kind)
       returning n.id`,
      [
        JSON.stringify(
          rows.map(({ values }) => ({ id: indicators.get(values.indicator)?.id, ...settingsOf(values) })),
        ),
      ],
    );
    return countRows(rows.length, 0, changed.length);
  }
}

/** Blank cells stand for the usual: measured without a survey, due at once, every year. */
function settingsOf(values: Row['values']) {
  return {
    survey: values.survey === 'yes',
    tolerance: values.tolerance,
    lag: values.lag ?? 0,
    interval: values.interval ?? 1,
    formula: values.formula,
    direction: values.direction,
    kind: values.kind,
  };
}

function check(rows: readonly Row[], indicators: ReadonlyMap<string, Stored>): void {
  const problems = new RowProblems(SPEC);
  for (const row of rows) {
    const { indicator: key, name } = row.values;
    const stored = indicators.get(key);
    if (!stored) problems.add(row, 'indicator', 'plan.no_such_indicator', { key });
    else if (name !== null && plain(name) !== plain(stored.name)) {
      problems.add(row, 'name', 'plan.other_indicator_name', { key, name: stored.name });
    }
  }
  problems.throwIfAny();
}

const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');
