import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database, firstRow, rows, type Sql } from '#database';
import type { planIndicatorSchema, planItemSchema, planSectionSchema } from './plan.schemas.js';

export interface PlanRow {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly firstFiscalYear: number;
  readonly lastFiscalYear: number;
}

type PlanItem = z.infer<typeof planItemSchema>;
type PlanIndicator = z.infer<typeof planIndicatorSchema>;
export type PlanSection = z.infer<typeof planSectionSchema>;

/** Names of the departments an item, indicator or section is assigned to in a year, lead first. */
const departmentsOf = (column: string): string => `
  select a.${column} as subject, jsonb_agg(jsonb_build_object('code', d.code, 'name', d.name, 'role', a.role)
           order by a.role, d.code) as list
    from plan.assignments_in($2) a join directory.department d on d.id = a.department_id
   where a.${column} is not null
   group by a.${column}`;

/** Queries on the plan's tree. */
@Injectable()
export class PlanStore {
  constructor(private readonly database: Database) {}

  /** The plan of the city; there is one. */
  current(sql: Sql = this.database.pool): Promise<PlanRow | undefined> {
    return firstRow(
      sql,
      `select id, key, title, first_fiscal_year as "firstFiscalYear", last_fiscal_year as "lastFiscalYear"
         from plan.plan order by first_fiscal_year desc limit 1`,
    );
  }

  /**
   * The tree with its responsible departments in a fiscal year, in one statement. What the plan no longer has is left out,
   * unless `also` names it or an item under it.
   *
   * @param also ids of items that belong to the year although they have been withdrawn since
   */
  async sections(planId: string, fiscalYear: number, also: readonly string[] = []): Promise<PlanSection[]> {
    const found = await rows<{ section: PlanSection }>(
      this.database.pool,
      `with item_departments as (${departmentsOf('item_id')}),
            indicator_departments as (${departmentsOf('indicator_id')}),
            section_departments as (${departmentsOf('section_id')}),
            items as (
              select i.program_id, jsonb_agg(jsonb_build_object('key', i.key, 'marker', i.marker, 'text', i.text,
                       'departments', coalesce(d.list, '[]')) order by i.sort) as list
                from plan.program_item i left join item_departments d on d.subject = i.id
               where not i.withdrawn or i.id = any($3::uuid[]) group by i.program_id),
            programs as (
              select p.section_id, jsonb_agg(jsonb_build_object('key', p.key, 'number', '(' || p.number || ')', 'title', p.title,
                       'items', coalesce(i.list, '[]')) order by p.sort) as list
                from plan.program p left join items i on i.program_id = p.id
               where not p.withdrawn or p.id in (select x.program_id from plan.program_item x where x.id = any($3::uuid[]))
               group by p.section_id),
            policies as (
              select section_id, jsonb_agg(jsonb_build_object('number', number, 'text', text) order by sort) as list
                from plan.basic_policy group by section_id),
            indicators as (
              select n.section_id, jsonb_agg(jsonb_build_object('key', n.key, 'name', n.name, 'unit', n.unit,
                       'decimals', n.decimals, 'direction', coalesce(n.decided_direction, n.direction), 'baseline', n.baseline::text,
                       'baselineYear', n.baseline_year, 'target', t.value::text, 'targetYear', t.fiscal_year,
                       'targetWords', n.target_words, 'note', n.note, 'ownerName', d.list->0->>'name') order by n.sort) as list
                from plan.indicator n
                left join lateral (select value, fiscal_year from plan.indicator_target t
                                    where t.indicator_id = n.id and not t.annual order by fiscal_year desc limit 1) t on true
                left join indicator_departments d on d.subject = n.id
               where not n.withdrawn group by n.section_id)
       select jsonb_build_object('key', s.key, 'parentKey', up.key, 'number', plan.printed_number(s.level, s.number), 'level', s.level, 'title', s.title,
                'background', s.background, 'leadName', d.list->0->>'name', 'policies', coalesce(po.list, '[]'),
                'indicators', coalesce(n.list, '[]'), 'programs', coalesce(p.list, '[]')) as section
         from plan.section s
         left join plan.section up on up.id = s.parent_id
         left join section_departments d on d.subject = s.id
         left join policies po on po.section_id = s.id
         left join indicators n on n.section_id = s.id
         left join programs p on p.section_id = s.id
        where s.plan_id = $1 and (not s.withdrawn or s.id in (
          select y.section_id from plan.program_item x join plan.program y on y.id = x.program_id where x.id = any($3::uuid[])))
        order by s.sort`,
      [planId, fiscalYear, also],
    );
    return found.map((row) => row.section);
  }
}

/** Counts what the tree carries; a section counts when it carries something itself. */
export function totalsOf(sections: readonly PlanSection[]) {
  const programs = sections.flatMap((s) => s.programs);
  const items: PlanItem[] = programs.flatMap((p) => p.items);
  const indicators: PlanIndicator[] = sections.flatMap((s) => s.indicators);
  return {
    sections: sections.filter((s) => s.policies.length + s.indicators.length + s.programs.length > 0).length,
    policies: sections.reduce((n, s) => n + s.policies.length, 0),
    indicators: indicators.length,
    programs: programs.length,
    items: items.length,
    itemsWithoutLead: items.filter((i) => !i.departments.some((d) => d.role === 'lead')).length,
  };
}
