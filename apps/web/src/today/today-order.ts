import type { Today } from '../api';

export type TodayKind = Today['counts']['kinds'][number]['kind'];

/** What its reader must do, the most urgent first. */
export const URGENCY: readonly TodayKind[] = [
  'overdue',
  'returned',
  'mentions',
  'approvals',
  'this_week',
  'later',
];

/** What is no sheet that the reader writes. */
const READ: ReadonlySet<TodayKind> = new Set(['mentions', 'approvals']);

/** The sheets that its reader has to write, the most urgent first. */
export const TO_WRITE: readonly TodayKind[] = URGENCY.filter((kind) => !READ.has(kind));
