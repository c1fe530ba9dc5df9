import { Injectable } from '@nestjs/common';
import { Database, firstRow, rows, type Sql } from '#database';
import type { Direction, IndicatorKind, NotJudgedReason } from './judgement/index.js';
import type { YearEntered } from './year-to-show.rules.js';

export interface StoredActual {
  readonly fiscalYear: number;
  readonly value: string | null;
  readonly milestone: string | null;
  readonly reason: NotJudgedReason | null;
  readonly preliminary: boolean;
  readonly source: string;
  readonly specialNote: string;
  readonly factorsOwn: string;
  readonly factorsOutside: string;
}

/** An indicator with its targets and everything ever measured. */
export interface IndicatorSeries {
  readonly id: string;
  readonly key: string;
  readonly sectionKey: string;
  readonly sectionNumber: string;
  readonly sectionTitle: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: Direction;
  readonly kind: IndicatorKind;
  readonly baseline: string | null;
  readonly baselineYear: number | null;
  readonly targetWords: '減少' | '増加' | '維持' | null;
  readonly note: string;
  readonly survey: boolean;
  readonly tolerance: string | null;
  readonly publicationLag: number;
  readonly surveyInterval: number;
  readonly formula: 'share_on_track' | 'share_with_participation' | null;
  readonly ownerName: string | null;
  readonly targets: readonly { value: string | null; fiscalYear: number; floor: boolean; annual: boolean }[];
  readonly actuals: readonly StoredActual[];
}

export interface ActualToWrite {
  readonly indicatorId: string;
  readonly fiscalYear: number;
  readonly value: string | null;
  readonly milestone: string | null;
  readonly reason: string | null;
  readonly preliminary: boolean;
  readonly source: string;
  readonly specialNote: string;
  readonly factorsOwn: string;
  readonly factorsOutside: string;
}

/** A value whose sheet was approved; `preliminary` is what its author calls it. */
export interface ActualToConfirm {
  readonly indicatorId: string;
  readonly fiscalYear: number;
  readonly preliminary: boolean;
}

/** Queries on the schema `indicator`. */
@Injectable()
export class IndicatorStore {
  constructor(private readonly database: Database) {}

  /** All indicators of a plan in order, in one statement; `keys` narrows to some of them. */
  series(
    planId: string,
    keys: readonly string[] | null = null,
    sql: Sql = this.database.pool,
  ): Promise<IndicatorSeries[]> {
    return rows(
      sql,
      `select n.id, n.key, s.key as "sectionKey", plan.printed_number(s.level, s.number) as "sectionNumber", s.title as "sectionTitle", n.name, n.unit,
              n.decimals, coalesce(n.decided_direction, n.direction) as direction, coalesce(n.decided_kind, n.kind) as kind, n.baseline::text, n.baseline_year as "baselineYear",
              n.target_words as "targetWords", n.note, n.survey, n.tolerance::text, n.publication_lag as "publicationLag",
              n.survey_interval as "surveyInterval", n.formula, o.name as "ownerName",
              coalesce(t.list, '[]') as targets, coalesce(a.list, '[]') as actuals
         from plan.indicator n
         join plan.section s on s.id = n.section_id
         left join lateral (
           select jsonb_agg(jsonb_build_object('value', value::text, 'fiscalYear', fiscal_year, 'floor', floor, 'annual', annual)
                    order by fiscal_year) as list
             from plan.indicator_target where indicator_id = n.id) t on true
         left join lateral (
           select jsonb_agg(jsonb_build_object('fiscalYear', fiscal_year, 'value', value::text, 'milestone', milestone,
                    'reason', reason, 'preliminary', preliminary, 'source', source, 'specialNote', special_note,
                    'factorsOwn', factors_own, 'factorsOutside', factors_outside) order by fiscal_year) as list
             from indicator.indicator_actual where indicator_id = n.id) a on true
         left join lateral (
           select d.name from plan.assignment x join directory.department d on d.id = x.department_id
            where x.indicator_id = n.id and x.role = 'lead' and not x.withdrawn order by x.from_fiscal_year desc limit 1) o on true
        where s.plan_id = $1 and not n.withdrawn and not s.withdrawn and ($2::text[] is null or n.key = any($2::text[]))
        order by s.sort, n.sort`,
      [planId, keys],
    );
  }

