import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCycle1790000000006 implements MigrationInterface {
  name = 'CreateCycle1790000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema cycle');
    await runner.query(`
      create table cycle.review_cycle (
        id uuid not null default gen_random_uuid(),
        plan_id uuid not null,
        fiscal_year integer not null,
        state text not null default 'draft',
        opened_on date,
        closes_on date not null,
        field_duties jsonb not null default '{}',
        labour_unit_cost numeric not null default 7800,
        version integer not null default 1,
        constraint review_cycle_year unique (plan_id, fiscal_year),
        constraint review_cycle_state check (state in ('draft', 'scheduled', 'open', 'closed', 'published')),
        primary key (id)
      )`);
    await runner.query(`
      create table cycle.cycle_stage (
        cycle_id uuid not null,
        stage text not null,
        drafts_from date not null,
        opens_on date not null,
        due_on date not null,
        effective_opens_on date not null,
        effective_due_on date not null,
        constraint cycle_stage_dates check (due_on >= opens_on and drafts_from <= opens_on),
        constraint cycle_stage_stage check (stage in ('plan', 'do', 'check', 'act', 'review')),
        primary key (cycle_id, stage)
      )`);
    await runner.query(`
      create table cycle.cycle_phase (
        cycle_id uuid not null,
        phase text not null,
        opens_on date not null,
        due_on date not null,
        effective_due_on date not null,
        constraint cycle_phase_phase check (phase in ('settlement', 'management', 'council', 'external', 'publication', 'reflection')),
        primary key (cycle_id, phase)
      )`);
    await runner.query(`
      create table cycle.chain_step (
        cycle_id uuid not null,
        stage text not null,
        position integer not null,
        kind text not null,
        level text,
        department_id uuid,
        working_days integer not null default 5,
        constraint chain_step_days check (working_days between 1 and 60),
        constraint chain_step_division check ((kind = 'fixed_division') = (department_id is not null)),
        constraint chain_step_level check ((kind = 'post_level') = (level is not null)),
        constraint chain_step_kind check (kind in ('post_level', 'coordinating_division', 'fixed_division')),
        primary key (cycle_id, stage, position)
      )`);
    await runner.query(`
      create table cycle.due_extension (
        cycle_id uuid not null,
        stage text not null,
        department_id uuid not null,
        due_on date not null,
        reason text not null,
        primary key (cycle_id, stage, department_id)
      )`);
    await runner.query(`
      alter table cycle.review_cycle add constraint review_cycle_plan_fk foreign key (plan_id) references plan.plan(id)`);
    await runner.query(`
      alter table cycle.cycle_stage add constraint cycle_stage_cycle_fk foreign key (cycle_id) references cycle.review_cycle(id) on delete cascade`);
    await runner.query(`
      alter table cycle.cycle_phase add constraint cycle_phase_cycle_fk foreign key (cycle_id) references cycle.review_cycle(id) on delete cascade`);
    await runner.query(`
      alter table cycle.chain_step add constraint chain_step_cycle_fk foreign key (cycle_id) references cycle.review_cycle(id) on delete cascade`);
    await runner.query(`
      alter table cycle.chain_step add constraint chain_step_department_fk foreign key (department_id) references directory.department(id)`);
    await runner.query(`
      alter table cycle.due_extension add constraint due_extension_cycle_fk foreign key (cycle_id) references cycle.review_cycle(id) on delete cascade`);
    await runner.query(`
      alter table cycle.due_extension add constraint due_extension_department_fk foreign key (department_id) references directory.department(id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema cycle cascade');
  }
}
