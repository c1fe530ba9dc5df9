import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIndicator1790000000005 implements MigrationInterface {
  name = 'CreateIndicator1790000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema indicator');
    await runner.query(`
      create table indicator.indicator_actual (
        id uuid not null default gen_random_uuid(),
        indicator_id uuid not null,
        fiscal_year integer not null,
        value numeric,
        milestone text,
        reason text,
        preliminary boolean not null default false,
        source text not null default '',
        special_note text not null default '',
        factors_own text not null default '',
        factors_outside text not null default '',
        constraint indicator_actual_year unique (indicator_id, fiscal_year),
        constraint indicator_actual_milestone check (milestone is null or milestone in ('未着手', '検討', '着手', '完了')),
        constraint indicator_actual_reason check (reason is null or reason in ('survey_not_held', 'not_yet_compiled', 'program_ended', 'definition_changed')),
        constraint indicator_actual_one check (num_nonnulls(value, milestone, reason) = 1),
        primary key (id)
      )`);
    await runner.query(`
      create table indicator.judgement_rule (
        version integer not null,
        name text not null,
        settings jsonb not null,
        valid_from date not null,
        primary key (version)
      )`);
    await runner.query(`
      alter table indicator.indicator_actual add constraint indicator_actual_indicator_fk foreign key (indicator_id) references plan.indicator(id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema indicator cascade');
  }
}
