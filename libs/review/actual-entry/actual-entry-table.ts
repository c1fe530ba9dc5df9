import type { Sql } from '#database';
import { mayWrite, type Scope } from '#directory';
import { asCode, asCount, asFiscalYear, countRows, RowProblems, tableSpec } from '#files';
import type { ExchangeTable, ImportCounts, TableRow, WritableRow } from '#files';
import { ACTUAL_COLUMNS, CERTAINTIES, printedValue, REASONS, valueProblems } from '#indicator';
import { changedKeys, patched } from '../answers-difference.rules.js';
import type { Answers } from '../review.types.js';
import type { SheetStore } from '../sheet.store.js';
import type { ActualEntryRecord, ActualEntryStore, DraftToWrite } from './actual-entry.store.js';

const SPEC = tableSpec({
  columns: [
    { key: 'indicator', heading: '体系番号', required: true, parse: asCode },
    { key: 'fiscalYear', heading: '年度', required: true, parse: asFiscalYear },
    // What the file was written from: a cell that somebody else has changed since is not overwritten.
    { key: 'version', heading: '版', kind: 'number', counter: true, parse: asCount(0) },
    // For whoever reads the file; on the way in they are left aside.
    { key: 'name', heading: '指標' },
    { key: 'unit', heading: '単位' },
    { key: 'department', heading: '所属' },
    { key: 'lastValue', heading: '前年度の実績値' },
    ...ACTUAL_COLUMNS,
  ],
});
type Row = TableRow<typeof SPEC>;

/**
 * The actuals of the open years as a file for the people who enter them. A row without value, milestone and reason is
 * not filled in yet and stays as it is; all others become drafts of their sheets, which are handed in as ever.
 */
export class ActualEntryTable implements ExchangeTable<typeof SPEC> {
  readonly name = 'actual-entries';
  readonly heading = 'exchange.indicator-history';
  readonly spec = SPEC;
  readonly key = ['indicator', 'fiscalYear'] as const;
  readonly naming = 'name';

  constructor(
    private readonly scope: Scope,
    private readonly entries: ActualEntryStore,
    private readonly sheets: SheetStore,
  ) {}

  async rows(sql: Sql): Promise<WritableRow<typeof SPEC>[]> {
    const found = await this.entries.all(this.scope, sql);
    return found.map(({ key, fiscalYear, version, name, unit, departmentName, lastAnswers, answers }) => ({
      indicator: key,
      fiscalYear,
      version,
      name,
      unit,
      department: departmentName,
      lastValue: shownActual(lastAnswers),
      value: answers.indicatorActual?.value,
      milestone: answers.indicatorActual?.milestone,
      reason: REASONS.wordOf(answers.indicatorActual?.reason),
      certainty: answers.indicatorActual
        ? CERTAINTIES.wordOf(answers.indicatorActual.preliminary ? 'preliminary' : 'final')
        : null,
      source: answers.source,
      specialNote: answers.specialNote,
      factorsOwn: answers.factorsOwn,
      factorsOutside: answers.factorsOutside,
    }));
  }

  async write(sql: Sql, rows: readonly Row[]): Promise<ImportCounts> {
    const filled = rows.filter(
      ({ values: { value, milestone, reason } }) => value !== null || milestone !== null || reason !== null,
    );
    const open = await this.locked(sql, filled);
    // What says what is there already, also of sheets that were handed in or are others', asks for nothing.
    const changing = filled.filter((row) => {
      const sheet = open.get(placeOf(row.values.indicator, row.values.fiscalYear));
      return sheet === undefined || changedKeys(sheet.answers, patchOf(row, sheet)).length > 0;
    });
    this.check(changing, open);
    const drafts = changing.flatMap((row): (DraftToWrite & { editorId: string | null })[] => {
      const sheet = open.get(placeOf(row.values.indicator, row.values.fiscalYear));
      if (!sheet) return [];
      const patch = patchOf(row, sheet);
      const keys = changedKeys(sheet.answers, patch);
      const version = sheet.version + 1;
      return [
        {
          id: sheet.taskStageId,
          version,
          answers: patched(sheet.answers, patch),
          fieldVersions: { ...sheet.fieldVersions, ...Object.fromEntries(keys.map((key) => [key, version])) },
          editorId: sheet.editorId,
        },
      ];
    });
    const ofOthers = drafts.filter(({ editorId }) => editorId !== null && editorId !== this.scope.personId);
    await this.sheets.cutVersions(
      sql,
      ofOthers.map(({ id }) => id),
      'editor_changed',
      null,
      this.scope.date,
    );
    await this.entries.writeDrafts(sql, drafts, this.scope.personId);
    return countRows(rows.length, 0, drafts.length);
  }

  /** The sheets of the rows, locked and read again, so that nobody's newer words are lost. */
  private async locked(sql: Sql, rows: readonly Row[]): Promise<ReadonlyMap<string, ActualEntryRecord>> {
    const places = new Set(rows.map(({ values }) => placeOf(values.indicator, values.fiscalYear)));
    const wanted = (await this.entries.all(this.scope, sql)).filter((one) => places.has(placeOfRecord(one)));
    await this.sheets.lock(
      sql,
      wanted.map(({ taskStageId }) => taskStageId),
    );
    const again = await this.entries.all(this.scope, sql);
    return new Map(again.map((one) => [placeOfRecord(one), one]));
  }

  private check(rows: readonly Row[], open: ReadonlyMap<string, ActualEntryRecord>): void {
    const problems = new RowProblems(SPEC);
    for (const row of rows) {
      const { indicator: key, fiscalYear } = row.values;
      const sheet = open.get(placeOf(key, fiscalYear));
      if (!sheet) problems.add(row, 'indicator', 'review.no_such_entry', { key, fiscalYear });
      else if (!mayWrite(this.scope, sheet.departmentId))
        problems.add(row, 'indicator', 'review.entry_of_others', { department: sheet.departmentName });
      else if (sheet.state !== 'none' && sheet.state !== 'drafting')
        problems.add(row, 'indicator', 'review.entry_handed_in', { key });
      else if (row.values.version !== null && row.values.version !== sheet.version)
        problems.add(row, 'version', 'review.entry_changed_since', { key });
      else
        for (const { column, code } of valueProblems(row.values, sheet.kind === 'milestone'))
          problems.add(row, column, code, { key });
    }
    problems.throwIfAny();
  }
}

const placeOf = (key: string, fiscalYear: number): string => `${asCode(key)} ${fiscalYear}`;
const placeOfRecord = ({ key, fiscalYear }: ActualEntryRecord): string => placeOf(key, fiscalYear);

function patchOf({ values }: Row, { decimals }: ActualEntryRecord): Answers {
  const { value, milestone, reason, certainty, source, specialNote, factorsOwn, factorsOutside } = values;
  return {
    indicatorActual: {
      value: printedValue(value, decimals),
      milestone,
      reason,
      preliminary: reason === null && certainty === 'preliminary',
    },
    source,
    specialNote,
    factorsOwn,
    factorsOutside,
  };
}

const shownActual = (answers: Answers | null): string | null => {
  const actual = answers?.indicatorActual;
  return actual?.value ?? actual?.milestone ?? REASONS.wordOf(actual?.reason);
};
