import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePasswordLink1790000000012 implements MigrationInterface {
  name = 'CreatePasswordLink1790000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table directory.password_link (
        token_hash bytea not null,
        person_id uuid not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        primary key (token_hash)
      )`);
    await runner.query('create index password_link_person on directory.password_link (person_id)');
    await runner.query(`
      alter table directory.password_link add constraint password_link_person_fk
        foreign key (person_id) references directory.person(id) on delete cascade`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table directory.password_link');
  }
}
