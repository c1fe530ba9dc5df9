import { Injectable, type StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import { daysBetween } from '#calendar';
import { Database } from '#database';
import { mayWrite, type Scope } from '#directory';
import {
  exportTable,
  type importedSchema,
  sendTable,
  takeTable,
  type tableEncodingSchema,
  type tableFormatSchema,
  type TableFile,
} from '#files';
import { IndicatorService, type IndicatorView } from '#indicator';
import { doubtsOf } from '../sheet-reader.js';
import { SheetStore } from '../sheet.store.js';
import type { actualEntryListSchema } from './actual-entry.schemas.js';
import { ActualEntryStore } from './actual-entry.store.js';
import { ActualEntryTable } from './actual-entry-table.js';

type ActualEntryList = z.infer<typeof actualEntryListSchema>;
type ActualAnswers = ActualEntryList['rows'][number]['answers'];

const HEADING = '実績値';

/** The actuals of the open years: as a page to fill in, and as a file out and in. */
@Injectable()
export class ActualEntryService {
  constructor(
    private readonly entries: ActualEntryStore,
    private readonly sheets: SheetStore,
    private readonly indicators: IndicatorService,
    private readonly database: Database,
  ) {}

  /** Those that the scope reads, the own ones first, with what last year said. */
  async list(scope: Scope, page: number, pageSize: number): Promise<ActualEntryList> {
    const [total, found] = await Promise.all([
      this.entries.total(scope),
      this.entries.page(scope, page, pageSize),
    ]);
    const views = await this.viewsOf(found);
    const rows = found.map(
      ({ departmentId, fieldVersions: _versions, editorId: _editor, lastAnswers, answers, ...entry }) => ({
        ...entry,
        concerns: [
          ...doubtsOf(
            { subjectKind: 'indicator', subject: entry, answers, fiscalYear: entry.fiscalYear },
            views.get(entry.fiscalYear) ?? [],
          ),
        ],
        daysLeft: daysBetween(scope.date, entry.dueOn),
        editable: mayWrite(scope, departmentId) && (entry.state === 'none' || entry.state === 'drafting'),
        answers: actualOf(answers),
        lastYear: lastAnswers && actualOf(lastAnswers),
      }),
    );
    return { total, page, pageSize, rows };
  }

  /** The indicators of these entries as each year's answers are judged beside. */
  private async viewsOf(
    entries: readonly { readonly fiscalYear: number; readonly key: string }[],
  ): Promise<ReadonlyMap<number, readonly IndicatorView[]>> {
    const years = [...new Set(entries.map(({ fiscalYear }) => fiscalYear))];
    const keysOf = (year: number) =>
      entries.filter(({ fiscalYear }) => fiscalYear === year).map(({ key }) => key);
    return new Map(
      await Promise.all(
        years.map(async (year) => [year, await this.indicators.views(year, keysOf(year))] as const),
      ),
    );
  }

  /** The same columns as they are taken in. */
  async file(
    scope: Scope,
    format: z.infer<typeof tableFormatSchema>,
    encoding: z.infer<typeof tableEncodingSchema>,
  ): Promise<StreamableFile> {
    const table = this.table(scope);
    const bytes = await exportTable(this.database.pool, table, { format, encoding }, HEADING);
    return sendTable(bytes, { format, encoding, name: table.name, heading: HEADING, today: scope.date });
  }

  /** Takes filled-in rows in as drafts, all of them or none; a trial only tells what would change. */
  async take(scope: Scope, file: TableFile, isTrial: boolean): Promise<z.infer<typeof importedSchema>> {
    return takeTable(this.database, this.table(scope), file, isTrial, () => ({
      today: scope.date,
      personId: scope.personId,
    }));
  }

  private table(scope: Scope): ActualEntryTable {
    return new ActualEntryTable(scope, this.entries, this.sheets);
  }
}

/** Of a sheet's answers those that belong to the actual. */
const actualOf = ({
  indicatorActual,
  source,
  specialNote,
  factorsOwn,
  factorsOutside,
}: ActualAnswers): ActualAnswers => ({ indicatorActual, source, specialNote, factorsOwn, factorsOutside });
