import type { PlanReport } from '../api';
import { saveFile } from '../parts';
import type { Say } from '../words';

/** Whether an item of the year has a grade yet. */
export const hasGrades = ({ grades }: PlanReport): boolean => grades.some(({ count }) => count > 0);

/** The matrix as CSV (UTF-8 with a byte order mark, so that Excel reads it), amounts in 千円. */
export function matrixCsv(report: PlanReport, say: Say, parts: Say): string {
  const heads = [
    'number',
    'title',
    'lead',
    'grade',
    'last',
    'indicators',
    'A',
    'B',
    'C',
    'D',
    'sheets',
    'approved',
    'late',
    'budget',
    'settled',
    'rate',
    'open',
    'decision',
  ];
  const graded = hasGrades(report);
  const rows = report.sections.map((section) => [
    section.number,
    section.title,
    section.leadName ?? '',
    section.grade ?? '',
    section.lastGrade ?? '',
    section.indicators.map(({ name, status }) => `${name}:${parts(`status.${status}`)}`).join(' / '),
    ...(['A', 'B', 'C', 'D'] as const).map(
      (letter) => section.grades.find((one) => one.grade === letter)?.count ?? (graded ? 0 : ''),
    ),
    section.sheets,
    section.approved,
    section.late,
    section.budget,
    section.settled,
    section.executionRate ?? '',
    section.openCommitments,
    section.decision === null
      ? ''
      : `${say(`decided.${section.decision.verdict}`)} ${say(`decided.${section.decision.direction}`)}`,
  ]);
  const lines = [heads.map((head) => say(`csv.${head}`)), ...rows].map((row) => row.map(cell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Quoted, and never a formula when a spreadsheet opens it. */
function cell(value: string | number): string {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Hands the file to the browser's downloads. */
export function downloadMatrix(report: PlanReport, say: Say, parts: Say): void {
  const file = new Blob([matrixCsv(report, say, parts)], { type: 'text/csv;charset=utf-8' });
  saveFile(file, `${say('csv.file', { year: report.fiscalYear })}.csv`);
}
