import type { JudgementStatus } from '../api';

export const STATUSES: readonly JudgementStatus[] = [
  'worse',
  'behind',
  'flat',
  'mostly_on_track',
  'on_track',
  'achieved',
  'not_judged',
  'awaited',
];

export interface Filter {
  /** None: every status. */
  readonly statuses: readonly JudgementStatus[];
  /** Empty: every section. */
  readonly section: string;
  readonly text: string;
}

export const NO_FILTER: Filter = { statuses: [], section: '', text: '' };

/** What the address of the wall says; what it does not know counts as left out. */
export function filterFrom(params: URLSearchParams): Filter {
  const wanted = params.get('status')?.split('.') ?? [];
  return {
    statuses: STATUSES.filter((status) => wanted.includes(status)),
    section: params.get('section') ?? '',
    text: params.get('text') ?? '',
  };
}

/** The other way round; what is not filtered is empty. */
export const paramsOf = ({ statuses, section, text }: Filter): Readonly<Record<string, string>> => ({
  status: statuses.join('.'),
  section,
  text,
});
