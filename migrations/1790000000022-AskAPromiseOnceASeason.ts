import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In spring Plan and the Check of the year before are written side by side; only one of them may ask. */
export class AskAPromiseOnceASeason1790000000022 implements MigrationInterface {
  name = 'AskAPromiseOnceASeason1790000000022';

  async up(runner: QueryRunner): Promise<void> {
    // The Checks that answer, or have answered, the promises of an item: what its former lead has handed in counts as well.
    // A year that was reopened for a correction keeps no other from asking.
    await runner.query(`
      create view review.check_that_asks as
        select a.item_id, c.fiscal_year, ts.state <> 'approved' as is_open
          from review.task_stage ts
          join review.annual_task t on t.id = ts.task_id and t.role = 'lead'
          join cycle.review_cycle c on c.id = t.cycle_id
          join plan.assignment a on a.id = t.assignment_id and a.item_id is not null
         where ts.stage = 'check'
           and (ts.state = 'approved'
                or (c.state = 'open' and c.reopened_on is null and ts.state <> 'not_applicable'
                    and (t.ended_on is null or ts.state = 'submitted')))`);
    // Asked by both, a promise was answered by whichever was approved first, and the answer of the other was lost: Plan asks
    // only where no Check of the year before does, and a Check leaves to the one before what that still asks.
    await runner.query(`
      create or replace function review.commitments_to_answer(of_item uuid, in_year int, in_stage text)
        returns setof review.commitment language sql stable as $$
        select m.* from review.commitment m
         where m.item_id = of_item and m.state in ('open', 'changed')
           and case in_stage
                 when 'plan' then m.made_in_fiscal_year <= in_year - 2 and not exists (
                   select 1 from review.check_that_asks k where k.item_id = of_item and k.fiscal_year = in_year - 1)
                 when 'do' then m.made_in_fiscal_year = in_year - 1
                 when 'check' then m.made_in_fiscal_year = in_year - 1 or (m.made_in_fiscal_year < in_year - 1 and not exists (
                   select 1 from review.check_that_asks k
                    where k.item_id = of_item and k.fiscal_year = in_year - 1 and k.is_open))
                 else false end
      $$`);
    // A value is 速報 until its sheet is confirmed: also those that wait now.
    await runner.query(`
      update indicator.indicator_actual v set preliminary = true
        from review.task_stage ts
        join review.annual_task t on t.id = ts.task_id and t.role = 'lead'
        join cycle.review_cycle c on c.id = t.cycle_id and c.state = 'open'
        join plan.assignment a on a.id = t.assignment_id
       where ts.stage = 'check' and v.reason is null and v.indicator_id = a.indicator_id and v.fiscal_year = c.fiscal_year
         and ts.state in ('submitted', 'drafting') and ts.round > 0`);
  }

  /** Which values their authors had called 速報 is not known any more; their sheets say it at the next submission. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function review.commitments_to_answer(of_item uuid, in_year int, in_stage text)
        returns setof review.commitment language sql stable as $$
        select m.* from review.commitment m
         where m.item_id = of_item and m.state in ('open', 'changed')
           and case in_stage when 'plan' then m.made_in_fiscal_year <= in_year - 2
                             when 'do' then m.made_in_fiscal_year = in_year - 1
                             when 'check' then m.made_in_fiscal_year <= in_year - 1
                             else false end
      $$`);
    await runner.query('drop view review.check_that_asks');
  }
}
