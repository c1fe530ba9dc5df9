import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StandInForTheAbsent1790000000021 implements MigrationInterface {
  name = 'StandInForTheAbsent1790000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table directory.absence add column decides boolean not null default false');
    // 代決: at which posts somebody decides in place of an absent holder on a day; whoever has moved meanwhile to where
    // nothing is decided, an auditor, an evaluator, a partner, decides for nobody.
    await runner.query(`
      create function directory.stand_ins_on(day date)
        returns table (post_id uuid, person_id uuid, principal_id uuid, until date) language sql stable as $$
        select h.post_id, a.delegate_id, a.person_id, a.to_date
          from directory.absence a join directory.holders_on(day) h on h.person_id = a.person_id
         where a.decides and day between a.from_date and a.to_date
           and exists (select 1 from directory.holders_on(day) o join directory.post po on po.id = o.post_id
                         join directory.department d on d.id = po.department_id
                        where o.person_id = a.delegate_id and d.kind <> 'partner'
                          and (po.role is null or po.role not in ('auditor', 'evaluator')))
      $$`);
    await runner.query(`
      alter table review.approval
        add column instead_of_id uuid,
        add column reviewed_on date,
        add constraint approval_reviewed check (reviewed_on is null or instead_of_id is not null),
        add constraint approval_instead_of_fk foreign key (instead_of_id) references directory.person(id)`);
    await runner.query(`
      create index approval_to_review on review.approval (instead_of_id, decided_on, id)
        where instead_of_id is not null and reviewed_on is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index review.approval_to_review');
    await runner.query('alter table review.approval drop column reviewed_on, drop column instead_of_id');
    await runner.query('drop function directory.stand_ins_on(date)');
    await runner.query('alter table directory.absence drop column decides');
  }
}
