import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDirectory1790000000003 implements MigrationInterface {
  name = 'CreateDirectory1790000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema directory');
    // 市民協働課 + 課長 is printed 市民協働課長: what both share stands there once.
    await runner.query(`
      create function directory.full_title(department text, title text) returns text language sql immutable as $$
        select coalesce(
          (select department || substr(title, n + 1) from generate_series(length(department), 1, -1) as n
            where left(title, n) = right(department, n) order by n desc limit 1),
          trim(department || ' ' || title))
      $$`);
    await runner.query(`
      create table directory.department (
        id uuid not null default gen_random_uuid(),
        code text not null,
        name text not null,
        kind text not null,
        parent_id uuid,
        coordinating_division_id uuid,
        office text,
        valid_from date not null,
        valid_to date,
        sort integer not null,
        constraint department_valid check (valid_to is null or valid_to >= valid_from),
        constraint department_kind check (kind in ('city', 'bureau', 'department', 'division', 'partner')),
        primary key (id)
      )`);
    await runner.query(`
      create index department_parent on directory.department (parent_id)`);
    await runner.query(`
      create unique index department_code on directory.department (code)`);
    await runner.query(`
      create table directory.department_closure (
        ancestor_id uuid not null,
        descendant_id uuid not null,
        depth integer not null,
        primary key (ancestor_id, descendant_id)
      )`);
    await runner.query(`
      create index department_closure_descendant on directory.department_closure (descendant_id, depth)`);
    await runner.query(`
      create table directory.person (
        id uuid not null default gen_random_uuid(),
        staff_number text not null,
        name text not null,
        kana text not null,
        email text not null,
        password_hash text,
        language text not null default 'ja',
        disabled_at timestamptz,
        constraint person_language check (language in ('ja', 'en')),
        primary key (id)
      )`);
    await runner.query(`
      create unique index person_email on directory.person (email)`);
    await runner.query(`
      create unique index person_staff_number on directory.person (staff_number)`);
    await runner.query(`
      create table directory.session (
        token_hash bytea not null,
        person_id uuid not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        device text not null default '',
        primary key (token_hash)
      )`);
    await runner.query(`
      create index session_person on directory.session (person_id)`);
    await runner.query(`
      create table directory.sign_in_failure (
        id bigint generated always as identity not null,
        name text not null,
        at timestamptz not null default now(),
        primary key (id)
      )`);
    await runner.query(`
      create index sign_in_failure_name on directory.sign_in_failure (name, at)`);
    await runner.query(`
      create table directory.post (
        id uuid not null default gen_random_uuid(),
        department_id uuid not null,
        level text not null,
        title text not null,
        role text,
        constraint post_department_level_title unique (department_id, level, title),
        constraint post_role check (role is null or role in ('planner', 'finance', 'management', 'auditor', 'evaluator')),
        constraint post_level check (level in ('member', 'subsectionChief', 'divisionManager', 'departmentManager', 'bureauDirector', 'executive')),
        primary key (id)
      )`);
    await runner.query(`
      create table directory.post_holding (
        id uuid not null default gen_random_uuid(),
        post_id uuid not null,
        person_id uuid not null,
        kind text not null default 'main',
        from_date date not null,
        to_date date,
        constraint post_holding_once unique (post_id, person_id, from_date),
        constraint post_holding_dates check (to_date is null or to_date >= from_date),
        constraint post_holding_kind check (kind in ('main', 'concurrent', 'acting')),
        primary key (id)
      )`);
    await runner.query(`
      create index post_holding_post on directory.post_holding (post_id)`);
    await runner.query(`
      create index post_holding_person on directory.post_holding (person_id)`);
    await runner.query(`
      alter table directory.department add constraint department_parent_fk foreign key (parent_id) references directory.department(id)`);
    await runner.query(`
      alter table directory.department add constraint department_coordinating_fk foreign key (coordinating_division_id) references directory.department(id)`);
    await runner.query(`
      alter table directory.department_closure add constraint department_closure_ancestor_fk foreign key (ancestor_id) references directory.department(id) on delete cascade`);
    await runner.query(`
      alter table directory.department_closure add constraint department_closure_descendant_fk foreign key (descendant_id) references directory.department(id) on delete cascade`);
    await runner.query(`
      alter table directory.session add constraint session_person_fk foreign key (person_id) references directory.person(id) on delete cascade`);
    await runner.query(`
      alter table directory.post add constraint post_department_fk foreign key (department_id) references directory.department(id)`);
    await runner.query(`
      alter table directory.post_holding add constraint post_holding_post_fk foreign key (post_id) references directory.post(id)`);
    await runner.query(`
      alter table directory.post_holding add constraint post_holding_person_fk foreign key (person_id) references directory.person(id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema directory cascade');
  }
}
