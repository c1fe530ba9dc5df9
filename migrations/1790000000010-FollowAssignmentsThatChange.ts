import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Assignments can be taken back, departments have successors, and sheets that were handed out follow both. */
export class FollowAssignmentsThatChange1790000000010 implements MigrationInterface {
  name = 'FollowAssignmentsThatChange1790000000010';

  async up(runner: QueryRunner): Promise<void> {
    // April to March, named by its April year.
    await runner.query(`
      create function calendar.fiscal_year(day date) returns int language sql immutable as $$
        select extract(year from day - interval '3 months')::int
      $$`);
    await runner.query('alter table directory.department add column successor_id uuid');
    await runner.query(`
      alter table directory.department add constraint department_successor_fk
        foreign key (successor_id) references directory.department(id)`);
    await runner.query(`
      alter table directory.department add constraint department_successor check (successor_id is null or valid_to is not null)`);
    // Who does the work of a department on a day: itself, or at the end of its line of successors.
    await runner.query(`
      create function directory.successors_on(day date) returns table (department_id uuid, successor_id uuid) language sql stable as $$
        with recursive line as (
          select d.id, d.successor_id as heir, 1 as steps from directory.department d
           where d.successor_id is not null and d.valid_to < day
          union all
          select l.id, d.successor_id, l.steps + 1 from line l join directory.department d on d.id = l.heir
           where d.successor_id is not null and d.valid_to < day and l.steps < 50
        ) select distinct on (id) id, heir from line order by id, steps desc
      $$`);

    await runner.query('alter table plan.assignment add column withdrawn boolean not null default false');
    await runner.query('drop index plan.assignment_lead_once');
    await runner.query(`
      create unique index assignment_lead_once on plan.assignment (item_id, indicator_id, section_id, from_fiscal_year)
        nulls not distinct where role = 'lead' and not withdrawn`);
    await runner.query(`
      create function plan.assignments_in(of_year int)
        returns table (id uuid, plan_id uuid, kind text, item_id uuid, indicator_id uuid, section_id uuid, role text, department_id uuid)
        language sql stable as $$
        select a.id, s.plan_id,
               case when a.item_id is not null then 'item' when a.indicator_id is not null then 'indicator' else 'section' end,
               a.item_id, a.indicator_id, a.section_id, a.role, a.department_id
          from plan.assignment a
          left join plan.program_item i on i.id = a.item_id
          left join plan.program p on p.id = i.program_id
          left join plan.indicator n on n.id = a.indicator_id
          join plan.section s on s.id = coalesce(p.section_id, n.section_id, a.section_id)
         where not a.withdrawn and not s.withdrawn
           and i.withdrawn is not true and p.withdrawn is not true and n.withdrawn is not true
           and a.from_fiscal_year <= of_year and (a.to_fiscal_year is null or a.to_fiscal_year >= of_year)
      $$`);

    // Who does the work on a day: the assigned department, or its successor.
    await runner.query(`
      create function plan.assignments_on(day date)
        returns table (id uuid, plan_id uuid, kind text, item_id uuid, indicator_id uuid, section_id uuid, role text, department_id uuid)
        language sql stable as $$
        select a.id, a.plan_id, a.kind, a.item_id, a.indicator_id, a.section_id, a.role, coalesce(s.successor_id, a.department_id)
          from plan.assignments_in(calendar.fiscal_year(day)) a
          left join directory.successors_on(day) s on s.department_id = a.department_id
      $$`);

    await runner.query('alter table cycle.review_cycle add column reopened_on date');
    await runner.query('alter table review.annual_task add column ended_on date');
    await runner.query('alter table review.stage_version drop constraint stage_version_cause');
    await runner.query(`
      alter table review.stage_version add constraint stage_version_cause check (cause in
        ('submitted', 'returned', 'approved', 'withdrawn', 'editor_changed', 'imported', 'assignment_ended'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from review.stage_version where cause = 'assignment_ended'`);
    await runner.query('alter table review.stage_version drop constraint stage_version_cause');
    await runner.query(`
      alter table review.stage_version add constraint stage_version_cause check (cause in
        ('submitted', 'returned', 'approved', 'withdrawn', 'editor_changed', 'imported'))`);
    await runner.query('alter table review.annual_task drop column ended_on');
    await runner.query('alter table cycle.review_cycle drop column reopened_on');
    await runner.query('drop function plan.assignments_on(date)');
    await runner.query('drop function plan.assignments_in(int)');
    await runner.query('drop index plan.assignment_lead_once');
    // Their tasks keep them: what was taken back becomes a support that ended in its first year.
    await runner.query(
      `update plan.assignment set role = 'support', to_fiscal_year = from_fiscal_year where withdrawn`,
    );
    await runner.query(`
      create unique index assignment_lead_once on plan.assignment (item_id, indicator_id, section_id, from_fiscal_year)
        nulls not distinct where role = 'lead'`);
    await runner.query('alter table plan.assignment drop column withdrawn');
    await runner.query('drop function directory.successors_on(date)');
    await runner.query('alter table directory.department drop constraint department_successor');
    await runner.query('alter table directory.department drop column successor_id');
    await runner.query('drop function calendar.fiscal_year(date)');
  }
}
