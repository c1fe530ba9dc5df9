import { Injectable } from '@nestjs/common';
import { firstRow, rows, type Sql } from '#database';
import {
  indicatorEntries,
  itemEntries,
  programEntries,
  sectionEntries,
} from './identity/read-entries.rules.js';
import { IdentityStore } from './identity/identity.store.js';
import {
  indicatorRows,
  itemRows,
  policyRows,
  programRows,
  sectionRows,
  targetRows,
} from './plan-rows.rules.js';
import type { PlanReading } from './reading/index.js';
import type { Direction } from './reading/plan-reading.types.js';

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly withdrawn: number;
}

interface Tally {
  readonly added: number;
  readonly changed: number;
  readonly total: number;
}

/** What a plan is called across imports when the city has one: its key. */
export const PLAN_KEY = 'comprehensive-plan';

/** Writes a read plan; each kind of row is one set-based statement keyed by its place in the document. */
@Injectable()
export class PlanImportStore {
  constructor(private readonly identities: IdentityStore) {}

  /** Imports in the open transaction. Identities, assignments and history stay; what is gone is marked withdrawn. */
  async import(
    sql: Sql,
    reading: PlanReading,
    plan: { title: string; first: number; last: number },
  ): Promise<ImportCounts & { readonly planId: string }> {
    const planId = await this.plan(sql, plan);
    // From the top down: what stands under a heading is looked for once the heading is found.
    await this.identities.follow(sql, planId, 'section', sectionEntries(reading));
    const sections = await this.sections(sql, planId, reading);
    await this.identities.follow(sql, planId, 'program', programEntries(reading));
    const programs = await this.programs(sql, planId, reading);
    await this.identities.follow(sql, planId, 'program_item', itemEntries(reading));
    await this.identities.follow(sql, planId, 'indicator', indicatorEntries(reading));
    const tallies = [
      sections,
      programs,
      await this.policies(sql, planId, reading),
      await this.indicators(sql, planId, reading),
      await this.targets(sql, planId, reading),
      await this.items(sql, planId, reading),
    ];
    const withdrawn = await this.withdraw(sql, planId, reading);
    await this.forgetVanished(sql, planId, reading);
    const sum = (of: (tally: Tally) => number): number => tallies.reduce((all, tally) => all + of(tally), 0);
    const counts = {
      planId,
      added: sum((t) => t.added),
      changed: sum((t) => t.changed),
      unchanged: sum((t) => t.total - t.added - t.changed),
      withdrawn,
    };
    if (counts.changed + counts.withdrawn > 0) {
      await rows(sql, 'update plan.plan set version = version + 1 where id = $1', [planId]);
    }
    return counts;
  }

  /** What a person decided about directions; it wins over what documents say. */
  async decideDirections(
    sql: Sql,
    planId: string,
    directions: Readonly<Record<string, Direction>>,
  ): Promise<void> {
    await rows(
      sql,
      `update plan.indicator n set decided_direction = r.value
         from jsonb_each_text($2::jsonb) as r(key, value), plan.section s
        where s.id = n.section_id and s.plan_id = $1 and n.key = r.key and not n.withdrawn
          and n.decided_direction is distinct from r.value`,
      [planId, JSON.stringify(directions)],
    );
  }

  async decidedDirections(sql: Sql, planId: string): Promise<Map<string, Direction>> {
    const found = await rows<{ key: string; direction: Direction }>(
      sql,
      `select n.key, n.decided_direction as direction from plan.indicator n join plan.section s on s.id = n.section_id
        where s.plan_id = $1 and not n.withdrawn and n.decided_direction is not null`,
      [planId],
    );
    return new Map(found.map(({ key, direction }) => [key, direction]));
  }

  private async plan(sql: Sql, plan: { title: string; first: number; last: number }): Promise<string> {
    const row = await firstRow<{ id: string }>(
      sql,
      `insert into plan.plan (key, title, first_fiscal_year, last_fiscal_year) values ($1, $2, $3, $4)
       on conflict (key) do update set title = excluded.title,
         first_fiscal_year = excluded.first_fiscal_year, last_fiscal_year = excluded.last_fiscal_year
       returning id`,
      [PLAN_KEY, plan.title, plan.first, plan.last],
    );
    if (!row) throw new Error('plan: the upsert returned no row');
    return row.id;
  }

