import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReview1790000000007 implements MigrationInterface {
  name = 'CreateReview1790000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema review');
    await runner.query(`
      create table review.annual_task (
        id uuid not null default gen_random_uuid(),
        assignment_id uuid not null,
        cycle_id uuid not null,
        subject_kind text not null,
        role text not null,
        department_id uuid not null,
        current_department_id uuid not null,
        constraint annual_task_once unique (assignment_id, cycle_id),
        constraint annual_task_role check (role in ('lead', 'support')),
        constraint annual_task_subject check (subject_kind in ('item', 'indicator', 'section')),
        primary key (id)
      )`);
    await runner.query(`
      create index annual_task_department on review.annual_task (current_department_id)`);
    await runner.query(`
      create index annual_task_cycle_department on review.annual_task (cycle_id, current_department_id)`);
    await runner.query(`
      create table review.task_stage (
        id uuid not null default gen_random_uuid(),
        task_id uuid not null,
        stage text not null,
        state text not null default 'none',
        version integer not null default 0,
        round integer not null default 0,
        return_count integer not null default 0,
        returned_due_on date,
        answers jsonb not null default '{}',
        field_versions jsonb not null default '{}',
        budget numeric,
        settled_cost numeric,
        person_years numeric,
        grade text,
        direction text,
        participation text,
        not_applicable_reason text,
        editor_id uuid,
        edited_at timestamptz,
        submitter_id uuid,
        submitted_on date,
        approved_on date,
        constraint task_stage_once unique (task_id, stage),
        constraint task_stage_grade check (grade is null or grade in ('A', 'B', 'C', 'D')),
        constraint task_stage_state check (state in ('none', 'drafting', 'submitted', 'approved', 'not_applicable')),
        constraint task_stage_stage check (stage in ('plan', 'do', 'check', 'act', 'review')),
        primary key (id)
      )`);
    await runner.query(`
      create table review.stage_version (
        task_stage_id uuid not null,
        number integer not null,
        cause text not null,
        answers jsonb not null,
        person_id uuid,
        business_date date not null,
        at timestamptz not null default clock_timestamp(),
        constraint stage_version_cause check (cause in ('submitted', 'returned', 'approved', 'withdrawn', 'editor_changed', 'imported')),
        primary key (task_stage_id, number)
      )`);
    await runner.query(`
      create table review.approval (
        id uuid not null default gen_random_uuid(),
        task_stage_id uuid not null,
        round integer not null,
        position integer not null,
        step_kind text not null,
        working_days integer not null,
        post_id uuid not null,
        waiting_since date,
        due_on date,
        opened_at timestamptz,
        decision text,
        person_id uuid,
        acting boolean not null default false,
        comment text,
        version_number integer,
        decided_on date,
        decided_at timestamptz,
        constraint approval_once unique (task_stage_id, round, position),
        constraint approval_decision check (decision is null or decision in ('approved', 'returned', 'withdrawn')),
        primary key (id)
      )`);
    await runner.query(`
      create table review.commitment (
        id uuid not null default gen_random_uuid(),
        task_stage_id uuid not null,
        position integer not null,
        item_id uuid not null,
        made_in_fiscal_year integer not null,
        what text not null,
        who text not null,
        due_on date not null,
        state text not null default 'open',
        closed_on date,
        constraint commitment_once unique (task_stage_id, position),
        constraint commitment_state check (state in ('open', 'done', 'changed', 'dropped')),
        primary key (id)
      )`);
    await runner.query(`
      create index commitment_item on review.commitment (item_id, made_in_fiscal_year)`);
    await runner.query(`
      create table review.commitment_answer (
        id uuid not null default gen_random_uuid(),
        commitment_id uuid not null,
        task_stage_id uuid not null,
        answer text not null,
        text text not null,
        answered_on date not null,
        constraint commitment_answer_once unique (commitment_id, task_stage_id),
        constraint commitment_answer_answer check (answer in ('done', 'changed', 'dropped')),
        primary key (id)
      )`);
    await runner.query(`
      alter table review.annual_task add constraint annual_task_assignment_fk foreign key (assignment_id) references plan.assignment(id)`);
    await runner.query(`
      alter table review.annual_task add constraint annual_task_cycle_fk foreign key (cycle_id) references cycle.review_cycle(id)`);
    await runner.query(`
      alter table review.annual_task add constraint annual_task_department_fk foreign key (department_id) references directory.department(id)`);
    await runner.query(`
      alter table review.annual_task add constraint annual_task_current_department_fk foreign key (current_department_id) references directory.department(id)`);
    await runner.query(`
      alter table review.task_stage add constraint task_stage_task_fk foreign key (task_id) references review.annual_task(id)`);
    await runner.query(`
      alter table review.task_stage add constraint task_stage_editor_fk foreign key (editor_id) references directory.person(id)`);
    await runner.query(`
      alter table review.task_stage add constraint task_stage_submitter_fk foreign key (submitter_id) references directory.person(id)`);
    await runner.query(`
      alter table review.stage_version add constraint stage_version_stage_fk foreign key (task_stage_id) references review.task_stage(id)`);
    await runner.query(`
      alter table review.stage_version add constraint stage_version_person_fk foreign key (person_id) references directory.person(id)`);
    await runner.query(`
      alter table review.approval add constraint approval_stage_fk foreign key (task_stage_id) references review.task_stage(id)`);
    await runner.query(`
      alter table review.approval add constraint approval_post_fk foreign key (post_id) references directory.post(id)`);
    await runner.query(`
      alter table review.approval add constraint approval_person_fk foreign key (person_id) references directory.person(id)`);
    await runner.query(`
      alter table review.commitment add constraint commitment_stage_fk foreign key (task_stage_id) references review.task_stage(id)`);
    await runner.query(`
      alter table review.commitment add constraint commitment_item_fk foreign key (item_id) references plan.program_item(id)`);
    await runner.query(`
      alter table review.commitment_answer add constraint commitment_answer_commitment_fk foreign key (commitment_id) references review.commitment(id)`);
    await runner.query(`
      alter table review.commitment_answer add constraint commitment_answer_stage_fk foreign key (task_stage_id) references review.task_stage(id)`);
    await runner.query(`
      create index task_stage_open on review.task_stage (stage, state) include (task_id, returned_due_on) where state in ('none', 'drafting', 'submitted')`);
    await runner.query(`
      create index approval_waiting on review.approval (post_id, due_on) where waiting_since is not null and decision is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema review cascade');
  }
}
