import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { writeAudits } from '#audit';
import { Database } from '#database';
import type { Scope } from '#directory';
import type { reviewedCountSchema, standInDecisionListSchema } from './stand-in-decisions.schemas.js';
import { StandInDecisionsStore } from './stand-in-decisions.store.js';

/** 後閲: who was away looks at what was decided in their place. It changes nothing of the decision. */
@Injectable()
export class StandInDecisionsService {
  constructor(
    private readonly store: StandInDecisionsStore,
    private readonly database: Database,
  ) {}

  async toReview(
    scope: Scope,
    page: number,
    pageSize: number,
  ): Promise<z.infer<typeof standInDecisionListSchema>> {
    return { page, pageSize, ...(await this.store.toReview(scope.personId, page, pageSize)) };
  }

  /** Decisions that were not taken for the person, or looked at before, are left out of the count. */
  async review(scope: Scope, approvalIds: readonly string[]): Promise<z.infer<typeof reviewedCountSchema>> {
    return this.database.transaction(async (sql) => {
      const reviewed = await this.store.review(sql, approvalIds, scope.personId, scope.date);
      await writeAudits(
        sql,
        reviewed.map(({ approvalId, taskStageId }) => ({
          businessDate: scope.date,
          personId: scope.personId,
          action: 'task_stage.stand_in_reviewed',
          subjectKind: 'task_stage',
          subjectId: taskStageId,
          detail: { approvalId },
        })),
      );
      return { reviewed: reviewed.length };
    });
  }
}
