import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { addDays, daysBetween, weekday } from '#calendar';
import { formOf } from '#cycle';
import { manages, type Scope } from '#directory';
import { forbidden } from '#errors';
import { excerptOf, partsOf } from './comment/comment.rules.js';
import { type MentionRecord, MentionStore } from './comment/mention.store.js';
import { type DepartmentState, DepartmentTodayStore } from './department-today.store.js';
import { progressOf, withOver } from './sheet-guards.rules.js';
import { countsOf, type TodayFilter } from './today-counts.rules.js';
import {
  DEPARTMENT_STATES,
  type departmentTodaySchema,
  type mentionRowSchema,
  TODAY_KINDS,
  type todayRowSchema,
  type todaySchema,
} from './today.schemas.js';
import { TODAY_PAGE, type TodayKind, type TodayRecord, TodayStore } from './today.store.js';

type Today = z.infer<typeof todaySchema>;
type TodayRow = z.infer<typeof todayRowSchema>;
type Kind = TodayKind | 'mentions';

const KINDS: readonly TodayKind[] = ['overdue', 'returned', 'approvals', 'this_week', 'later', 'waiting'];
/** What lies with others is no work of the reader. */
const NOT_MINE: readonly Kind[] = ['waiting'];
const FRIDAY = 5;

/** Two lines of a list. */
const EXCERPT = 120;

@Injectable()
export class TodayService {
  constructor(
    private readonly store: TodayStore,
    private readonly mentions: MentionStore,
    private readonly departments: DepartmentTodayStore,
  ) {}

  async view(scope: Scope, filter: TodayFilter<Kind>, page: number): Promise<Today> {
    const end = weekEnd(scope.date);
    const { kind, stage } = filter;
    // Pages are those of one kind; all kinds together show the beginning of each.
    const at = kind === null ? 1 : page;
    const [records, mentions, cells, mentionCells, next] = await Promise.all([
      kind === 'mentions' ? [] : this.store.rows(scope, end, { kind, stage }, at),
      kind === null || kind === 'mentions' ? this.mentions.page(scope, stage, at, TODAY_PAGE) : [],
      this.store.cells(scope, end),
      this.mentions.cells(scope),
      this.store.next(scope),
    ]);
    const groups = KINDS.flatMap((one) => {
      const own = records.filter((r) => r.kind === one);
      return own[0] ? [{ kind: one, total: own[0].total, rows: own.map((r) => rowOf(r, scope.date)) }] : [];
    });
    return {
      date: scope.date,
      groups,
      mentions: { total: mentions[0]?.total ?? 0, rows: mentions.map(mentionOf) },
      counts: countsOf<Kind>([...cells, ...mentionCells], TODAY_KINDS, filter, NOT_MINE),
      page: at,
      pageSize: TODAY_PAGE,
      next: next ?? null,
    };
  }

  /** 所属全体: what the departments below a manager have not settled yet. */
  async department(
    scope: Scope,
    filter: TodayFilter<DepartmentState>,
    page: number,
  ): Promise<z.infer<typeof departmentTodaySchema>> {
    if (!manages(scope.posts)) throw forbidden('review.manages_nobody');
    const [cells, found] = await Promise.all([
      this.departments.cells(scope),
      this.departments.page(scope, filter, page, TODAY_PAGE),
    ]);
    return {
      date: scope.date,
      counts: countsOf(cells, DEPARTMENT_STATES, filter),
      page,
      pageSize: TODAY_PAGE,
      rows: found.map((row) => ({ ...row, daysLeft: daysBetween(scope.date, row.dueOn) })),
    };
  }

  async counts(
    scope: Scope,
  ): Promise<{ today: number; approvals: number; standIn: number; mentions: number }> {
    const [counts, mentions] = await Promise.all([this.store.counts(scope), this.mentions.count(scope)]);
    return { ...counts, mentions };
  }
}

function mentionOf({
  authorName: name,
  authorDepartment: departmentName,
  body,
  mentions,
  total: _total,
  ...row
}: MentionRecord): z.infer<typeof mentionRowSchema> {
  const people = new Map(mentions.map((one) => [one.personId, one]));
  return { ...row, author: { name, departmentName }, excerpt: excerptOf(partsOf(body, people), EXCERPT) };
}

/** The Friday of this week; on a weekend that of the week ahead. */
export function weekEnd(date: string): string {
  return addDays(date, (FRIDAY - weekday(date) + 7) % 7);
}

function rowOf(record: TodayRecord, today: string): TodayRow {
  return {
    taskStageId: record.id,
    stage: record.stage,
    fiscalYear: record.fiscalYear,
    subject: record.subject,
    role: record.role,
    departmentName: record.departmentName,
    leadDepartmentName: record.leadDepartmentName,
    badge: badgeOf(record),
    action: actionOf(record),
    dueOn: record.dueOn,
    daysLeft: daysBetween(today, record.dueOn),
    progress:
      record.state === 'drafting'
        ? progressOf({
            form: formOf(record.subjectKind, record.stage, record.role, record.fieldDuties),
            answers: record.answers,
            planAnswers: record.planAnswers,
            lastYear: null,
            returned: null,
            commitments: withOver(record.openCommitments, record.dueOn, today),
            indicators: [],
            valueDoubts: [],
            openChecks: 0,
          })
        : null,
    returned: record.returned,
    holder: record.kind === 'waiting' ? record.holder : null,
  };
}

function badgeOf(record: TodayRecord): TodayRow['badge'] {
  if (record.kind === 'overdue') return 'overdue';
  if (record.kind === 'returned') return 'returned';
  if (record.state === 'submitted') return 'submitted';
  return record.state === 'drafting' ? 'drafting' : 'none';
}

function actionOf(record: TodayRecord): TodayRow['action'] {
  if (record.kind === 'approvals') return 'approve';
  if (record.kind === 'waiting') return record.holder?.opened ? 'view' : 'withdraw';
  if (record.returned) return 'mend';
  return record.state === 'drafting' ? 'continue' : 'write';
}
