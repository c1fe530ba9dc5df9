import { AUDIT_ENTITIES } from '#audit';
import { CALENDAR_ENTITIES } from '#calendar/clock';
import { CYCLE_ENTITIES } from '#cycle';
import { DIRECTORY_ENTITIES } from '#directory';
import { INDICATOR_ENTITIES } from '#indicator';
import { JOBS_ENTITIES } from '#jobs';
import { NOTICE_ENTITIES } from '#notice';
import { PLAN_ENTITIES } from '#plan';
import { REPORT_ENTITIES } from '#report';
import { REVIEW_ENTITIES } from '#review';

/** Every table of the product, from the bottom of the ladder to its top. */
export const ENTITIES = [
  ...CALENDAR_ENTITIES,
  ...AUDIT_ENTITIES,
  ...JOBS_ENTITIES,
  ...DIRECTORY_ENTITIES,
  ...PLAN_ENTITIES,
  ...INDICATOR_ENTITIES,
  ...CYCLE_ENTITIES,
  ...REVIEW_ENTITIES,
  ...REPORT_ENTITIES,
  ...NOTICE_ENTITIES,
] as const;

/** Libraries with a message catalogue. */
export const CATALOGUES = [
  'errors',
  'config',
  'calendar',
  'files',
  'jobs',
  'directory',
  'plan',
  'indicator',
  'cycle',
  'review',
  'report',
  'notice',
] as const;
