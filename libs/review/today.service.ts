import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { addDays, daysBetween, weekday } from '#calendar';
import { formOf } from '#cycle';
import type { Scope } from '#directory';
import type { todayRowSchema, todaySchema } from './today.schemas.js';
import { progressOf } from './sheet-guards.rules.js';
import { type TodayKind, type TodayRecord, TodayStore } from './today.store.js';

type Today = z.infer<typeof todaySchema>;
type TodayRow = z.infer<typeof todayRowSchema>;

const KINDS: readonly TodayKind[] = ['overdue', 'returned', 'approvals', 'this_week', 'later', 'waiting'];
const FRIDAY = 5;

@Injectable()
export class TodayService {
  constructor(private readonly store: TodayStore) {}

  async view(scope: Scope): Promise<Today> {
    const [records, next] = await Promise.all([
      this.store.rows(scope, weekEnd(scope.date)),
      this.store.next(scope),
    ]);
    const groups = KINDS.flatMap((kind) => {
      const own = records.filter((r) => r.kind === kind);
      return own[0] ? [{ kind, total: own[0].total, rows: own.map((r) => rowOf(r, scope.date)) }] : [];
    });
    return { date: scope.date, groups, next: next ?? null };
  }

  counts(scope: Scope): Promise<{ today: number; approvals: number }> {
    return this.store.counts(scope);
  }
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
            commitmentIds: record.openCommitments,
            indicators: [],
            valueDoubts: [],
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