  private async sections(sql: Sql, planId: string, reading: PlanReading): Promise<Tally> {
    const all = sectionRows(reading);
    const tally = await this.upsert(
      sql,
      `insert into plan.section (plan_id, key, number, level, title, background, sort, source_line)
       select $1, r.key, r.number, r.level, r.title, r.background, r.line, r.line
         from jsonb_to_recordset($2::jsonb) as r(key text, number text, level text, title text, background text, line int)
       on conflict (plan_id, key) do update set number = excluded.number, level = excluded.level, title = excluded.title,
         background = excluded.background, sort = excluded.sort, source_line = excluded.source_line, withdrawn = false
       where (section.number, section.level, section.title, section.background, section.sort, section.withdrawn)
         is distinct from (excluded.number, excluded.level, excluded.title, excluded.background, excluded.sort, false)`,
      [planId],
      all,
    );
    await rows(
      sql,
      `update plan.section s set parent_id = p.id
         from jsonb_to_recordset($2::jsonb) as r(key text, "parentKey" text)
         left join plan.section p on p.plan_id = $1 and p.key = r."parentKey"
        where s.plan_id = $1 and s.key = r.key and s.parent_id is distinct from p.id`,
      [
        planId,
        JSON.stringify(
          [...reading.parents, ...reading.sections].map((s) => ({ key: s.key, parentKey: s.parentKey })),
        ),
      ],
    );
    return tally;
  }

  private policies(sql: Sql, planId: string, reading: PlanReading): Promise<Tally> {
    const all = policyRows(reading);
    return this.upsert(
      sql,
      `insert into plan.basic_policy (section_id, number, text, sort, source_line)
       select s.id, r.number, r.text, r.line, r.line
         from jsonb_to_recordset($2::jsonb) as r(section text, number text, text text, line int)
         join plan.section s on s.plan_id = $1 and s.key = r.section
       on conflict (section_id, number) do update set text = excluded.text, sort = excluded.sort, source_line = excluded.source_line
       where (basic_policy.text, basic_policy.sort) is distinct from (excluded.text, excluded.sort)`,
      [planId],
      all,
    );
  }

  private indicators(sql: Sql, planId: string, reading: PlanReading): Promise<Tally> {
    const all = indicatorRows(reading);
    return this.upsert(
      sql,
      `insert into plan.indicator (section_id, key, name, unit, decimals, direction, kind, baseline, baseline_year,
         target_words, note, sort, source_line, survey)
       select s.id, r.key, r.name, r.unit, r.decimals, r.direction, r.kind, r.baseline, r.baseline_year, r.words, r.note,
              r.line, r.line, r.name like '%市民の割合'
         from jsonb_to_recordset($2::jsonb) as r(section text, key text, name text, unit text, decimals int, direction text,
           kind text, baseline numeric, baseline_year int, words text, note text, line int)
         join plan.section s on s.plan_id = $1 and s.key = r.section
       on conflict (section_id, key) do update set name = excluded.name, unit = excluded.unit, decimals = excluded.decimals,
         direction = excluded.direction, kind = excluded.kind, baseline = excluded.baseline,
         baseline_year = excluded.baseline_year, target_words = excluded.target_words, note = excluded.note,
         sort = excluded.sort, source_line = excluded.source_line, withdrawn = false
       where (indicator.name, indicator.unit, indicator.decimals, indicator.direction, indicator.kind, indicator.baseline,
              indicator.baseline_year, indicator.target_words, indicator.note, indicator.sort, indicator.withdrawn)
         is distinct from (excluded.name, excluded.unit, excluded.decimals, excluded.direction, excluded.kind,
              excluded.baseline, excluded.baseline_year, excluded.target_words, excluded.note, excluded.sort, false)`,
      [planId],
      all,
    );
  }

  private targets(sql: Sql, planId: string, reading: PlanReading): Promise<Tally> {
    const all = targetRows(reading);
    return this.upsert(
      sql,
      `insert into plan.indicator_target (indicator_id, fiscal_year, annual, value, floor)
       select i.id, r.year, false, r.value, r.floor
         from jsonb_to_recordset($2::jsonb) as r(section text, key text, year int, value numeric, floor boolean)
         join plan.section s on s.plan_id = $1 and s.key = r.section
         join plan.indicator i on i.section_id = s.id and i.key = r.key
       on conflict (indicator_id, fiscal_year, annual) do update set value = excluded.value, floor = excluded.floor
       where (indicator_target.value, indicator_target.floor) is distinct from (excluded.value, excluded.floor)`,
      [planId],
      all,
    );
  }

