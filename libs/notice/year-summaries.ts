import { Injectable } from '@nestjs/common';
import { ReportService } from '#report';
import type { CycleSummaryProps, LetterFrame, LetterStatus } from './letters/index.js';

const WORST_FIRST: readonly LetterStatus[] = [
  'worse',
  'flat',
  'behind',
  'mostly_on_track',
  'on_track',
  'achieved',
];

/** What closed years say, as letters tell it. */
@Injectable()
export class YearSummaries {
  constructor(private readonly reports: ReportService) {}

  /** A letter's batch seldom tells of more than one year. */
  async of(fiscalYears: readonly number[]): Promise<Map<number, Omit<CycleSummaryProps, keyof LetterFrame>>> {
    const summaries = await Promise.all(fiscalYears.map((year) => this.summary(year)));
    return new Map(summaries.map((summary) => [summary.fiscalYear, summary]));
  }

  private async summary(fiscalYear: number): Promise<Omit<CycleSummaryProps, keyof LetterFrame>> {
    const report = await this.reports.plan(fiscalYear);
    const countOf = (status: LetterStatus): number =>
      report.statuses.find((one) => one.status === status)?.count ?? 0;
    return {
      fiscalYear,
      sheets: report.completion.sheets,
      approved: report.completion.approved,
      indicators: WORST_FIRST.flatMap((status) => {
        const count = countOf(status);
        return count > 0 ? [{ status, count }] : [];
      }),
      openCommitments: report.answered.open,
      sections: report.sections
        .filter((section) => section.sheets > 0)
        .map(({ key, number, title, grade, lastGrade, sheets, approved, openCommitments }) => ({
          label: number,
          title,
          grade,
          lastGrade,
          sheets,
          approved,
          openCommitments,
          url: `/reports/${fiscalYear}/sections/${key}`,
        })),
      url: `/reports/${fiscalYear}`,
    };
  }
}
