import type { StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import {
  excelSheet,
  sendTable,
  type tableEncodingSchema,
  type tableFormatSchema,
  tableSpec,
  type WritableRow,
  writeCsv,
  writeWorkbook,
} from '#files';
import { CERTAINTIES, type IndicatorView, REASONS, STATUS_WORDS } from '#indicator';
import { ANSWERS, DIRECTIONS } from '#review';
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
    program: `${item.programNumber} ${item.programTitle}`,
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

/** The years of a section's indicators that have an actual or a reason for having none, and the year that awaits one. */
const INDICATORS = tableSpec({
  columns: [
    { key: 'indicator', heading: '検証指標', width: 40 },
    { key: 'unit', heading: '単位' },
    { key: 'fiscalYear', heading: '年度', kind: 'number' },
    { key: 'actual', heading: '実績値', kind: 'number' },
    { key: 'milestone', heading: '到達段階' },
    { key: 'reason', heading: '理由' },
    { key: 'expected', heading: '期待値', kind: 'number' },
    { key: 'progress', heading: '進捗（％）', kind: 'number' },
    { key: 'pace', heading: 'ペース（％）', kind: 'number' },
    { key: 'status', heading: '判定' },
    { key: 'certainty', heading: '確定区分' },
    { key: 'source', heading: '出典', width: 30 },
    { key: 'specialNote', heading: '特殊要因', width: 30 },
  ],
});

export function indicatorRows({ indicators }: SectionReport): readonly WritableRow<typeof INDICATORS>[] {
  return indicators.flatMap((indicator) => {
    const { actuals, latest } = indicator;
    const isEntered = latest === null || actuals.some(({ fiscalYear }) => fiscalYear === latest.fiscalYear);
    return [...actuals, ...(isEntered ? [] : [{ ...NOTHING_ENTERED, fiscalYear: latest.fiscalYear }])].map(
      (actual) => indicatorRow(indicator, actual),
    );
  });
}

type Actual = IndicatorView['actuals'][number];

const NOTHING_ENTERED: Omit<Actual, 'fiscalYear'> = {
  value: null,
  milestone: null,
  reason: null,
  preliminary: false,
  source: '',
  specialNote: '',
};

function indicatorRow(
  { name, unit, judgements, latest }: IndicatorView,
  actual: Actual,
): WritableRow<typeof INDICATORS> {
  const ofYear = ({ fiscalYear }: { readonly fiscalYear: number }) => fiscalYear === actual.fiscalYear;
  const judgement = judgements.find(ofYear) ?? (latest !== null && ofYear(latest) ? latest : null);
  const isMeasured = (actual.value ?? actual.milestone) !== null;
  return {
    indicator: name,
    unit,
    fiscalYear: actual.fiscalYear,
    actual: actual.value,
    milestone: actual.milestone,
    reason: REASONS.wordOf(actual.reason),
    expected: judgement?.expected ?? null,
    progress: judgement?.progress ?? null,
    pace: judgement?.pace ?? null,
    status: judgement === null ? null : STATUS_WORDS.wordOf(judgement.status),
    certainty: isMeasured ? CERTAINTIES.wordOf(actual.preliminary ? 'preliminary' : 'final') : null,
    source: actual.source,
    specialNote: actual.specialNote,
  };
}

/** What earlier years promised with this year's answer, then what this year promises. */
const COMMITMENTS = tableSpec({
  columns: [
    { key: 'fiscalYear', heading: '評価対象年度', kind: 'number' },
    { key: 'when', heading: '区分' },
    { key: 'key', heading: '体系番号' },
    { key: 'what', heading: '改善策', width: 50 },
    { key: 'who', heading: '担当の職' },
    { key: 'dueOn', heading: '期限', kind: 'date' },
    { key: 'decidedOn', heading: '推進本部の決定日', kind: 'date' },
    { key: 'answer', heading: '回答' },
    { key: 'text', heading: '回答の内容', width: 50 },
  ],
});

/** By why a promise without an answer cannot wait. */
const UNANSWERED = {
  waits: '未回答',
  promise: '未回答（期限超過）',
  check: '未回答（点検の期限超過）',
  year: '未回答（年度終了）',
} as const;

export function commitmentRows(report: SectionReport): readonly WritableRow<typeof COMMITMENTS>[] {
  const answered = report.commitmentAnswers.map((one) => ({
    fiscalYear: report.fiscalYear,
    when: '約束への回答',
    key: one.key,
    what: one.what,
    who: one.who,
    dueOn: one.dueOn,
    decidedOn: one.decidedOn,
    answer: one.answer === null ? UNANSWERED[one.overdue ?? 'waits'] : ANSWERS.wordOf(one.answer),
    text: one.text,
  }));
  const promised = report.commitments.map((one) => ({
    fiscalYear: report.fiscalYear,
    when: '新しい約束',
    key: one.key,
    what: one.what,
    who: one.who,
    dueOn: one.dueOn,
    decidedOn: one.decidedOn,
    answer: null,
    text: null,
  }));
  return [...answered, ...promised];
}

interface FileOptions {
  readonly format: z.infer<typeof tableFormatSchema>;
  readonly encoding: z.infer<typeof tableEncodingSchema>;
}

/**
 * A section report for a spreadsheet program: a workbook of items, indicators and promises, or its items alone as CSV. The
 * whole report as data is its address itself.
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
    format === 'xlsx'
      ? await writeWorkbook([
          excelSheet(ITEMS, rows, '取組の結果'),
          excelSheet(INDICATORS, indicatorRows(report), '検証指標'),
          excelSheet(COMMITMENTS, commitmentRows(report), '改善策'),
        ])
      : writeCsv(ITEMS, rows, { encoding });
  const name = `section-report-${report.fiscalYear}`;
  return sendTable(bytes, { format, encoding, name, heading, today: report.asOf });
}