  private programs(sql: Sql, planId: string, reading: PlanReading): Promise<Tally> {
    const all = programRows(reading);
    return this.upsert(
      sql,
      `insert into plan.program (section_id, key, number, title, sort, source_line)
       select s.id, r.key, r.number, r.title, r.line, r.line
         from jsonb_to_recordset($2::jsonb) as r(section text, key text, number text, title text, line int)
         join plan.section s on s.plan_id = $1 and s.key = r.section
       on conflict (section_id, key) do update set number = excluded.number, title = excluded.title, sort = excluded.sort,
         source_line = excluded.source_line, withdrawn = false
       where (program.number, program.title, program.sort, program.withdrawn)
         is distinct from (excluded.number, excluded.title, excluded.sort, false)`,
      [planId],
      all,
    );
  }

  private items(sql: Sql, planId: string, reading: PlanReading): Promise<Tally> {
    const all = itemRows(reading);
    return this.upsert(
      sql,
      `insert into plan.program_item (program_id, key, marker, text, sort, source_line)
       select p.id, r.key, r.marker, r.text, r.line, r.line
         from jsonb_to_recordset($2::jsonb) as r(section text, program text, key text, marker text, text text, line int)
         join plan.section s on s.plan_id = $1 and s.key = r.section
         join plan.program p on p.section_id = s.id and p.key = r.program
       on conflict (program_id, key) do update set marker = excluded.marker, text = excluded.text, sort = excluded.sort,
         source_line = excluded.source_line, withdrawn = false
       where (program_item.marker, program_item.text, program_item.sort, program_item.withdrawn)
         is distinct from (excluded.marker, excluded.text, excluded.sort, false)`,
      [planId],
      all,
    );
  }

  /**
   * Targets and policies carry no history of their own: what the document no longer says is removed. What is withdrawn
   * as a whole keeps its targets, for its past years are still judged by them.
   */
  private async forgetVanished(sql: Sql, planId: string, reading: PlanReading): Promise<void> {
    const [targets, policies] = [targetRows(reading), policyRows(reading)];
    await rows(
      sql,
      `delete from plan.indicator_target t using plan.indicator i, plan.section s
        where i.id = t.indicator_id and s.id = i.section_id and s.plan_id = $1 and not t.annual and not i.withdrawn
          and not exists (select 1 from jsonb_to_recordset($2::jsonb) as r(key text, year int) where r.key = i.key and r.year = t.fiscal_year)`,
      [planId, JSON.stringify(targets)],
    );
    await rows(
      sql,
      `delete from plan.basic_policy b using plan.section s
        where s.id = b.section_id and s.plan_id = $1
          and not exists (select 1 from jsonb_to_recordset($2::jsonb) as r(section text, number text) where r.section = s.key and r.number = b.number)`,
      [planId, JSON.stringify(policies)],
    );
  }

  private async withdraw(sql: Sql, planId: string, reading: PlanReading): Promise<number> {
    const keys = {
      section: [...reading.parents, ...reading.sections].map((s) => s.key),
      program: reading.sections.flatMap((s) => s.programs.map((p) => p.key)),
      item: reading.sections.flatMap((s) => s.programs.flatMap((p) => p.items.map((i) => i.key))),
      indicator: reading.sections.flatMap((s) => s.indicators.map((i) => i.key)),
    };
    const row = await firstRow<{ n: number }>(
      sql,
      `with s as (update plan.section set withdrawn = true where plan_id = $1 and not withdrawn and key <> all($2::text[]) returning 1),
            p as (update plan.program t set withdrawn = true from plan.section s
                   where s.id = t.section_id and s.plan_id = $1 and not t.withdrawn and t.key <> all($3::text[]) returning 1),
            i as (update plan.program_item t set withdrawn = true from plan.program p join plan.section s on s.id = p.section_id
                   where p.id = t.program_id and s.plan_id = $1 and not t.withdrawn and t.key <> all($4::text[]) returning 1),
            n as (update plan.indicator t set withdrawn = true from plan.section s
                   where s.id = t.section_id and s.plan_id = $1 and not t.withdrawn and t.key <> all($5::text[]) returning 1)
       select ((select count(*) from s) + (select count(*) from p) + (select count(*) from i) + (select count(*) from n))::int as n`,
      [planId, keys.section, keys.program, keys.item, keys.indicator],
    );
    return row?.n ?? 0;
  }

  /** `xmax = 0` tells a new row from a changed one; rows that stay the same are not returned at all. */
  private async upsert(
    sql: Sql,
    statement: string,
    parameters: unknown[],
    all: readonly object[],
  ): Promise<Tally> {
    const row = await firstRow<{ added: number; changed: number }>(
      sql,
      `with written as (${statement} returning (xmax = 0) as added)
       select count(*) filter (where added)::int as added, count(*) filter (where not added)::int as changed from written`,
      [...parameters, JSON.stringify(all)],
    );
    return { added: row?.added ?? 0, changed: row?.changed ?? 0, total: all.length };
  }
}
