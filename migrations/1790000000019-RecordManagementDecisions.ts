import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What management decides on a section's report, with the promises that come out of it; and the grade of a section, which
 * the director of the bureau gives.
 */
export class RecordManagementDecisions1790000000019 implements MigrationInterface {
  name = 'RecordManagementDecisions1790000000019';

  async up(runner: QueryRunner): Promise<void> {
    // A promise comes from an Act, or from a decision of management on the day that stands here.
    await runner.query('alter table review.commitment alter column task_stage_id drop not null');
    await runner.query('alter table review.commitment add column decided_on date');
    await runner.query(`
      alter table review.commitment add constraint commitment_origin check (num_nonnulls(task_stage_id, decided_on) = 1)`);

    await runner.query('alter table review.approval add column sets_grade boolean not null default false');
    await runner.query('alter table review.approval add column proposed_grade text');
    await runner.query('alter table review.approval add column grade text');
    await runner.query(`
      alter table review.approval add constraint approval_grade check (grade is null or grade in ('A', 'B', 'C', 'D'))`);
    await runner.query(`
      update review.approval ap set sets_grade = true
        from review.task_stage ts, directory.post po
       where ts.id = ap.task_stage_id and ts.round = ap.round and ts.stage = 'review' and ts.state = 'submitted'
         and po.id = ap.post_id and po.level = 'bureauDirector' and ap.step_kind = 'post_level' and ap.decision is null`);

    await runner.query('create schema report');
    await runner.query(`
      create table report.management_decision (
        id uuid not null default gen_random_uuid(),
        cycle_id uuid not null,
        section_id uuid not null,
        version integer not null default 1,
        verdict text not null,
        direction text not null,
        text text not null,
        decided_on date not null,
        body text not null,
        recorder_id uuid not null,
        recorded_at timestamptz not null default clock_timestamp(),
        constraint management_decision_once unique (cycle_id, section_id),
        constraint management_decision_verdict check (verdict in ('as_is', 'partly', 'again')),
        constraint management_decision_direction check (direction in
          ('expand', 'continue', 'improve', 'shrink', 'merge', 'suspend', 'abolish', 'complete')),
        constraint management_decision_cycle_fk foreign key (cycle_id) references cycle.review_cycle (id),
        constraint management_decision_section_fk foreign key (section_id) references plan.section (id),
        constraint management_decision_recorder_fk foreign key (recorder_id) references directory.person (id),
        primary key (id)
      )`);
    await runner.query(`
      create table report.decision_version (
        decision_id uuid not null,
        number integer not null,
        content jsonb not null,
        reason text,
        person_id uuid not null,
        business_date date not null,
        at timestamptz not null default clock_timestamp(),
        constraint decision_version_decision_fk foreign key (decision_id) references report.management_decision (id),
        constraint decision_version_person_fk foreign key (person_id) references directory.person (id),
        primary key (decision_id, number)
      )`);
    await runner.query(`
      create table report.decision_commitment (
        commitment_id uuid not null,
        decision_id uuid not null,
        constraint decision_commitment_commitment_fk foreign key (commitment_id) references review.commitment (id),
        constraint decision_commitment_decision_fk foreign key (decision_id) references report.management_decision (id),
        primary key (commitment_id)
      )`);
    await runner.query(
      'create index decision_commitment_decision on report.decision_commitment (decision_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema report cascade');
    await runner.query('alter table review.approval drop column grade');
    await runner.query('alter table review.approval drop column proposed_grade');
    await runner.query('alter table review.approval drop column sets_grade');
    await runner.query(
      `delete from review.commitment_answer x using review.commitment m where m.id = x.commitment_id and m.task_stage_id is null`,
    );
    await runner.query('delete from review.commitment where task_stage_id is null');
    await runner.query('alter table review.commitment drop constraint commitment_origin');
    await runner.query('alter table review.commitment drop column decided_on');
    await runner.query('alter table review.commitment alter column task_stage_id set not null');
  }
}
