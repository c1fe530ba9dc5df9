import type { DepartmentToday, Stage } from '../api';
import { URGENCY } from './today-order';
import type { TodayKind } from './today-order';

export type DepartmentState = DepartmentToday['counts']['kinds'][number]['kind'];

const KINDS: readonly TodayKind[] = [...URGENCY, 'waiting'];
const STATES: readonly DepartmentState[] = ['overdue', 'returned', 'none', 'drafting', 'submitted'];
const STAGES: readonly Stage[] = ['plan', 'do', 'check', 'act', 'review'];

/** What the address of Today says; what it does not know counts as left out. */
export interface TodayAddress {
  readonly view: 'own' | 'department';
  readonly kind: TodayKind | null;
  readonly state: DepartmentState | null;
  readonly stage: Stage | null;
  readonly page: number;
}

const among = <T extends string>(values: readonly T[], value: string | null): T | null =>
  values.find((one) => one === value) ?? null;

export function todayAddress(params: URLSearchParams): TodayAddress {
  const view = params.get('view') === 'department' ? 'department' : 'own';
  const page = Number(params.get('page') ?? '1');
  return {
    view,
    kind: view === 'own' ? among(KINDS, params.get('kind')) : null,
    state: view === 'department' ? among(STATES, params.get('state')) : null,
    stage: among(STAGES, params.get('stage')),
    page: Number.isInteger(page) && page > 0 && page <= 100_000 ? page : 1,
  };
}

/** The address of another choice; another choice begins at its first page. */
export function todayPath(address: Partial<TodayAddress>): string {
  const params = new URLSearchParams();
  if (address.view === 'department') params.set('view', 'department');
  for (const key of ['kind', 'state', 'stage'] as const) {
    const value = address[key];
    if (value) params.set(key, value);
  }
  if (address.page !== undefined && address.page > 1) params.set('page', String(address.page));
  const query = params.toString();
  return query === '' ? '/' : `/?${query}`;
}