  /** Enters actuals, each once per indicator and year; one statement however many. */
  async writeActuals(
    sql: Sql,
    actuals: readonly ActualToWrite[],
  ): Promise<{ added: number; changed: number }> {
    const row = await firstRow<{ added: number; changed: number }>(
      sql,
      `with written as (
         insert into indicator.indicator_actual (indicator_id, fiscal_year, value, milestone, reason, preliminary, source,
           special_note, factors_own, factors_outside)
         select r."indicatorId", r."fiscalYear", r.value, r.milestone, r.reason, r.preliminary, r.source, r."specialNote",
                r."factorsOwn", r."factorsOutside"
           from jsonb_to_recordset($1::jsonb) as r("indicatorId" uuid, "fiscalYear" int, value numeric, milestone text,
             reason text, preliminary boolean, source text, "specialNote" text, "factorsOwn" text, "factorsOutside" text)
         on conflict (indicator_id, fiscal_year) do update set value = excluded.value, milestone = excluded.milestone,
           reason = excluded.reason, preliminary = excluded.preliminary, source = excluded.source,
           special_note = excluded.special_note, factors_own = excluded.factors_own, factors_outside = excluded.factors_outside
         where (indicator_actual.value, indicator_actual.milestone, indicator_actual.reason, indicator_actual.preliminary,
                indicator_actual.source, indicator_actual.special_note, indicator_actual.factors_own, indicator_actual.factors_outside)
           is distinct from (excluded.value, excluded.milestone, excluded.reason, excluded.preliminary, excluded.source,
                excluded.special_note, excluded.factors_own, excluded.factors_outside)
         returning (xmax = 0) as added)
       select count(*) filter (where added)::int as added, count(*) filter (where not added)::int as changed from written`,
      [JSON.stringify(actuals)],
    );
    return row ?? { added: 0, changed: 0 };
  }

  /** A confirmed value is 速報 only when its author calls it so; a reason for having none never is. */
  async confirmActuals(sql: Sql, actuals: readonly ActualToConfirm[]): Promise<void> {
    if (actuals.length === 0) return;
    await rows(
      sql,
      `update indicator.indicator_actual v set preliminary = r.preliminary
         from jsonb_to_recordset($1::jsonb) as r("indicatorId" uuid, "fiscalYear" int, preliminary boolean)
        where v.indicator_id = r."indicatorId" and v.fiscal_year = r."fiscalYear" and v.reason is null`,
      [JSON.stringify(actuals)],
    );
  }

  /**
   * How many indicators of a plan a department is asked to enter in each of these fiscal years, and how many of them have an
   * actual or a reason for having none.
   */
  entered(
    planId: string,
    fiscalYears: readonly number[],
    sql: Sql = this.database.pool,
  ): Promise<(YearEntered & { readonly fiscalYear: number })[]> {
    return rows(
      sql,
      `select y.year as "fiscalYear",
              (case when k.asked = 0 then k.given else k.answered end)::int as entered,
              (case when k.asked = 0 then k.indicators else k.asked end)::int as "all"
         from (select distinct unnest($2::int[]) as year) y
         cross join lateral (
           select count(*) as indicators, count(*) filter (where n.is_asked) as asked, count(v.id) as given,
                  count(v.id) filter (where n.is_asked) as answered
             from (select i.id, exists (select 1 from plan.assignments_in(y.year) a
                                         where a.indicator_id = i.id and a.role = 'lead') as is_asked
                     from plan.indicator i join plan.section s on s.id = i.section_id and s.plan_id = $1 and not s.withdrawn
                    where not i.withdrawn) n
             left join indicator.indicator_actual v on v.indicator_id = n.id and v.fiscal_year = y.year) k`,
      [planId, fiscalYears],
    );
  }

  /** The newest version of the judging rule, as the city set it. */
  async newestRule(
    sql: Sql = this.database.pool,
  ): Promise<{ version: number; name: string; settings: Record<string, unknown> } | undefined> {
    return firstRow(
      sql,
      'select version, name, settings from indicator.judgement_rule order by version desc limit 1',
    );
  }
}
