import type { TestDatabase } from './database.js';

const COPY_ITEMS = `
  insert into plan.program_item (program_id, key, marker, text, sort)
  select i.program_id, i.key || '-' || n, i.marker, i.text || n, i.sort + n * 1000
    from plan.program_item i cross join generate_series(1, $1::int / (select count(*)::int from plan.program_item)) n`;

const COPY_INDICATORS = `
  with copied as materialized (
    select gen_random_uuid() as copy, i.id as origin, n from plan.indicator i
     cross join generate_series(1, $1::int / (select count(*)::int from plan.indicator where formula is null)) n
     where i.formula is null),
  made as (
    insert into plan.indicator (id, section_id, key, name, unit, decimals, direction, kind, baseline, baseline_year, target_words,
                                note, survey, tolerance, publication_lag, survey_interval, sort)
    select c.copy, i.section_id, i.key || '-' || c.n, i.name || c.n, i.unit, i.decimals, i.direction, i.kind, i.baseline,
           i.baseline_year, i.target_words, i.note, i.survey, i.tolerance, i.publication_lag, i.survey_interval, i.sort + c.n * 1000
      from copied c join plan.indicator i on i.id = c.origin returning id),
  aimed as (
    insert into plan.indicator_target (indicator_id, fiscal_year, annual, value, floor)
    select c.copy, t.fiscal_year, t.annual, t.value, t.floor from copied c join plan.indicator_target t on t.indicator_id = c.origin
    returning 1)
  insert into indicator.indicator_actual (indicator_id, fiscal_year, value, milestone, reason, preliminary, source)
  select c.copy, a.fiscal_year, a.value, a.milestone, a.reason, a.preliminary, a.source
    from copied c join indicator.indicator_actual a on a.indicator_id = c.origin`;

/** Copies of the sample's items and indicators, with targets and actuals, until a plan has about as many as asked for. */
export async function growPlan(
  database: TestDatabase,
  { items, indicators }: { readonly items: number; readonly indicators: number },
): Promise<void> {
  await database.query(COPY_ITEMS, [items]);
  await database.query(COPY_INDICATORS, [indicators]);
  await database.query('analyze');
}
