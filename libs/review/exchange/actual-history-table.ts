import { Injectable } from '@nestjs/common';
import { writeAudits } from '#audit';
import { fiscalYearOf } from '#calendar';
import type { Sql } from '#database';
import { asCode, asInFile, clipped, countRows, RowProblems } from '#files';
import type { ExchangeTable, ImportContext, ImportCounts, TableRow, WritableRow } from '#files';
import { INDICATOR_HISTORY_SPEC, IndicatorHistoryTable, REASONS } from '#indicator';
import {
  ACTUAL_CELLS,
  type ActualCell,
  type ActualCells,
  type SheetActual,
  takenBeside,
} from './actual-history.rules.js';
import { ActualHistoryStore } from './actual-history.store.js';

type Spec = typeof INDICATOR_HISTORY_SPEC;
type Row = TableRow<Spec>;

/** 検証指標の実績値 beside the sheets that enter and confirm them. */
@Injectable()
export class ActualHistoryTable implements ExchangeTable<Spec> {
  readonly name = 'indicator-history';
  readonly heading = 'exchange.indicator-history';
  readonly spec = INDICATOR_HISTORY_SPEC;
  readonly key = ['indicator', 'fiscalYear'] as const;

  constructor(
    private readonly actuals: IndicatorHistoryTable,
    private readonly store: ActualHistoryStore,
  ) {}

  rows(sql: Sql): Promise<WritableRow<Spec>[]> {
    return this.actuals.rows(sql);
  }

  /** Takes the rows as far as their sheets allow; each correction of a confirmed value is audited with what it was. */
  async write(sql: Sql, rows: readonly Row[], context: ImportContext): Promise<ImportCounts> {
    const years = new Set(rows.map(({ values }) => values.fiscalYear));
    const ofSheets = await this.store.ofSheets(sql, [...years]);
    const ofClosedYears = await this.store.ofClosedYears(sql, [...years]);
    // The sheet knows more than the year.
    const stored = new Map(
      [...ofClosedYears, ...ofSheets].map((one) => [placeOf(asCode(one.key), one.fiscalYear), one]),
    );
    const problems = new RowProblems(this.spec);
    const corrected: { row: Row; was: SheetActual; cells: readonly ActualCell[] }[] = [];
    const taken = rows.flatMap((row): Row[] => {
      const { indicator: key, fiscalYear } = row.values;
      if (fiscalYear > fiscalYearOf(context.today)) {
        problems.add(row, 'fiscalYear', 'review.year_to_come', { fiscalYear });
        return [];
      }
      const was = stored.get(placeOf(key, fiscalYear));
      const becomes = takenBeside(comparable(row.values), was && comparable(was));
      if (becomes === 'stands') return [];
      if ('refusal' in becomes) {
        const words = wordsOf(was, becomes.at);
        const isBlank = becomes.refusal !== 'review.entry_handed_in' && words === '';
        const code = isBlank ? 'review.blank_confirmed' : becomes.refusal;
        problems.add(row, becomes.at, code, { key, fiscalYear, was: words });
        return [];
      }
      if (was !== undefined && becomes.corrects.length > 0)
        corrected.push({ row, was, cells: becomes.corrects });
      return [{ row: row.row, values: { ...row.values, certainty: becomes.certainty } }];
    });
    problems.throwIfAny();
    const { added, changed } = await this.actuals.write(sql, taken);
    await writeAudits(
      sql,
      corrected.map(({ row: { values }, was, cells }) => ({
        businessDate: context.today,
        personId: context.personId,
        action: 'indicator_actual.corrected',
        subjectKind: 'indicator',
        subjectId: values.indicator,
        detail: {
          fiscalYear: values.fiscalYear,
          before: only(cells, was),
          after: only(cells, values),
        },
      })),
    );
    return countRows(rows.length, added, changed);
  }
}

/** With its words as a file has them: a file that nobody touched says what is stored. */
function comparable<Actual extends ActualCells>(actual: Actual): Actual {
  const cells = ACTUAL_CELLS.map((cell) => [cell, actual[cell] === null ? null : asInFile(actual[cell])]);
  return { ...actual, ...(Object.fromEntries(cells) as ActualCells) };
}

const placeOf = (key: string, fiscalYear: number): string => `${key} ${fiscalYear}`;

/** A confirmed cell as the table says it; where there is no value, the word for why there is none. */
function wordsOf(was: SheetActual | undefined, cell: ActualCell): string {
  if (cell === 'value' || cell === 'milestone' || cell === 'reason')
    return was?.value ?? was?.milestone ?? REASONS.wordOf(was?.reason ?? null) ?? '';
  return clipped(was?.[cell] ?? '');
}

const only = (cells: readonly ActualCell[], of: ActualCells): Partial<ActualCells> =>
  Object.fromEntries(cells.map((cell) => [cell, of[cell]]));
