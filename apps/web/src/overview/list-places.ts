import type { CommitmentsShown, JudgementStatus, SheetsShown } from '../api';

/** What a list behind a number holds. */
export type Listed = 'sheets' | 'commitments' | 'indicators';

export const SHEETS_SHOWN: readonly SheetsShown[] = ['all', 'approved', 'open', 'late', 'A', 'B', 'C', 'D'];
export const COMMITMENTS_SHOWN: readonly CommitmentsShown[] = [
  'all',
  'done',
  'changed',
  'dropped',
  'open',
  'overdue',
];

interface Part {
  readonly fiscalYear: number;
  /** A section with all below it; the whole plan when left out. */
  readonly section?: string | undefined;
  /** Without the share of indicators on track itself, as that share counts. */
  readonly withoutShare?: boolean;
}

function place(what: Listed, { fiscalYear, section, withoutShare }: Part, show: string): string {
  const query = new URLSearchParams({
    ...(section !== undefined && { section }),
    ...(show !== 'all' && { show }),
    ...(withoutShare && { without: 'share' }),
  });
  const asked = query.toString();
  return `/reports/${fiscalYear}/list/${what}${asked === '' ? '' : `?${asked}`}`;
}

/** Addresses of the lists behind the numbers of a report. */
export const sheetsPlace = (part: Part, show: SheetsShown): string => place('sheets', part, show);
export const commitmentsPlace = (part: Part, show: CommitmentsShown): string =>
  place('commitments', part, show);
export const indicatorsPlace = (part: Part, show: JudgementStatus | 'all'): string =>
  place('indicators', part, show);

/** What every list is given: the part of the year, what of it is shown, and how to turn to another page. */
export interface ListProps {
  readonly fiscalYear: number;
  readonly section: string | null;
  readonly show: string;
  /** Without the share of indicators on track itself, as that share counts. */
  readonly withoutShare: boolean;
  readonly page: number;
  readonly onPage: (page: number) => void;
}
