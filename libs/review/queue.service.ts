import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { formOf } from '#cycle';
import type { Scope } from '#directory';
import { IndicatorService } from '#indicator';
import { changesBetween, differences } from './answers-difference.rules.js';
import { absentAt } from './in-whose-name.rules.js';
import { QueueStore } from './queue.store.js';
import type { approvalQueueSchema } from './approval.schemas.js';
import { concernsOf } from './sheet-guards.rules.js';
import { doubtsOf } from './sheet-reader.js';

@Injectable()
export class QueueService {
  constructor(
    private readonly store: QueueStore,
    private readonly indicators: IndicatorService,
  ) {}

  async page(scope: Scope, page: number, pageSize: number): Promise<z.infer<typeof approvalQueueSchema>> {
    const [total, records] = await Promise.all([
      this.store.total(scope),
      this.store.page(scope, page, pageSize),
    ]);
    const years = [...new Set(records.map((r) => r.fiscalYear))];
    const views = new Map(
      await Promise.all(years.map(async (year) => [year, await this.indicators.views(year)] as const)),
    );
    return {
      total,
      page,
      pageSize,
      rows: records.map((r) => {
        const form = formOf(r.subjectKind, r.stage, r.role, r.fieldDuties);
        const section = (views.get(r.fiscalYear) ?? []).filter((v) => v.sectionKey === r.subject.sectionKey);
        const concerns = concernsOf({
          form,
          answers: r.answers,
          planAnswers: r.planAnswers,
          lastYear: r.lastAnswers,
          returned: r.returnedAnswers,
          commitments: [],
          indicators: section.map((v) => ({ name: v.name, status: v.latest?.status ?? 'not_judged' })),
          valueDoubts: doubtsOf(r, section),
          openChecks: r.openChecks,
        });
        return {
          taskStageId: r.id,
          stage: r.stage,
          fiscalYear: r.fiscalYear,
          subject: r.subject,
          role: r.role,
          departmentName: r.departmentName,
          submitterName: r.submitterName,
          submittedOn: r.submittedOn,
          dueOn: r.stepDueOn,
          overdue: r.stepDueOn < scope.date,
          insteadOf: absentAt(scope, r.postId)?.personName ?? null,
          changes: differences(form, r.lastAnswers, r.answers).length,
          sinceReturn: r.returnedAnswers ? changesBetween(form, r.returnedAnswers, r.answers) : null,
          concerns: concerns.length,
        };
      }),
    };
  }
}
