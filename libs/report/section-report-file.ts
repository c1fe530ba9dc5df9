import type { StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import {
  sendTable,
  type tableEncodingSchema,
  type tableFormatSchema,
  tableSpec,
  type WritableRow,
  writeCsv,
  writeExcel,
} from '#files';
import { DIRECTIONS } from '#review';
import type { sectionReportSchema } from './report.schemas.js';

type SectionReport = z.infer<typeof sectionReportSchema>;
type Item = SectionReport['items'][number];

const MONEY = '#,##0.###';

/** The results of a section's items as a table: one row for each, amounts in 千円. */
const ITEMS = tableSpec({
  columns: [
    { key: 'key', heading: '体系番号' },
    { key: 'program', heading: '事業' },
    { key: 'text', heading: '取組', width: 40 },
    { key: 'lead', heading: '主担当課' },
    { key: 'supports', heading: '関係課' },
    { key: 'results', heading: '取組の成果', width: 50 },
    { key: 'grade', heading: '評価' },
    { key: 'lastGrade', heading: '前年度の評価' },
    { key: 'direction', heading: '今後の方向性' },
    { key: 'budget', heading: '予算額（千円）', kind: 'number', numberFormat: MONEY },
    { key: 'settled', heading: '決算額（千円）', kind: 'number', numberFormat: MONEY },
    { key: 'executionRate', heading: '執行率（％）', kind: 'number' },
    { key: 'generalFunds', heading: '一般財源（千円）', kind: 'number', numberFormat: MONEY },
    { key: 'personYears', heading: '人工（人・年）', kind: 'number' },
    { key: 'issues', heading: '課題', width: 50 },
  ],
});

function rowOf(item: Item): WritableRow<typeof ITEMS> {
  return {
    key: item.key,
    program: `(${item.programNumber}) ${item.programTitle}`,
    text: `${item.marker}　${item.text}`,
    lead: item.leadName,
    supports: item.supportNames.join('、'),
    results: item.results,
    grade: item.grade,
    lastGrade: item.lastGrade,
    direction: item.direction === null ? null : DIRECTIONS.wordOf(item.direction),
    budget: item.budget,
    settled: item.settled,
    executionRate: item.executionRate,
    generalFunds: item.generalFunds,
    personYears: item.personYears,
    issues: item.issues,
  };
}

interface FileOptions {
  readonly format: z.infer<typeof tableFormatSchema>;
  readonly encoding: z.infer<typeof tableEncodingSchema>;
}

/**
 * The items of a section report as a file for a spreadsheet program; the whole report as data is its address itself.
 *
 * @throws DomainError `table.not_in_shift_jis`, `table.cells_too_long`
 */
export async function sectionReportFile(
  report: SectionReport,
  { format, encoding }: FileOptions,
): Promise<StreamableFile> {
  const rows = report.items.map(rowOf);
  const { number, title } = report.section;
  const heading = `施策評価書_${report.fiscalYear}_${number} ${title}`;
  const bytes =
    format === 'xlsx' ? await writeExcel(ITEMS, rows, '取組の結果') : writeCsv(ITEMS, rows, { encoding });
  const name = `section-report-${report.fiscalYear}`;
  return sendTable(bytes, { format, encoding, name, heading, today: report.asOf });
}
