import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NameWhoWritesForADepartment1790000000015 implements MigrationInterface {
  name = 'NameWhoWritesForADepartment1790000000015';

  async up(runner: QueryRunner): Promise<void> {
    // Where nobody sits below the managers, the nearest of them is told: work without a reader is work forgotten.
    await runner.query(`
      create function directory.writers_on(day date) returns table (person_id uuid, department_id uuid) language sql stable as $$
        with writer as (
          select h.person_id, h.department_id from directory.holders_on(day) h where h.level in ('member', 'subsectionChief')
        ) select distinct w.person_id, w.department_id from writer w
          union all
          select s.person_id, s.department_id
            from (select u.*, min(u.rank) over (partition by u.department_id) as nearest from directory.superiors_on(day) u) s
           where s.rank = s.nearest and not exists (select 1 from writer w where w.department_id = s.department_id)
      $$`);
    await runner.query('create index post_holding_from on directory.post_holding (from_date)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index directory.post_holding_from');
    await runner.query('drop function directory.writers_on(date)');
  }
}
