import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import { BusinessClock } from '#calendar/clock';
import { CycleService } from '#cycle';
import { Database, type Sql } from '#database';
import type { Role, Scope } from '#directory';
import { conflict, type DomainError, invalid, notFound } from '#errors';
import { PlanService } from '#plan';
import { DecidedCommitmentStore } from '#review';
import { commitmentChanges, type DecisionContext, decisionProblems } from './decision.rules.js';
import type { DecisionPage, RecordDecision } from './decision.schemas.js';
import { type DecisionRow, DecisionStore } from './decision.store.js';

/** Who records what the meeting decided. */
export const RECORDS_DECISIONS = ['management', 'planner'] as const satisfies readonly Role[];

/** Who sees how a decision came to be, with the names of those who recorded it. */
const SEES_HISTORY: readonly Role[] = [...RECORDS_DECISIONS, 'auditor'];

const has = ({ roles }: Scope, some: readonly Role[]): boolean => some.some((role) => roles.has(role));

interface Where {
  readonly planId: string;
  readonly cycleId: string;
  readonly cycleState: string;
  readonly sectionId: string;
  readonly sectionKey: string;
  readonly fiscalYear: number;
}

/** 推進本部決定: what management decides on a report, and the promises that departments then have to answer. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly store: DecisionStore,
    private readonly commitments: DecidedCommitmentStore,
    private readonly plans: PlanService,
    private readonly cycles: CycleService,
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  async page(scope: Scope, fiscalYear: number, key: string): Promise<DecisionPage> {
    const where = await this.where(fiscalYear, key);
    const [decision, places, history] = await Promise.all([
      this.store.decision(where.cycleId, where.sectionId),
      this.store.places(where.planId, key, fiscalYear + 1),
      // It carries the names of those who recorded, which are nobody else's business.
      has(scope, SEES_HISTORY) ? this.store.history(where.cycleId, where.sectionId) : [],
    ]);
    return {
      decision: decision ?? null,
      mayRecord: where.cycleState === 'open' && has(scope, RECORDS_DECISIONS),
      today: scope.date,
      places: places.map(({ itemId: _id, ...place }) => place),
      history,
    };
  }

  /**
   * Records a decision or corrects it: decision, kept version, promises and audit entry in one transaction. Throws
   * `report.decision_changed` with what is recorded now when somebody else was first.
   */
  async record(scope: Scope, fiscalYear: number, key: string, given: RecordDecision): Promise<DecisionPage> {
    const where = await this.where(fiscalYear, key);
    await this.database.transaction(async (sql) => {
      if ((await this.store.cycleState(sql, where.cycleId)) !== 'open')
        throw conflict('report.year_closed', { fiscalYear });
      const known = await this.store.locked(sql, where.cycleId, where.sectionId);
      if ((known?.version ?? 0) !== given.version) throw await this.changed(sql, where, known);
      const today = await this.clock.today(sql);
      const context = await this.contextOf(sql, where, known, today);
      const problems = decisionProblems(given, context);
      if (problems.length > 0)
        throw invalid('report.decision_incomplete', { count: problems.length }, problems);
      const id = await this.write(sql, scope, where, known, given);
      const changes = await this.writeCommitments(sql, where, id, given, context);
      const { verdict, direction, text, decidedOn, body, commitments, reason } = given;
      await this.store.keepVersion(sql, id, {
        number: given.version + 1,
        content: { verdict, direction, text, decidedOn, body, commitments },
        reason: known ? (reason ?? null) : null,
        personId: scope.personId,
        today,
      });
      await writeAudit(sql, {
        businessDate: today,
        personId: scope.personId,
        action: known ? 'management_decision.corrected' : 'management_decision.recorded',
        subjectKind: 'management_decision',
        subjectId: id,
        detail: { fiscalYear, section: key, version: given.version + 1, reason: reason ?? null, ...changes },
      });
    });
    return this.page(scope, fiscalYear, key);
  }

  private async where(fiscalYear: number, key: string): Promise<Where> {
    const plan = await this.plans.current();
    const cycle = await this.cycles.require(plan, fiscalYear);
    const sectionId = await this.store.sectionId(plan.id, key);
    if (sectionId === undefined) throw notFound('report.no_such_section', { key });
    return {
      planId: plan.id,
      cycleId: cycle.id,
      cycleState: cycle.state,
      sectionId,
      sectionKey: key,
      fiscalYear,
    };
  }

  private async contextOf(
    sql: Sql,
    { planId, sectionKey, fiscalYear }: Where,
    known: DecisionRow | undefined,
    today: string,
  ): Promise<DecisionContext> {
    const places = await this.store.places(planId, sectionKey, fiscalYear + 1, sql);
    const ids = known ? await this.store.commitmentIds(sql, known.id) : [];
    return {
      today,
      fiscalYear,
      itemIds: new Map(places.map((place) => [place.itemKey, place.itemId])),
      stored: await this.commitments.locked(sql, ids),
    };
  }

  private async write(
    sql: Sql,
    scope: Scope,
    where: Where,
    known: DecisionRow | undefined,
    given: RecordDecision,
  ): Promise<string> {
    if (known) {
      await this.store.update(sql, known.id, given.version + 1, given, scope.personId);
      return known.id;
    }
    const id = await this.store.insert(sql, where, given, scope.personId);
    if (id === undefined)
      throw await this.changed(sql, where, await this.store.locked(sql, where.cycleId, where.sectionId));
    return id;
  }

  private async writeCommitments(
    sql: Sql,
    { fiscalYear }: Where,
    id: string,
    given: RecordDecision,
    context: DecisionContext,
  ): Promise<{ made: number; mended: number; takenBack: number }> {
    const { made, mended, takenBack } = commitmentChanges(given, context);
    const decided = { fiscalYear, decidedOn: given.decidedOn, today: context.today };
    await this.store.unlink(sql, takenBack);
    await this.commitments.takeBack(sql, takenBack);
    await this.commitments.mend(sql, decided, mended);
    await this.store.link(sql, id, await this.commitments.make(sql, decided, made));
    return { made: made.length, mended: mended.length, takenBack: takenBack.length };
  }

  private async changed(sql: Sql, where: Where, known: DecisionRow | undefined): Promise<DomainError> {
    const decision = await this.store.decision(where.cycleId, where.sectionId, sql);
    return conflict(
      'report.decision_changed',
      { name: known?.recorderName ?? '' },
      {
        version: known?.version ?? 0,
        by: known?.recorderName ?? null,
        at: known?.recordedAt.toISOString() ?? null,
        decision: decision ?? null,
      },
    );
  }
}
