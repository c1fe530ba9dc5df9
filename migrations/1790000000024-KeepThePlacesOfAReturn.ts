import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A return points at fields of the sheet; written into its reason, they were names in the approver's language alone. */
export class KeepThePlacesOfAReturn1790000000024 implements MigrationInterface {
  name = 'KeepThePlacesOfAReturn1790000000024';

  async up(runner: QueryRunner): Promise<void> {
    // Returns from before keep their text as it was written.
    await runner.query(`
      alter table review.approval
        add column places text[] not null default '{}',
        add constraint approval_places check (places = '{}' or decision = 'returned')`);
    await runner.query(`
      create or replace view review.stage_return as
      select ap.task_stage_id, po.title as by, ap.decided_on as "on", coalesce(ap.comment, '') as reason, ap.decided_at as at, ap.places
        from review.approval ap join directory.titled_post po on po.id = ap.post_id
       where ap.decision = 'returned'`);
  }

  /** The places of returns are lost; their reasons stay. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view review.stage_return');
    await runner.query(`
      create view review.stage_return as
      select ap.task_stage_id, po.title as by, ap.decided_on as "on", coalesce(ap.comment, '') as reason, ap.decided_at as at
        from review.approval ap join directory.titled_post po on po.id = ap.post_id
       where ap.decision = 'returned'`);
    await runner.query('alter table review.approval drop column places');
  }
}
