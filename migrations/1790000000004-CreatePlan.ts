import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlan1790000000004 implements MigrationInterface {
  name = 'CreatePlan1790000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema plan');
    // 第1節, but 施策1-1: the one place that knows how a section's number is printed.
    await runner.query(`
      create function plan.printed_number(level text, number text) returns text language sql immutable as $$
        select case when level in ('編', '部', '章', '節', '款', '項') then '第' || number || level else level || number end
      $$`);
    await runner.query(`
      create table plan.plan (
        id uuid not null default gen_random_uuid(),
        key text not null,
        title text not null,
        first_fiscal_year integer not null,
        last_fiscal_year integer not null,
        version integer not null default 1,
        constraint plan_key unique (key),
        constraint plan_years check (last_fiscal_year >= first_fiscal_year),
        primary key (id)
      )`);
    await runner.query(`
      create table plan.section (
        id uuid not null default gen_random_uuid(),
        plan_id uuid not null,
        parent_id uuid,
        key text not null,
        number text not null,
        level text not null,
        title text not null,
        background text not null default '',
        sort integer not null,
        source_line integer,
        withdrawn boolean not null default false,
        constraint section_key unique (plan_id, key),
        primary key (id)
      )`);
    await runner.query(`
      create index section_parent on plan.section (parent_id)`);
    await runner.query(`
      create table plan.basic_policy (
        id uuid not null default gen_random_uuid(),
        section_id uuid not null,
        number text not null,
        text text not null,
        sort integer not null,
        source_line integer,
        constraint basic_policy_number unique (section_id, number),
        primary key (id)
      )`);
    await runner.query(`
      create table plan.program (
        id uuid not null default gen_random_uuid(),
        section_id uuid not null,
        key text not null,
        number text not null,
        title text not null,
        sort integer not null,
        source_line integer,
        withdrawn boolean not null default false,
        constraint program_key unique (section_id, key),
        primary key (id)
      )`);
    await runner.query(`
      create table plan.program_item (
        id uuid not null default gen_random_uuid(),
        program_id uuid not null,
        key text not null,
        marker text not null,
        text text not null,
        sort integer not null,
        source_line integer,
        withdrawn boolean not null default false,
        constraint program_item_key unique (program_id, key),
        primary key (id)
      )`);
    await runner.query(`
      create table plan.indicator (
        id uuid not null default gen_random_uuid(),
        section_id uuid not null,
        key text not null,
        name text not null,
        unit text not null,
        decimals integer not null,
        direction text not null,
        kind text not null default 'level',
        baseline numeric,
        baseline_year integer,
        target_words text,
        note text not null default '',
        survey boolean not null default false,
        tolerance numeric,
        publication_lag integer not null default 0,
        survey_interval integer not null default 1,
        formula text,
        sort integer not null,
        source_line integer,
        withdrawn boolean not null default false,
        constraint indicator_key unique (section_id, key),
        constraint indicator_baseline check ((baseline is null) = (baseline_year is null)),
        constraint indicator_formula check (formula is null or formula in ('share_on_track', 'share_with_participation')),
        constraint indicator_kind check (kind in ('level', 'yearly_count', 'running_total', 'plan_total', 'milestone')),
        constraint indicator_direction check (direction in ('up', 'down', 'maintain')),
        primary key (id)
      )`);
    await runner.query(`
      create table plan.indicator_target (
        indicator_id uuid not null,
        fiscal_year integer not null,
        annual boolean not null,
        value numeric,
        floor boolean not null default false,
        primary key (indicator_id, fiscal_year, annual)
      )`);
    await runner.query(`
      create table plan.assignment (
        id uuid not null default gen_random_uuid(),
        item_id uuid,
        indicator_id uuid,
        section_id uuid,
        department_id uuid not null,
        role text not null,
        from_fiscal_year integer not null,
        to_fiscal_year integer,
        constraint assignment_years check (to_fiscal_year is null or to_fiscal_year >= from_fiscal_year),
        constraint assignment_role check (role in ('lead', 'support')),
        constraint assignment_one_subject check (num_nonnulls(item_id, indicator_id, section_id) = 1),
        primary key (id)
      )`);
    await runner.query(`
      create index assignment_section on plan.assignment (section_id)`);
    await runner.query(`
      create index assignment_indicator on plan.assignment (indicator_id)`);
    await runner.query(`
      create index assignment_item on plan.assignment (item_id)`);
    await runner.query(`
      create index assignment_department on plan.assignment (department_id)`);
    await runner.query(`
      alter table plan.section add constraint section_plan_fk foreign key (plan_id) references plan.plan(id) on delete cascade`);
    await runner.query(`
      alter table plan.section add constraint section_parent_fk foreign key (parent_id) references plan.section(id) on delete cascade`);
    await runner.query(`
      alter table plan.basic_policy add constraint basic_policy_section_fk foreign key (section_id) references plan.section(id) on delete cascade`);
    await runner.query(`
      alter table plan.program add constraint program_section_fk foreign key (section_id) references plan.section(id) on delete cascade`);
    await runner.query(`
      alter table plan.program_item add constraint program_item_program_fk foreign key (program_id) references plan.program(id) on delete cascade`);
    await runner.query(`
      alter table plan.indicator add constraint indicator_section_fk foreign key (section_id) references plan.section(id) on delete cascade`);
    await runner.query(`
      alter table plan.indicator_target add constraint indicator_target_indicator_fk foreign key (indicator_id) references plan.indicator(id) on delete cascade`);
    await runner.query(`
      alter table plan.assignment add constraint assignment_item_fk foreign key (item_id) references plan.program_item(id)`);
    await runner.query(`
      alter table plan.assignment add constraint assignment_indicator_fk foreign key (indicator_id) references plan.indicator(id)`);
    await runner.query(`
      alter table plan.assignment add constraint assignment_section_fk foreign key (section_id) references plan.section(id)`);
    await runner.query(`
      alter table plan.assignment add constraint assignment_department_fk foreign key (department_id) references directory.department(id)`);
    await runner.query(`
      create unique index assignment_once on plan.assignment (item_id, indicator_id, section_id, department_id, from_fiscal_year) nulls not distinct`);
    await runner.query(`
      create unique index assignment_lead_once on plan.assignment (item_id, indicator_id, section_id, from_fiscal_year) nulls not distinct where role = 'lead'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema plan cascade');
  }
}
