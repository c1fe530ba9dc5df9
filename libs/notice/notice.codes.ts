/** What somebody is told of. */
export const NOTICE_KINDS = [
  'cycle_opened',
  'stage_opened',
  'reminder',
  'overdue',
  'returned',
  'waiting',
  'digest',
  'escalation',
  'cycle_closed',
  'handover',
  'due_moved',
  'requested',
  'decided',
] as const;
