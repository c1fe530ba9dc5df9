import { Injectable } from '@nestjs/common';
import { rows, type Sql } from '#database';
import type { PlanEntry } from './plan-difference.rules.js';

/** The plan's entries with what is printed of each, to be compared before and after an import. */
@Injectable()
export class PlanSnapshotStore {
  entries(sql: Sql, planId: string): Promise<PlanEntry[]> {
    return rows(
      sql,
      `select p.id, 'plan' as kind, p.key, p.title, false as withdrawn, 0 as line,
              jsonb_build_object('title', p.title, 'period', p.first_fiscal_year || '–' || p.last_fiscal_year) as values
         from plan.plan p where p.id = $1
       union all
       select s.id, 'section', s.key, s.title, s.withdrawn, s.source_line,
              jsonb_build_object('title', s.title, 'background', s.background)
         from plan.section s where s.plan_id = $1
       union all
       select b.id, 'policy', s.key || ' (' || b.number || ')', b.text, false, b.source_line, jsonb_build_object('text', b.text)
         from plan.basic_policy b join plan.section s on s.id = b.section_id where s.plan_id = $1
       union all
       select p.id, 'program', p.key, p.title, p.withdrawn, p.source_line, jsonb_build_object('title', p.title)
         from plan.program p join plan.section s on s.id = p.section_id where s.plan_id = $1
       union all
       select i.id, 'item', i.key, i.text, i.withdrawn, i.source_line, jsonb_build_object('text', i.text)
         from plan.program_item i join plan.program p on p.id = i.program_id
         join plan.section s on s.id = p.section_id where s.plan_id = $1
       union all
       select n.id, 'indicator', n.key, n.name, n.withdrawn, n.source_line,
              jsonb_build_object('name', n.name, 'unit', n.unit, 'note', n.note, 'direction', n.direction, 'kind', n.kind,
                'baseline', coalesce(n.baseline::text || ' (' || n.baseline_year || ')', ''),
                'target', concat_ws('、', n.target_words, (
                  select string_agg(coalesce(t.value::text, '') || ' (' || t.fiscal_year || ')', '、' order by t.fiscal_year)
                    from plan.indicator_target t where t.indicator_id = n.id and not t.annual)))
         from plan.indicator n join plan.section s on s.id = n.section_id where s.plan_id = $1`,
      [planId],
    );
  }
}
