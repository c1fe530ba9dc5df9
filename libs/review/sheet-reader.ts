import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { CalendarDate } from '#calendar';
import { formOf } from '#cycle';
import { type Scope } from '#directory';
import type { Sql } from '#database';
import { notFound } from '#errors';
import { IndicatorService, type IndicatorView, valueDoubts } from '#indicator';
import { CommitmentStore } from './commitment.store.js';
import type { commitmentSchema } from './sheet.schemas.js';
import { type GuardContext, concernsOf, withOver, missingFields } from './sheet-guards.rules.js';
import { SheetStore, type SheetRow } from './sheet.store.js';
import type { Concern, Missing } from './review.types.js';

type CommitmentView = z.infer<typeof commitmentSchema>;

/** A sheet together with what its guards need to know. */
export interface ReadSheet {
  readonly row: SheetRow;
  readonly context: GuardContext;
  readonly commitments: readonly CommitmentView[];
  readonly indicators: readonly IndicatorView[];
  readonly missing: readonly Missing[];
  readonly concerns: readonly Concern[];
}

/** What looks odd about the value that the sheet of an indicator enters. */
export function doubtsOf(
  {
    subjectKind,
    subject,
    answers,
    fiscalYear,
  }: Pick<SheetRow, 'subjectKind' | 'answers' | 'fiscalYear'> & {
    readonly subject: { readonly key: string };
  },
  indicators: readonly IndicatorView[],
): readonly Concern[] {
  const value = answers.indicatorActual?.value ?? null;
  const own = subjectKind === 'indicator' && indicators.find(({ key }) => key === subject.key);
  return own && value !== null ? valueDoubts(value, own, fiscalYear) : [];
}

/** Loads a sheet and asks the rules about it. */
@Injectable()
export class SheetReader {
  constructor(
    private readonly store: SheetStore,
    private readonly commitments: CommitmentStore,
    private readonly indicators: IndicatorService,
  ) {}

  /** The sheet, or `review.no_such_sheet`: what a person may not read does not exist for them. */
  async row(scope: Scope, id: string, sql?: Sql): Promise<SheetRow> {
    const row = await this.store.byId(scope, id, sql);
    if (!row) throw notFound('review.no_such_sheet');
    return row;
  }

  async read(scope: Scope, id: string, sql?: Sql): Promise<ReadSheet> {
    return this.complete(await this.row(scope, id, sql), scope.date, sql);
  }

  /** Asks the rules; inside a transaction everything is read through its own connection. */
  async complete(row: SheetRow, today: CalendarDate, sql?: Sql): Promise<ReadSheet> {
    // One after the other: a transaction has one connection.
    const commitments = withOver(await this.commitments.toAnswer(row, sql), row.dueOn, today);
    const keys = await this.store.indicatorKeys(row, sql);
    const indicators = keys.length > 0 ? await this.indicators.views(row.fiscalYear, keys, sql) : [];
    const context: GuardContext = {
      form: formOf(row.subjectKind, row.stage, row.role, row.fieldDuties),
      answers: row.answers,
      planAnswers: row.planAnswers,
      lastYear: row.lastAnswers,
      returned: row.returnedAnswers,
      commitments: commitments.filter(({ asked }) => asked),
      indicators: indicators.map((i) => ({ name: i.name, status: i.latest?.status ?? 'not_judged' })),
      valueDoubts: doubtsOf(row, indicators),
      openChecks: row.openChecks,
    };
    return {
      row,
      context,
      commitments,
      indicators,
      missing: missingFields(context),
      concerns: concernsOf(context),
    };
  }
}
